// SPDX-License-Identifier: GPL-3.0-or-later
// What was said about calls while this page's stream was broken, or before the page was there: it is fetched.
import { isBusy } from './call_machine.js';
import { insist } from './insist.js';

// calls: of calls.js; feed(kind, more) gives its machine an input, take(signal) a signal.
export function createMissed(calls, { feed, take }) {
  let line = null; // the stream that is up; null: none is
  let held = null; // what came by it while the missed signals were being fetched

  const takeAll = (signals) => signals.forEach(take);

  // Of the call this page is in or, when it is in none, of the first that rings here. The server also lists those that
  // have just ended and those in which others talk.
  async function fetchSignals(after) {
    const { calls: listed } = await calls.requests.get(`/api/v1/calls?device=${calls.device}&after=${after}`);
    const isOurs = ({ call_id: id }) => id === calls.machine.callId;
    return listed.find(({ call }) => (isBusy(calls.machine) ? isOurs(call) : ringsHere(call))) ?? null;
  }

  // A server that cannot answer now is asked again while this stream is up.
  function untilSaid(ask) {
    const now = line;
    return insist(ask, calls.wait, () => line === now);
  }

  async function askForAll() {
    const found = await fetchSignals(0);
    if (found) takeAll(found.signals);
  }

  // A call that has begun since it was asked is not in the answer, and goes on.
  async function askWhatWasMissed() {
    const { callId, seq } = calls.machine;
    const found = await fetchSignals(isBusy(calls.machine) ? seq : 0);
    const isYoung = isBusy(calls.machine) && calls.machine.callId !== callId;
    resumed(found, isYoung ? calls.machine.call : null);
  }

  // In a call what comes meanwhile waits, for the numbers of its signals only grow; who is in none has missed none of
  // them, and must hear it ring.
  async function resume() {
    const now = (line = {});
    if (isBusy(calls.machine)) held ??= [];
    await untilSaid(askWhatWasMissed).finally(() => line === now && release());
  }

  const isOfOurs = (signal) => isBusy(calls.machine) && signal.call_id === calls.machine.callId;

  function release() {
    const came = held ?? [];
    held = null;
    takeAll(came);
  }

  function resumed(found, young) {
    const isBusyHere = isBusy(calls.machine);
    feed('server resumed', { call: found?.call ?? young });
    if (!found) return;
    if (isBusyHere) takeAll(found.signals);
    else ringLate(found);
  }

  function ringsHere(call) {
    const me = calls.me();
    const all = calls.mine?.() ?? [me];
    const mine = call.members.find(({ party }) => all.some(({ kind, id }) => party.kind === kind && party.id === id));
    return call.state === 'ringing' && call.caller.id !== me.id && mine?.state !== 'over';
  }

  // It began to ring before this page was there.
  function ringLate({ call, signals }) {
    const seq = Math.max(0, ...signals.map((one) => one.seq));
    take({ kind: 'ring', call_id: call.call_id, seq, from: call.caller, call });
  }

  return {
    isHeldBack: (signal) => isOfOurs(signal) && Boolean(held?.push(signal)),
    fetchAll: () => untilSaid(askForAll),
    resume,
    away() {
      line = null;
      feed('server away');
    },
  };
}
