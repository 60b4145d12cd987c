// SPDX-License-Identifier: GPL-3.0-or-later
// What was tapped goes to the server in the order in which it was tapped, each until it is answered. A refusal is an
// answer: the desk was quicker, or the visit is somebody else's now.

// kept: see kept.js; onSent() after at least one was answered; onRefused(fault); onAway(): there is no line.
export function createOutbox({ kept, requests, onSent, onRefused, onAway }) {
  let running = null;

  async function sendAll() {
    let sent = 0;
    for (const { key, item } of await kept.all()) {
      if (!(await sendOne(item))) break;
      await kept.done(key);
      sent += 1;
    }
    if (sent) await onSent();
  }
  // Whether it was answered.
  async function sendOne({ booking, step, photo }) {
    const path = `/api/v1/visit/bookings/${booking}`;
    try {
      if (photo) await requests.upload(`${path}/photo`, photo, 'image/jpeg');
      else await requests.post(`${path}/steps`, step);
    } catch (fault) {
      if (fault.status === 0 || fault.status === 429 || fault.status >= 500) {
        onAway();
        return false;
      }
      onRefused(fault);
    }
    return true;
  }
  function send() {
    running ??= sendAll().finally(() => (running = null));
    return running;
  }
  return {
    async add(item) {
      await kept.add(item);
      return send();
    },
    send,
    waiting: async () => (await kept.all()).map(({ item }) => item),
  };
}
