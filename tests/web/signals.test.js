// SPDX-License-Identifier: GPL-3.0-or-later
// Signals of calls arrive in their order, wait while the server can't take them, and are not kept for ever.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSignals } from '../../src/web/shared/signals.js';

// A server that answers with these statuses in turn, then takes all; time passes only by waiting.
function scene(statuses) {
  let time = 0;
  let settled;
  const took = [];
  const all = new Promise((resolve) => (settled = resolve));
  const requests = {
    post: async (path, body) => {
      const status = statuses.shift() ?? 200;
      if (status !== 200) throw Object.assign(new Error('refused'), { status, code: status === 404 ? 'not_found' : '' });
      took.push(path === '/api/v1/calls' ? 'the call' : body.kind);
      if (body.kind === 'last') settled();
    },
  };
  const signals = createSignals({ requests, wait: async (ms) => (time += ms), now: () => time });
  const tell = () => {
    signals.tell({ call_id: 'a' }, { taken: () => took.push('taken'), refused: (fault) => took.push(fault.status) });
  };
  const sendOf = (call, ...kinds) => kinds.forEach((kind) => signals.send(call, { kind }));
  return { took, all, tell, sendOf, send: (...kinds) => sendOf('a', ...kinds), time: () => time };
}

test('what the server cannot take yet waits, and what comes after it waits too', async () => {
  const { took, all, send } = scene([0, 503, 200]);
  send('offer', 'candidate', 'last');
  await all;
  assert.deepEqual(took, ['offer', 'candidate', 'last']);
});

test('hanging up is told to a server that has just been started and does not know the call yet', async () => {
  const { took, all, send } = scene([404, 404, 404]);
  send('bye', 'last');
  await all;
  assert.deepEqual(took, ['bye', 'last']);
});

test('of a call that nobody knows any more the rest is dropped', async () => {
  const { took, all, send, time } = scene(Array(11).fill(404));
  send('candidate', 'last');
  await all;
  assert.deepEqual(took, ['last']);
  assert.ok(time() <= 11000, `${time()} ms`);
});

test('a call that the server does not know yet keeps no other waiting', async () => {
  const { took, all, sendOf } = scene([404]);
  sendOf('a', 'bye');
  sendOf('b', 'last');
  await all;
  assert.deepEqual(took, ['last']);
});

test('what the server refuses is not sent again', async () => {
  const { took, all, send } = scene([403]);
  send('candidate', 'last');
  await all;
  assert.deepEqual(took, ['last']);
});

test('a call that the server must be told of once more goes before what is said in it', async () => {
  const { took, all, send, tell } = scene([0]);
  send('state', 'last');
  tell();
  await all;
  assert.deepEqual(took, ['the call', 'taken', 'state', 'last']);
});

test('who tells of a call hears that the server will not have it', async () => {
  const { took, all, send, tell } = scene([409]);
  tell();
  send('last');
  await all;
  assert.deepEqual(took, [409, 'last']);
});
