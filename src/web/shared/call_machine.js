// SPDX-License-Identifier: GPL-3.0-or-later
// A call as one endpoint lives it, as a state machine: what came in, what is to be sent, what the media are to do. Pure: time
// comes with each input, and what is inside an offer, an answer or a candidate is never seen. src/kiosk/model/telephone/call_machine.h is
// the same machine and tells the inputs and actions one by one; both are held to tests/samples/call-machine.json.
import * as peers from './call_machine_peers.js';

const POST_WITHIN = 20000; // for the server to take our call
const RING_WITHIN = 50000; // the server ends it at 45 s; this is for a server that can't be heard
const RUNG_WITHIN = 60000; // likewise where it rings

// self: our device; kiosk: whether we are the resident's, who always offers.
export function createCallMachine(self, kiosk = false) {
  return {
    self,
    kiosk,
    state: 'idle', // calling, ringing, connecting, talking, reconnecting, over
    reason: '',
    callId: '',
    seq: 0, // of the newest signal
    since: 0, // when `state` began
    posted: false, // the server knows of our call
    ringsThere: false,
    away: false, // our stream is
    talked: false, // somebody was heard
    call: null, // as last told
    peers: [],
  };
}

// Whether somebody calls, is called or talks.
export const isBusy = (machine) => machine.state !== 'idle' && machine.state !== 'over';

// Takes {kind, at, callId, call, seq, device, kiosk, offer, final, reason}, of which each kind has some, and gives back
// what is to be done: [{do, …}, …]. `call` is as the server tells it, null when it does not.
export function takeInput(machine, input) {
  const step = { machine, input, actions: [] };
  if (counts(machine, input)) takers[input.kind]?.(step);
  wait(step);
  peers.weigh(step);
  return step.actions;
}

// When {kind: 'time passed'} is wanted; Infinity: never.
export function dueAt(machine) {
  return Math.min(machine.since + patience(machine), peers.dueAt(machine));
}

// A call begins: nothing of the last one stays.
function begin(step, state) {
  const { machine, input } = step;
  Object.assign(machine, createCallMachine(machine.self, machine.kiosk), { away: machine.away, callId: input.callId });
  peers.enter(step, state);
}

// Signals come again after the stream was away, and those of a call that is over may still be under way.
function counts(machine, input) {
  if (!input.kind.startsWith('signal ') || input.kind === 'signal ring') return true;
  if (!isBusy(machine) || input.callId !== machine.callId || input.seq <= machine.seq) return false;
  machine.seq = input.seq;
  machine.call = input.call ?? machine.call;
  const peer = peers.find(machine, input.device);
  if (peer) peer.gone = false;
  return true;
}

function patience(machine) {
  if (machine.state === 'calling') return machine.posted ? RING_WITHIN : POST_WITHIN;
  if (machine.state === 'ringing') return RUNG_WITHIN;
  if (machine.state === 'connecting' && machine.peers.length === 0) return peers.MEET_WITHIN;
  return Infinity;
}

function wait(step) {
  const { machine, input } = step;
  if (input.at >= machine.since + patience(machine)) {
    if (machine.state !== 'ringing') peers.send(step, 'bye');
    peers.finish(step, reasonOfWaiting(machine));
  }
  peers.wait(step);
}

function reasonOfWaiting(machine) {
  if (machine.state === 'connecting') return 'failed';
  return machine.posted || machine.state === 'ringing' ? 'no_answer' : 'unreachable';
}

const takers = {
  'person call'(step) {
    if (isBusy(step.machine)) return;
    begin(step, 'calling');
    peers.ask(step, 'post');
  },
  'person join'(step) {
    if (isBusy(step.machine)) return;
    begin(step, 'connecting');
    peers.send(step, 'join');
  },
  'person answer'(step) {
    if (step.machine.state !== 'ringing') return;
    peers.enter(step, 'connecting');
    peers.send(step, 'accept');
    peers.openAll(step);
  },
  'person decline': decline,
  'person hang_up'(step) {
    if (step.machine.state === 'ringing') return decline(step);
    if (!isBusy(step.machine)) return;
    if (isTalkingUnheard(step.machine)) peers.ask(step, 'resume');
    peers.send(step, 'bye');
    peers.finish(step, step.machine.state === 'calling' ? 'cancelled' : 'hung_up');
  },
  'server posted': (step) => step.machine.state === 'calling' && step.input.call && settle(step),
  'server refused': (step) => waitsForServer(step.machine) && peers.finish(step, step.input.reason),
  'server away': (step) => (step.machine.away = true),
  'server resumed': resumed,
  'signal ring'(step) {
    const { machine, input } = step;
    const isAgain = input.callId === machine.callId && input.seq <= machine.seq;
    if (isBusy(machine) || isAgain) return;
    begin(step, 'ringing');
    machine.seq = input.seq;
    machine.call = input.call ?? machine.call;
    peers.send(step, 'ringing');
  },
  'signal ringing': (step) => (step.machine.ringsThere = true),
  'signal accept': comes,
  'signal join': comes,
  'signal decline': (step) => step.machine.state === 'calling' && peers.finish(step, 'declined'),
  'signal offer': offered,
  'signal answer': detail,
  'signal candidate': detail,
  'signal renew'(step) {
    const peer = peers.find(step.machine, step.input.device);
    if (peer?.offers && peers.isWorthATry(step, peer)) peers.renew(step, peer);
  },
  'signal update'(step) {
    for (const peer of [...step.machine.peers].reverse())
      if (hasLeft(step.machine, peer)) peers.drop(step, peer, 'hung_up');
  },
  'signal gone'(step) {
    const peer = peers.find(step.machine, step.input.device);
    if (!peer) return;
    peer.gone = true;
    if (!peer.met) peers.drop(step, peer, 'lost');
  },
  'signal back'(step) {
    const peer = peers.find(step.machine, step.input.device);
    if (peer && !peer.live && peers.isWorthATry(step, peer)) peers.renew(step, peer);
  },
  'signal bye'(step) {
    const peer = peers.find(step.machine, step.input.device);
    if (peer) peers.drop(step, peer, 'hung_up');
  },
  'signal over': (step) => peers.finish(step, step.input.reason),
  'media offer'(step) {
    const peer = peers.find(step.machine, step.input.device);
    if (!peer) return;
    peer.offer += 1;
    peers.send(step, 'offer', peer);
  },
  'media answer': (step) => sendOf(step, 'answer'),
  'media candidate': (step) => sendOf(step, 'candidate'),
  'media connected': heard,
  'media back': heard,
  'media silent'(step) {
    const peer = peers.find(step.machine, step.input.device);
    if (peer) peers.quiet(step, peer);
  },
  'media failed'(step) {
    const peer = peers.find(step.machine, step.input.device);
    if (peer) peers.failed(step, peer);
  },
};

// To take our call, or to let us in.
const waitsForServer = ({ state, peers: others }) =>
  state === 'calling' || (state === 'connecting' && others.length === 0);

// A server that was started anew meanwhile takes a goodbye only in a call that it has been told of.
function isTalkingUnheard(machine) {
  return machine.away && (machine.state === 'talking' || machine.state === 'reconnecting');
}

function decline(step) {
  if (step.machine.state !== 'ringing') return;
  peers.send(step, 'decline');
  peers.finish(step, 'declined');
}

// How the server has our call while we wait for it to be answered.
function settle(step) {
  const { machine, input } = step;
  const isOther = input.call.call_id !== machine.callId;
  machine.posted = true;
  machine.call = input.call;
  if (input.call.state === 'over') return void peers.finish(step, input.call.reason);
  machine.callId = input.call.call_id;
  if (input.call.state === 'talking') {
    peers.enter(step, 'connecting');
    peers.openAll(step);
  }
  if (isOther) peers.ask(step, 'fetch');
}

function resumed(step) {
  const { machine, input } = step;
  machine.away = false;
  if (!isBusy(machine)) return;
  if (input.call?.call_id === machine.callId) takeCall(step);
  else remind(step);
  for (const peer of machine.peers) if (!peer.live && peer.triedAt < input.at) peers.renew(step, peer);
}

function takeCall(step) {
  const { machine, input } = step;
  machine.call = input.call;
  if (machine.state === 'calling') settle(step);
  else if (input.call.state === 'over') peers.finish(step, input.call.reason);
  else if (machine.state === 'ringing' && input.call.state === 'talking') peers.finish(step, 'answered_elsewhere');
}

// The server has forgotten our call: what talks goes on, what calls calls again, what rang is told anew by who calls.
function remind(step) {
  if (step.machine.state === 'calling') peers.ask(step, 'post');
  else if (step.machine.state === 'ringing') peers.finish(step, 'lost');
  else peers.ask(step, 'resume');
}

function comes(step) {
  const { machine, input } = step;
  if (machine.state === 'ringing') return; // who else is in it is told by the update
  if (machine.state === 'calling') peers.enter(step, 'connecting');
  peers.open(step, input.device, input.kiosk, true);
}

// One that we had not heard of yet may be quicker than the news of it.
function offered(step) {
  const { machine, input } = step;
  if (machine.kiosk || !peers.isOn(machine)) return;
  peers.open(step, input.device, input.kiosk, false);
  const peer = peers.find(machine, input.device);
  if (!peer || peer.offers || input.offer <= peer.offer) return;
  peer.offer = input.offer;
  peers.ask(step, 'give', { device: peer.device });
}

function detail(step) {
  const peer = peers.find(step.machine, step.input.device);
  if (peer?.offer === step.input.offer) peers.ask(step, 'give', { device: peer.device });
}

function hasLeft(machine, peer) {
  const member = machine.call?.members.find((one) => one.device === peer.device);
  return !member || member.state === 'over';
}

function sendOf(step, signal) {
  const peer = peers.find(step.machine, step.input.device);
  if (peer) peers.send(step, signal, peer);
}

function heard(step) {
  const peer = peers.find(step.machine, step.input.device);
  if (!peer) return;
  peer.live = peer.met = true;
  step.machine.talked = true;
}
