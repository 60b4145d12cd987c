// SPDX-License-Identifier: GPL-3.0-or-later
// Signals of calls to the server, those of a call one after the other, so that an offer never comes after its
// candidates. While the server can't be reached they wait; what has waited too long is of no use to anybody.

const WAIT_MS = 1000;
const USEFUL_MS = 30000;
// A server that was started anew knows a call again when the first who talks in it has told of it.
const TOLD_WITHIN_MS = 10000;

// Whether the same request may be taken later: the server is away or busy, or our stream is just beginning.
export const passes = ({ status, code }) => status === 0 || status === 429 || status >= 500 || code === 'no_stream';

// wait(ms) → promise; now() milliseconds that only grow.
export function createSignals({ requests, wait, now }) {
  const queues = new Map(); // of each call that has something to say

  function queueOf(callId) {
    if (!queues.has(callId)) {
      queues.set(callId, []);
      queueMicrotask(() => run(callId));
    }
    return queues.get(callId);
  }
  async function run(callId) {
    const queue = queues.get(callId);
    while (queue.length > 0) {
      const [letter] = queue;
      const age = now() - letter.at;
      if (age > USEFUL_MS || (await isSettled(letter, age))) queue.splice(queue.indexOf(letter), 1);
      else await wait(WAIT_MS);
    }
    queues.delete(callId);
  }
  // What the server refuses (the call is over) will not be taken later either.
  async function isSettled({ path, body, taken, refused }, age) {
    let answer;
    try {
      answer = await requests.post(path, body);
    } catch (fault) {
      const mayBeTold = fault.status === 404 && age < TOLD_WITHIN_MS;
      if (passes(fault) || mayBeTold) return false;
      refused(fault);
      return true;
    }
    taken(answer);
    return true;
  }
  return {
    send(callId, body, refused = () => {}) {
      const path = `/api/v1/calls/${callId}/signals`;
      queueOf(callId).push({ path, body, at: now(), taken() {}, refused });
    },
    // The call itself, before all that waits of it: that is about a call which the server may have to be told of.
    tell(body, { taken, refused }) {
      queueOf(body.call_id).unshift({ path: '/api/v1/calls', body, at: now(), taken, refused });
    },
  };
}
