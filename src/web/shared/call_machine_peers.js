// SPDX-License-Identifier: GPL-3.0-or-later
// Inside the call machine: the others, and what all its parts do. Only call_machine.js uses it.

export const MEET_WITHIN = 30000; // from accepting to the first sound
const MISS_WITHIN = 75000; // a minute's cut of the network is survived
const PATIENCE = 10000; // without a packet before a fresh offer is tried, and between two tries
const TRY_AGAIN = 2000; // after media that failed, and the least between two tries
const SILENT_AFTER = 3000; // how long it was quiet when the media tell so
const MOST = 4; // a kiosk and four others

// A kiosk stands for whoever is in front of it.
export const isKiosk = (party) => party?.kind === 'resident' || party?.kind === 'kiosk';
export const isOn = (machine) => ['connecting', 'talking', 'reconnecting'].includes(machine.state);

export function ask(step, what, more = {}) {
  step.actions.push({ do: what, ...more });
}

// To a peer, with the number of the offer it belongs to, or to all.
export function send(step, signal, peer = null) {
  ask(step, 'send', { signal, device: peer?.device ?? '', offer: peer?.offer ?? 0 });
}

export function enter({ machine, input }, state) {
  if (machine.state === state) return;
  machine.state = state;
  machine.since = input.at;
}

export function finish(step, reason) {
  const { machine } = step;
  if (machine.peers.length > 0) ask(step, 'close all');
  machine.peers = [];
  machine.reason = reason;
  enter(step, 'over');
}

export function find(machine, device) {
  return machine.peers.find((one) => one.device === device);
}

// Opens the media with a device; an open one stays as it is.
export function open(step, device, kiosk, offers) {
  const { machine, input } = step;
  if (machine.peers.length >= MOST || !device || device === machine.self || find(machine, device)) return;
  const peer = { device, kiosk, offers: machine.kiosk || (offers && !kiosk), live: false, met: false, gone: false };
  machine.peers.push({ ...peer, offer: 0, quietSince: input.at, triedAt: input.at });
  ask(step, 'open', { device, offers: peer.offers });
}

// With all that have answered; the older member makes the offer.
export function openAll(step) {
  for (const { device, party, state } of step.machine.call?.members ?? [])
    if (state !== 'over') open(step, device, isKiosk(party), false);
}

// It has left. A call without its kiosk, or without others, is over.
export function drop(step, peer, reason) {
  const { machine } = step;
  ask(step, 'close', { device: peer.device });
  machine.peers = machine.peers.filter((one) => one !== peer);
  if (!peer.kiosk && machine.peers.length > 0) return;
  if (reason === 'lost' || reason === 'failed') send(step, 'bye');
  finish(step, reason);
}

// One that was just tried is on its way already.
export const isWorthATry = (step, peer) => step.input.at >= peer.triedAt + TRY_AGAIN;

// Asks for a fresh offer, from this side or from the other.
export function renew(step, peer) {
  peer.triedAt = step.input.at;
  if (peer.offers) ask(step, 'renew', { device: peer.device });
  else ask(step, 'send', { signal: 'renew', device: peer.device, offer: 0 });
}

export function quiet(step, peer) {
  if (!peer.live) return;
  peer.live = false;
  peer.quietSince = peer.triedAt = step.input.at - SILENT_AFTER;
}

// What failed is tried again a little later, not at once: what fails at once would fail all the time.
export function failed(step, peer) {
  quiet(step, peer);
  if (step.input.final) drop(step, peer, 'failed');
  else peer.triedAt = step.input.at - PATIENCE + TRY_AGAIN;
}

// Talking, reconnecting or still connecting, by who is heard.
export function weigh(step) {
  const { machine } = step;
  if (!isOn(machine)) return;
  const isHeard = machine.peers.some((one) => one.live);
  const silent = machine.talked ? 'reconnecting' : 'connecting';
  enter(step, isHeard ? 'talking' : silent);
}

// While others of the call are there, who has joined it is awaited as long as they stay: on a slow machine or line the
// media come late, and one that was given up would never be seen. The server tells who has left.
const isAwaited = (machine, peer) => !peer.met && !peer.kiosk && machine.peers.some((one) => one.met);
function givenUpAt(machine, peer) {
  return isAwaited(machine, peer) ? Infinity : peer.quietSince + (peer.met ? MISS_WITHIN : MEET_WITHIN);
}
const mayTry = (machine, peer) => !peer.gone && !machine.away;

export function wait(step) {
  const { machine, input } = step;
  for (const peer of [...machine.peers].reverse()) {
    if (peer.live || !machine.peers.includes(peer)) continue;
    if (input.at >= givenUpAt(machine, peer)) drop(step, peer, peer.met ? 'lost' : 'failed');
    else if (mayTry(machine, peer) && input.at >= peer.triedAt + PATIENCE) renew(step, peer);
  }
}

export function dueAt(machine) {
  const due = (peer) => Math.min(givenUpAt(machine, peer), mayTry(machine, peer) ? peer.triedAt + PATIENCE : Infinity);
  return Math.min(Infinity, ...machine.peers.filter((one) => !one.live).map(due));
}
