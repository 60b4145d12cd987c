// SPDX-License-Identifier: GPL-3.0-or-later
// Which call a page takes up when its stream is there again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCalls } from '../../src/web/shared/calls.js';
import { createCallMachine } from '../../src/web/shared/call_machine.js';

const DAUGHTER = { kind: 'family', id: 'daughter' };
const ELDER = { kind: 'resident', id: 'elder' };

// A call of the elder to the daughter as the server lists it.
function callOf(id, state) {
  const members = [ELDER, DAUGHTER].map((party) => ({ party, device: '', state }));
  const call = { call_id: id, state, reason: '', media: 'audio', caller: ELDER, members };
  return { call, signals: [{ kind: 'ring', call_id: id, seq: 1, from: ELDER, device: 'kiosk', data: {}, call }] };
}

// The daughter's page, whose machine begins as `past`; the server lists these calls.
function pageWith(past, listed, get = async () => ({ calls: listed })) {
  return createCalls({
    device: 'page',
    machine: Object.assign(createCallMachine('page'), past),
    me: () => DAUGHTER,
    requests: { get, post: async () => ({}) },
    media: { close() {} },
    now: () => 0,
    wait: async () => {},
    onChange() {},
  });
}

async function resumed(past, ...listed) {
  const calls = pageWith(past, listed);
  await calls.resume();
  const { name, call } = calls.state();
  calls.hangUp(); // nothing goes on waiting
  return [name, call?.call_id];
}

test('a call that rings now is not taken for the one before, which is over', async () => {
  const past = { state: 'over', callId: 'old' };
  assert.deepEqual(await resumed(past, callOf('old', 'over'), callOf('new', 'ringing')), ['ringing', 'new']);
});

test('a call that rings here is found behind one in which others talk', async () => {
  assert.deepEqual(await resumed({}, callOf('theirs', 'talking'), callOf('new', 'ringing')), ['ringing', 'new']);
});

test('who is in a call stays in it, whatever else rings', async () => {
  const past = { state: 'connecting', callId: 'ours', seq: 1 };
  assert.deepEqual(await resumed(past, callOf('new', 'ringing'), callOf('ours', 'talking')), ['connecting', 'ours']);
});

test('what comes while the server cannot answer does not hide what was missed before it', async () => {
  const past = { state: 'connecting', callId: 'ours', seq: 1, call: callOf('ours', 'talking').call };
  const asked = [];
  const calls = pageWith(past, [], async (path) => {
    asked.push(new URLSearchParams(path.split('?')[1]).get('after'));
    if (asked.length > 1) return { calls: [{ ...callOf('ours', 'talking'), signals: [] }] };
    calls.takeEvent({ call_id: 'ours', kind: 'state', seq: 9, from: ELDER, device: 'kiosk', data: {} });
    throw Object.assign(new Error(), { status: 503 });
  });
  await calls.resume();
  assert.deepEqual(asked, ['1', '1']);
  calls.hangUp();
});

test('a call that begins to ring while it is asked goes on ringing', async () => {
  const calls = pageWith({}, [], async () => {
    calls.takeEvent(callOf('new', 'ringing').signals[0]);
    return { calls: [] };
  });
  await calls.resume();
  assert.equal(calls.state().name, 'ringing');
  calls.hangUp();
});

test('who has hung up hears the next call though the server cannot answer', async () => {
  const past = { state: 'connecting', callId: 'ours', seq: 1, call: callOf('ours', 'talking').call };
  let asked = 0;
  const calls = pageWith(past, [], async () => {
    if (asked++ > 0) return { calls: [] };
    calls.hangUp();
    calls.takeEvent(callOf('new', 'ringing').signals[0]);
    assert.equal(calls.state().name, 'ringing');
    throw Object.assign(new Error(), { status: 503 });
  });
  await calls.resume();
  assert.equal(asked, 2);
  calls.hangUp();
});

test('nothing rings where no call does', async () => {
  assert.deepEqual((await resumed({}, callOf('theirs', 'talking'), callOf('old', 'over')))[0], 'idle');
});
