// SPDX-License-Identifier: GPL-3.0-or-later
// The calls of this page: feeds the call machine with what the server, the media and the person say, and does what it asks.
import { createMissed } from './calls_missed.js';
import { createCallMachine, dueAt, isBusy, takeInput } from './call_machine.js';
import { isKiosk } from './call_machine_peers.js';
import { insist } from './insist.js';
import { createPeer } from './peer.js';
import { createSignals } from './signals.js';

const READY_WITHIN_MS = 8000; // for the person to allow the camera; then the call begins without, and it is added later

// options:
//   device       this page's UUID; machine: of another endpoint than a page (tests)
//   me()         → {kind, id}, who is in front of it; mine (if more than that) → all parties that may be answered for
//   requests     see requests.js
//   media        see local_media.js; its onChange is to call mediaChanged()
//   connect(configuration) → RTCPeerConnection
//   newId(), now() (only grows), wait(ms)
//   onChange()   something is to be drawn anew
//   beacon(path, body)  a last word while the page is closed
export function createCalls(options) {
  const machine = options.machine ?? createCallMachine(options.device);
  const calls = { ...options, machine, peers: new Map(), ways: {}, wanted: null };
  Object.assign(calls, { ...nothingYet(), timer: 0 });
  calls.signals = createSignals(options);
  calls.missed = createMissed(calls, {
    feed: (kind, more) => feed(calls, kind, more),
    take: (signal) => takeSignal(calls, signal),
  });
  return {
    state: () => stateOf(calls),
    place: (to, media, more = {}) => place(calls, to, media, more),
    join: (callId, media) => join(calls, callId, media),
    accept: (media) => accept(calls, media),
    decline: () => feed(calls, 'person decline'),
    hangUp: () => feed(calls, 'person hang_up'),
    takeEvent: (data) => calls.missed.isHeldBack(data) || takeSignal(calls, data),
    // The stream is up again or for the first time, and when it is gone.
    resume: () => calls.missed.resume(),
    away: () => calls.missed.away(),
    mediaChanged: () => mediaChanged(calls),
    leave: () => leave(calls),
  };
}

// Of a call that begins.
const nothingYet = () => ({ joinable: '', isFull: false, talkingSince: 0 });

// What there is to be seen.
function stateOf(calls) {
  const { machine, joinable, isFull, talkingSince, wanted } = calls;
  const others = [...calls.peers].map(([device, one]) => ({ device, ...memberOf(machine.call, device), ...one.shown }));
  return {
    ...{ name: machine.state, reason: machine.reason, ringsThere: machine.ringsThere, call: machine.call },
    ...{ others, joinable, isFull, talkingSince, wanted, isBusy: isBusy(machine) },
  };
}

const memberOf = (call, device) => call?.members.find((one) => one.device === device) ?? {};

function feed(calls, kind, more = {}) {
  const actions = takeInput(calls.machine, { kind, at: calls.now(), ...more });
  for (const action of actions) doers[action.do](calls, action, more);
  if (calls.machine.state === 'talking') calls.talkingSince ||= calls.now();
  if (!isBusy(calls.machine)) calls.media.close();
  setTimer(calls);
  calls.onChange();
}

function setTimer(calls) {
  clearTimeout(calls.timer);
  const due = dueAt(calls.machine);
  if (due === Infinity) return;
  calls.timer = setTimeout(() => feed(calls, 'time passed'), Math.max(0, due - calls.now()));
}

function begin(calls, media) {
  Object.assign(calls, nothingYet());
  openMedia(calls, media);
}

function openMedia(calls, media) {
  const opened = calls.media.open(media === 'video' ? ['audio', 'video'] : ['audio']);
  calls.ready = Promise.race([Promise.all([opened, learnWays(calls)]), calls.wait(READY_WITHIN_MS)]);
}

// The servers that help to find a way to the other; without them it still works inside a house.
async function learnWays(calls) {
  const ice = await calls.requests.get('/api/v1/calls/ice').catch(() => null);
  if (ice) calls.ways = { iceServers: ice.ice_servers, iceTransportPolicy: ice.relay_only ? 'relay' : 'all' };
}

function place(calls, to, media, { purpose = 'talk', ...more }) {
  if (isBusy(calls.machine)) return;
  calls.wanted = { to, media, purpose, ...more };
  begin(calls, media);
  feed(calls, 'person call', { callId: calls.newId() });
}

function join(calls, callId, media) {
  if (isBusy(calls.machine)) return;
  calls.wanted = null;
  begin(calls, media);
  feed(calls, 'person join', { callId });
}

function accept(calls, media) {
  openMedia(calls, media);
  feed(calls, 'person answer');
}

const doers = {
  post: (calls) => post(calls),
  resume: (calls) => resumeCall(calls),
  fetch: (calls) => calls.missed.fetchAll(),
  send(calls, { signal, device, offer }, { data = {} }) {
    const body = { device: calls.device, kind: signal, data: offer ? { ...data, offer, fresh: offer > 1 } : data };
    const { callId } = calls.machine;
    const noRoom = () => calls.machine.callId === callId && feed(calls, 'server refused', { reason: 'failed' });
    const refusal = signal === 'join' ? noRoom : undefined; // the rest is of no use to who is out of the call
    calls.signals.send(callId, device ? { ...body, to_device: device } : body, refusal);
  },
  open: openPeer,
  give: (calls, { device }, { given }) => calls.peers.get(device)?.peer.give(given.kind, given.data),
  renew: (calls, { device }) => calls.peers.get(device)?.peer.offer(),
  close: (calls, { device }) => closePeer(calls, device),
  'close all': (calls) => [...calls.peers.keys()].forEach((device) => closePeer(calls, device)),
};

const requestOf = (calls) => ({
  call_id: calls.machine.callId,
  device: calls.device,
  from: calls.me(),
  seq: calls.machine.seq,
  ...(calls.wanted ?? wantedOf(calls.machine.call)),
});

// Until the server has answered, or the call machine has given up. That the other talks may be told by the stream before the
// answer says which call that is.
async function post(calls) {
  const { callId } = calls.machine;
  const body = requestOf(calls);
  const isNewest = () => calls.machine.callId === callId;
  const isOurs = () => isBusy(calls.machine) && isNewest();
  const ask = async () => {
    const answer = await calls.requests.post('/api/v1/calls', body);
    if (isNewest()) posted(calls, answer);
  };
  const refusal = await insist(ask, calls.wait, isOurs);
  if (refusal && isOurs()) refused(calls, refusal);
}

// Our call once more, to a server that has forgotten it; a goodbye that waits comes after it.
function resumeCall(calls) {
  const { callId, call } = calls.machine;
  const ifOurs = (then) => (answer) => isBusy(calls.machine) && calls.machine.callId === callId && then(answer);
  const body = { ...requestOf(calls), resume: true, answered_at: call.answered_at, members: call.members };
  calls.signals.tell(body, {
    taken: ifOurs((answer) => feed(calls, 'server resumed', { call: answer })),
    refused: ifOurs(() => endedMeanwhile(calls)),
  });
}

// A call that came here, as it is told to a server that has forgotten it.
function wantedOf({ members, media, purpose }) {
  const { party } = members.find((one) => isKiosk(one.party));
  return { to: party, media, purpose };
}

function posted(calls, answer) {
  Object.assign(calls, { joinable: answer.joinable ?? '', isFull: Boolean(answer.full) });
  feed(calls, 'server posted', { callId: answer.call_id, call: answer });
}

// The server has not forgotten our call, it has ended it while we were away.
function endedMeanwhile(calls) {
  feed(calls, 'server resumed', { call: { ...calls.machine.call, state: 'over', reason: 'hung_up' } });
}

function refused(calls, fault) {
  feed(calls, 'server refused', { reason: fault.status === 403 ? 'not_allowed' : 'failed' });
}

function takeSignal(calls, signal) {
  const { kind, call_id: callId, device = '', from, seq, data, call = null } = signal;
  if (device === calls.device) return;
  const reason = data?.reason ?? call?.reason ?? 'hung_up';
  const told = { callId, call, seq, device, kiosk: isKiosk(from), offer: data?.offer ?? 0, reason };
  if (kind === 'ring' && !isBusy(calls.machine)) Object.assign(calls, { wanted: null, ...nothingYet() });
  feed(calls, `signal ${kind}`, { ...told, given: { kind, data } });
  if (kind === 'state') calls.peers.get(device)?.learn(data);
}

function openPeer(calls, { device, offers }) {
  const shown = { stream: null, isHeard: false, told: {} };
  const peer = createPeer({
    media: calls.machine.call?.media ?? 'video',
    ready: calls.ready,
    connect: () => calls.connect(calls.ways),
    tracks: () => calls.media.tracks(),
    now: calls.now,
    tell: (kind, data) => calls.peers.get(device)?.peer === peer && tell(calls, device, kind, data),
    onStream(stream) {
      shown.stream = stream;
      calls.onChange();
    },
  });
  const learn = (told) => {
    shown.told = told;
    calls.onChange();
  };
  calls.peers.set(device, { peer, shown, learn });
  if (offers) peer.offer();
}

function tell(calls, device, kind, data) {
  const { shown } = calls.peers.get(device);
  if (kind === 'connected' || kind === 'back') shown.isHeard = true;
  if (kind === 'silent' || kind === 'failed') shown.isHeard = false;
  feed(calls, `media ${kind}`, { device, data, final: false });
  if (kind === 'connected') sendState(calls);
}

function closePeer(calls, device) {
  calls.peers.get(device)?.peer.close();
  calls.peers.delete(device);
}

function mediaChanged(calls) {
  const tracks = calls.media.tracks();
  for (const { peer } of calls.peers.values()) for (const kind of ['audio', 'video']) peer.send(kind, tracks[kind]);
  sendState(calls);
  calls.onChange();
}

// The others are told what they will not hear or see.
function sendState(calls) {
  if (calls.peers.size === 0) return;
  const { media } = calls;
  const isOn = (kind) => media.has(kind) && media.isOn(kind);
  const data = { camera: isOn('video'), microphone: isOn('audio'), curtain: false };
  calls.signals.send(calls.machine.callId, { device: calls.device, kind: 'state', data });
}

// The page is closed: the others need not wait to miss us.
function leave(calls) {
  if (!isBusy(calls.machine)) return;
  const kind = calls.machine.state === 'ringing' ? '' : 'bye';
  if (kind) calls.beacon(`/api/v1/calls/${calls.machine.callId}/signals`, { device: calls.device, kind, data: {} });
}
