// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serviceLevels, secondsUntilTaken } from '../../src/web/shared/service_levels.js';

const AT = 1795310100000;
const call = (kinds, more = {}) => ({
  raised_at: AT,
  drill: false,
  steps: Object.entries({ pressed: 0, ...kinds }).map(([kind, seconds]) => ({ kind, at: AT + seconds * 1000 })),
  ...more,
});
const levels = (calls, seconds = 3600) => serviceLevels(calls, AT + seconds * 1000);
const counts = (calls, seconds) => levels(calls, seconds).map(({ met, counted }) => `${met}/${counted}`);

test('a machine that has it has not taken it', () => {
  assert.equal(secondsUntilTaken(call({ received: 1, sent: 2 })), null);
  assert.equal(secondsUntilTaken(call({ received: 1, taken: 59 })), 59);
});

test('each level counts what was taken in its time', () => {
  assert.deepEqual(counts([call({ taken: 60 }), call({ taken: 61 }), call({ taken: 181 })]), ['1/3', '2/3']);
});

test('what nobody takes is missed once its time is over, also while it waits', () => {
  assert.deepEqual(counts([call({})], 59), ['0/0', '0/0']);
  assert.deepEqual(counts([call({})], 61), ['0/1', '0/0']);
  assert.deepEqual(counts([call({ closed: 200 })]), ['0/1', '0/1']);
});

test('what was taken back at once, and a drill, do not count', () => {
  assert.deepEqual(counts([call({ cancelled: 5 }), call({ taken: 500 }, { drill: true })]), ['0/0', '0/0']);
  assert.deepEqual(counts([call({ cancelled: 100 })]), ['0/1', '0/0']);
});

test('the figure keeps what is wanted or it does not, and has its list', () => {
  const calls = [...Array(39)].map(() => call({ taken: 10 }));
  const [first] = levels([...calls, call({ taken: 100 })]);
  assert.equal(first.percent, 97.5);
  assert.ok(first.isKept);
  assert.equal(first.missed.length, 1);
  assert.ok(!levels([...calls.slice(1), call({ taken: 100 })])[0].isKept);
  assert.equal(levels([])[0].percent, null);
});
