// SPDX-License-Identifier: GPL-3.0-or-later
// Which line comes next, which file is of which line, and the bytes of a WAV.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf, filesByLine, lineAfter, linesOf } from '../../src/web/desk/script_walk.js';
import { SILENCE_DB, decibelsOf, peakOf, wavOf } from '../../src/web/desk/wav.js';

const LINES = [
  { id: 'a1', text: '您好', context: '', most_ms: 2900, often: true, clip: { hash: 'x' } },
  { id: 'b2', text: '请坐', context: '"请坐"，{name}', most_ms: 2900, often: true },
  { id: 'c3', text: '黑底黄字', context: '', most_ms: 3800, often: false },
];
const ids = (lines) => lines.map((line) => line.id);

test('what is missing, what is common, and all', () => {
  assert.deepEqual(ids(linesOf(LINES, 'missing')), ['b2', 'c3']);
  assert.deepEqual(ids(linesOf(LINES, 'often')), ['a1', 'b2']);
  assert.deepEqual(ids(linesOf(LINES, 'all')), ['a1', 'b2', 'c3']);
});

test('the next line is found from one that has just been said and is shown no more', () => {
  assert.equal(lineAfter(LINES, 'missing', 'a1', 1).id, 'b2');
  assert.equal(lineAfter(LINES, 'missing', 'c3', -1).id, 'b2');
  assert.equal(lineAfter(LINES, 'missing', 'b2', -1), null);
  assert.equal(lineAfter(LINES, 'all', 'c3', 1), null);
  assert.equal(lineAfter(LINES, 'often', 'b2', 1), null);
});

test('a file is of the line that its name names', () => {
  const files = [{ name: 'B2.WAV' }, { name: 'unknown.flac' }];
  assert.deepEqual(
    filesByLine(files, LINES).map(({ line }) => line?.id),
    ['b2', undefined],
  );
});

test('the list is a CSV that a spreadsheet reads', () => {
  const rows = csvOf(LINES).split('\r\n');
  assert.equal(rows[0], '\ufeff"id","text","context","most_seconds"');
  assert.equal(rows[2], '"b2","请坐","""请坐""，{name}","2.9"');
});

test('samples become a WAV of one channel, cut at full scale', () => {
  const bytes = wavOf([Float32Array.of(0, 0.5), Float32Array.of(-1, 2)], 48000);
  const view = new DataView(bytes.buffer);
  assert.equal(new TextDecoder().decode(bytes.slice(0, 4)), 'RIFF');
  assert.deepEqual([view.getUint32(4, true), view.getUint32(24, true), view.getUint32(40, true)], [44, 48000, 8]);
  assert.deepEqual(
    [44, 46, 48, 50].map((at) => view.getInt16(at, true)),
    [0, 16384, -32767, 32767],
  );
});

test('loudness is that of full scale', () => {
  assert.equal(decibelsOf(Float32Array.of(1, -1)), 0);
  assert.equal(Math.round(decibelsOf(Float32Array.of(0.1, -0.1))), -20);
  assert.equal(decibelsOf(new Float32Array(4)), SILENCE_DB);
  assert.equal(peakOf(Float32Array.of(0.2, -0.75)), 0.75);
});
