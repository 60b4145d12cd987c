// SPDX-License-Identifier: GPL-3.0-or-later
// The courses of calls that kiosk and pages share, step by step (tests/samples/call-machine.json tells how it is read).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { createCallMachine, dueAt, takeInput } from '../../src/web/shared/call_machine.js';

const { courses } = JSON.parse(readFileSync(new URL('../samples/call-machine.json', import.meta.url)));

// "K kiosk", "P", "Q over", "kiosk", ""
function memberOf(told) {
  const device = /^[A-Z]/.test(told) ? told[0] : '';
  const kind = told.includes('kiosk') ? 'resident' : 'family';
  return { device, party: { kind, id: '' }, state: told.includes('over') ? 'over' : 'talking' };
}

function callOf({ in: kind, call = 'C1', as, members, code = '' }) {
  if (!as && !members && kind !== 'server posted') return null;
  return { call_id: call, state: as ?? 'ringing', reason: code, members: (members ?? []).map(memberOf) };
}

function inputOf(step, seq) {
  const { at, in: kind, call: callId = 'C1', code: reason = '' } = step;
  const { device = '', from = 'family', offer = 0, final = false } = step;
  return { kind, at, callId, call: callOf(step), seq, device, kiosk: from === 'kiosk', offer, final, reason };
}

function words({ do: what, signal, device, offers, offer }) {
  const wait = what === 'open' && (offers ? 'offer' : 'wait');
  return [what, signal, device, wait, offer].filter(Boolean).join(' ');
}

for (const { name, endpoint, steps } of courses)
  test(name, () => {
    const machine = createCallMachine(endpoint === 'kiosk' ? 'K' : 'P', endpoint === 'kiosk');
    let seq = 0;
    for (const [n, step] of steps.entries()) {
      if (step.in.startsWith('signal ')) seq = step.seq ?? seq + 1;
      const done = takeInput(machine, inputOf(step, seq)).map(words);
      const where = `step ${n + 1} (${step.in})`;
      assert.deepEqual(done, step.do ?? [], where);
      assert.equal(machine.state, step.state, where);
      assert.equal(machine.reason, step.reason ?? '', where);
      if ('due' in step) assert.equal(dueAt(machine), step.due < 0 ? Infinity : step.due, where);
    }
  });

test('a signal of a newer version is passed over', () => {
  const machine = createCallMachine('P');
  takeInput(machine, inputOf({ at: 0, in: 'signal ring' }, 1));
  const before = structuredClone(machine);
  assert.deepEqual(takeInput(machine, inputOf({ at: 1, in: 'signal wave' }, 2)), []);
  assert.deepEqual(machine, { ...before, seq: 2 });
});

test('the file has not been emptied', () => assert.ok(courses.length > 30));
