// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEventReader } from '../../src/web/shared/sse.js';

function read(...chunks) {
  const events = [];
  const retries = [];
  const reader = createEventReader(
    (event) => events.push(event),
    (ms) => retries.push(ms),
  );
  chunks.forEach((chunk) => reader.take(chunk));
  return { events, retries };
}

test('an event has its kind, number and data', () => {
  const { events } = read('id: 7\nevent: order\ndata: {"a":1}\n\n');
  assert.deepEqual(events, [{ kind: 'order', id: '7', data: '{"a":1}' }]);
});

test('an event without a number has none, so that the number to resume from stays', () => {
  const { events } = read('event: hello\ndata: {}\n\n');
  assert.equal(events[0].id, undefined);
});

test('chunks may end anywhere, also between the two bytes of a line end', () => {
  const text = 'id: 7\r\nevent: order\r\ndata: one\r\n\r\nid: 8\r\ndata: two\r\n\r\n';
  const whole = read(text).events;
  assert.equal(whole.length, 2);
  assert.deepEqual(read(...text).events, whole);
});

test('data of several lines is joined by line feeds', () => {
  assert.equal(read('data: one\ndata: two\n\n').events[0].data, 'one\ntwo');
});

test('comments and empty events say nothing', () => {
  assert.deepEqual(read(': keep-alive\n\n', 'event: order\n\n').events, []);
});

test('an event that is not finished yet is not told', () => {
  assert.deepEqual(read('event: order\ndata: {}\n').events, []);
});

test('the server says how long to wait before the next try', () => {
  assert.deepEqual(read('retry: 4200\n\n', 'retry: soon\n\n').retries, [4200]);
});
