// SPDX-License-Identifier: GPL-3.0-or-later
// The recorder of the family page, with a microphone and a MediaRecorder that do what the test says.
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { createRecorder } from '../../src/web/family/recorder.js';
import { ownTimers } from '../support/own_timers.js';

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
});

const record = () =>
  createRecorder(
    devices,
    () => told.seconds++,
    () => told.done++,
  );

test('a microphone that is pulled ends the recording, and no second is told after that', async (t) => {
  const tick = ownTimers(t);
  await record();
  tick(2000);
  made.stop(); // as the browser does when the last track has ended
  tick(5000);
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
