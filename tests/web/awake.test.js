// SPDX-License-Identifier: GPL-3.0-or-later
// The screen of who talks stays on, and only as long.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createAwake } from '../../src/web/shared/awake.js';

const soon = () => new Promise(setImmediate);

// A browser that grants its locks at grant(), or refuses them.
function browser() {
  const one = { asked: 0, active: new Set() };
  let grant;
  const granted = new Promise((resolve) => (grant = resolve));
  one.grant = async (isGood = true) => {
    grant(isGood);
    await soon();
  };
  one.takeBack = () => [...one.active].forEach((lock) => lock.release());
  one.request = async () => {
    one.asked += 1;
    if (!(await granted)) throw new Error('not allowed');
    const lock = new EventTarget();
    lock.release = async () => one.active.delete(lock) && lock.dispatchEvent(new Event('release'));
    one.active.add(lock);
    return lock;
  };
  return one;
}

const burst = (stayAwake) => [1, 2, 3, 4, 5].forEach(() => stayAwake(true));

test('a burst asks for one lock, and nothing is left of it after the call', async () => {
  const locks = browser();
  const stayAwake = createAwake(locks);
  burst(stayAwake);
  await locks.grant();
  burst(stayAwake);
  assert.deepEqual([locks.asked, locks.active.size], [1, 1]);
  stayAwake(false);
  stayAwake(false);
  await soon();
  assert.equal(locks.active.size, 0);
});

test('a call that is over before the lock came leaves none', async () => {
  const locks = browser();
  const stayAwake = createAwake(locks);
  burst(stayAwake);
  stayAwake(false);
  await locks.grant();
  assert.deepEqual([locks.asked, locks.active.size], [1, 0]);
});

test('a lock that the browser took back, or refused, is asked for again', async () => {
  const locks = browser();
  const stayAwake = createAwake(locks);
  stayAwake(true);
  await locks.grant();
  locks.takeBack();
  stayAwake(true);
  await soon();
  assert.deepEqual([locks.asked, locks.active.size], [2, 1]);
  const strict = browser();
  const another = createAwake(strict);
  another(true);
  await strict.grant(false);
  another(true);
  assert.equal(strict.asked, 2);
});

test('a browser without locks is left alone', () => {
  const stayAwake = createAwake(undefined);
  burst(stayAwake);
  stayAwake(false);
});
