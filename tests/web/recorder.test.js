// SPDX-License-Identifier: GPL-3.0-or-later
// The recorder of the family page, with a microphone and a MediaRecorder that do what the test says.
import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import { createRecorder } from '../../src/web/family/recorder.js';

let track, made, told;

class FakeRecorder extends EventTarget {
  static isTypeSupported = () => true;
  state = 'recording';
  mimeType = 'audio/webm;codecs=opus';
  constructor() {
    super();
    made = this;
  }
  start() {}
  stop() {
    this.state = 'inactive';
    this.dispatchEvent(new Event('stop'));
  }
}

const devices = { getUserMedia: async () => ({ getTracks: () => [track] }) };

beforeEach(() => {
  track = { isOpen: true, stop: () => (track.isOpen = false) };
  told = { seconds: 0, done: 0 };
  globalThis.MediaRecorder = FakeRecorder;
  mock.timers.reset();
  mock.timers.enable({ apis: ['setInterval'] });
});

const record = () =>
  createRecorder(
    devices,
    () => told.seconds++,
    () => told.done++,
  );

test('a microphone that is pulled ends the recording, and no second is told after that', async () => {
  await record();
  mock.timers.tick(2000);
  made.stop(); // as the browser does when the last track has ended
  mock.timers.tick(5000);
  assert.deepEqual(told, { seconds: 2, done: 1 });
  assert.equal(track.isOpen, false);
});

test('a browser that can record nothing keeps no microphone open', async () => {
  globalThis.MediaRecorder = class {
    static isTypeSupported = () => false;
    constructor() {
      throw new Error('no such type');
    }
  };
  await assert.rejects(record());
  assert.equal(track.isOpen, false);
});
