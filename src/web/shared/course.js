// SPDX-License-Identifier: GPL-3.0-or-later
// The course of a call as one endpoint lives it: what came in, what is to be sent, what the media are to do. Pure: time
// comes with each input, and what is inside an offer, an answer or a candidate is never seen. src/kiosk/model/course.h is
// the same machine and tells the inputs and actions one by one; both are held to tests/samples/call-courses.json.
import * as peers from './course_peers.js';

const POST_WITHIN = 20000; // for the server to take our call
const RING_WITHIN = 50000; // the server ends it at 45 s; this is for a server that can't be heard
const RUNG_WITHIN = 60000; // likewise where it rings

// self: our device; kiosk: whether we are the resident's, who always offers.
export function createCourse(self, kiosk = false) {
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
export const isBusy = (course) => course.state !== 'idle' && course.state !== 'over';

// Takes {kind, at, callId, call, seq, device, kiosk, offer, final, reason}, of which each kind has some, and gives back
// what is to be done: [{do, …}, …]. `call` is as the server tells it, null when it does not.
export function takeInput(course, input) {
  const step = { course, input, actions: [] };
  if (counts(course, input)) takers[input.kind]?.(step);
  wait(step);
  peers.weigh(step);
  return step.actions;
}

// When {kind: 'time passed'} is wanted; Infinity: never.
export function dueAt(course) {
  return Math.min(course.since + patience(course), peers.dueAt(course));
}

// A call begins: nothing of the last one stays.
function begin(step, state) {
  const { course, input } = step;
  Object.assign(course, createCourse(course.self, course.kiosk), { away: course.away, callId: input.callId });
  peers.enter(step, state);
}

// Signals come again after the stream was away, and those of a call that is over may still be under way.
function counts(course, input) {
  if (!input.kind.startsWith('signal ') || input.kind === 'signal ring') return true;
  if (!isBusy(course) || input.callId !== course.callId || input.seq <= course.seq) return false;
  course.seq = input.seq;
  course.call = input.call ?? course.call;
  const peer = peers.find(course, input.device);
  if (peer) peer.gone = false;
  return true;
}

function patience(course) {
  if (course.state === 'calling') return course.posted ? RING_WITHIN : POST_WITHIN;
  if (course.state === 'ringing') return RUNG_WITHIN;
  if (course.state === 'connecting' && course.peers.length === 0) return peers.MEET_WITHIN;
  return Infinity;
}

function wait(step) {
  const { course, input } = step;
  if (input.at >= course.since + patience(course)) {
    if (course.state !== 'ringing') peers.send(step, 'bye');
    peers.finish(step, reasonOfWaiting(course));
  }
  peers.wait(step);
}

function reasonOfWaiting(course) {
  if (course.state === 'connecting') return 'failed';
  return course.posted || course.state === 'ringing' ? 'no_answer' : 'unreachable';
}

const takers = {
  'person call'(step) {
    if (isBusy(step.course)) return;
    begin(step, 'calling');
    peers.ask(step, 'post');
  },
  'person join'(step) {
    if (isBusy(step.course)) return;
    begin(step, 'connecting');
    peers.send(step, 'join');
  },
  'person answer'(step) {
    if (step.course.state !== 'ringing') return;
    peers.enter(step, 'connecting');
    peers.send(step, 'accept');
    peers.openAll(step);
  },
  'person decline': decline,
  'person hang_up'(step) {
    if (step.course.state === 'ringing') return decline(step);
    if (!isBusy(step.course)) return;
    if (isTalkingUnheard(step.course)) peers.ask(step, 'resume');
    peers.send(step, 'bye');
    peers.finish(step, step.course.state === 'calling' ? 'cancelled' : 'hung_up');
  },
  'server posted': (step) => step.course.state === 'calling' && step.input.call && settle(step),
  'server refused': (step) => waitsForServer(step.course) && peers.finish(step, step.input.reason),
  'server away': (step) => (step.course.away = true),
  'server resumed': resumed,
  'signal ring'(step) {
    const { course, input } = step;
    const isAgain = input.callId === course.callId && input.seq <= course.seq;
    if (isBusy(course) || isAgain) return;
    begin(step, 'ringing');
    course.seq = input.seq;
    course.call = input.call ?? course.call;
    peers.send(step, 'ringing');
  },
  'signal ringing': (step) => (step.course.ringsThere = true),
  'signal accept': comes,
  'signal join': comes,
  'signal decline': (step) => step.course.state === 'calling' && peers.finish(step, 'declined'),
  'signal offer': offered,
  'signal answer': detail,
  'signal candidate': detail,
  'signal renew'(step) {
    const peer = peers.find(step.course, step.input.device);
    if (peer?.offers && peers.isWorthATry(step, peer)) peers.renew(step, peer);
  },
  'signal update'(step) {
    for (const peer of [...step.course.peers].reverse())
      if (hasLeft(step.course, peer)) peers.drop(step, peer, 'hung_up');
  },
  'signal gone'(step) {
    const peer = peers.find(step.course, step.input.device);
    if (!peer) return;
    peer.gone = true;
    if (!peer.met) peers.drop(step, peer, 'lost');
  },
  'signal back'(step) {
    const peer = peers.find(step.course, step.input.device);
    if (peer && !peer.live && peers.isWorthATry(step, peer)) peers.renew(step, peer);
  },
  'signal bye'(step) {
    const peer = peers.find(step.course, step.input.device);
    if (peer) peers.drop(step, peer, 'hung_up');
  },
  'signal over': (step) => peers.finish(step, step.input.reason),
  'media offer'(step) {
    const peer = peers.find(step.course, step.input.device);
    if (!peer) return;
    peer.offer += 1;
    peers.send(step, 'offer', peer);
  },
  'media answer': (step) => sendOf(step, 'answer'),
  'media candidate': (step) => sendOf(step, 'candidate'),
  'media connected': heard,
  'media back': heard,
  'media silent'(step) {
    const peer = peers.find(step.course, step.input.device);
    if (peer) peers.quiet(step, peer);
  },
  'media failed'(step) {
    const peer = peers.find(step.course, step.input.device);
    if (peer) peers.failed(step, peer);
  },
};

// To take our call, or to let us in.
const waitsForServer = ({ state, peers: others }) =>
  state === 'calling' || (state === 'connecting' && others.length === 0);

// A server that was started anew meanwhile takes a goodbye only in a call that it has been told of.
function isTalkingUnheard(course) {
  return course.away && (course.state === 'talking' || course.state === 'reconnecting');
}

function decline(step) {
  if (step.course.state !== 'ringing') return;
  peers.send(step, 'decline');
  peers.finish(step, 'declined');
}

// How the server has our call while we wait for it to be answered.
function settle(step) {
  const { course, input } = step;
  const isOther = input.call.call_id !== course.callId;
  course.posted = true;
  course.call = input.call;
  if (input.call.state === 'over') return void peers.finish(step, input.call.reason);
  course.callId = input.call.call_id;
  if (input.call.state === 'talking') {
    peers.enter(step, 'connecting');
    peers.openAll(step);
  }
  if (isOther) peers.ask(step, 'fetch');
}

function resumed(step) {
  const { course, input } = step;
  course.away = false;
  if (!isBusy(course)) return;
  if (input.call?.call_id === course.callId) takeCall(step);
  else remind(step);
  for (const peer of course.peers) if (!peer.live && peer.triedAt < input.at) peers.renew(step, peer);
}

function takeCall(step) {
  const { course, input } = step;
  course.call = input.call;
  if (course.state === 'calling') settle(step);
  else if (input.call.state === 'over') peers.finish(step, input.call.reason);
  else if (course.state === 'ringing' && input.call.state === 'talking') peers.finish(step, 'answered_elsewhere');
}

// The server has forgotten our call: what talks goes on, what calls calls again, what rang is told anew by who calls.
function remind(step) {
  if (step.course.state === 'calling') peers.ask(step, 'post');
  else if (step.course.state === 'ringing') peers.finish(step, 'lost');
  else peers.ask(step, 'resume');
}

function comes(step) {
  const { course, input } = step;
  if (course.state === 'ringing') return; // who else is in it is told by the update
  if (course.state === 'calling') peers.enter(step, 'connecting');
  peers.open(step, input.device, input.kiosk, true);
}

// One that we had not heard of yet may be quicker than the news of it.
function offered(step) {
  const { course, input } = step;
  if (course.kiosk || !peers.isOn(course)) return;
  peers.open(step, input.device, input.kiosk, false);
  const peer = peers.find(course, input.device);
  if (!peer || peer.offers || input.offer <= peer.offer) return;
  peer.offer = input.offer;
  peers.ask(step, 'give', { device: peer.device });
}

function detail(step) {
  const peer = peers.find(step.course, step.input.device);
  if (peer?.offer === step.input.offer) peers.ask(step, 'give', { device: peer.device });
}

function hasLeft(course, peer) {
  const member = course.call?.members.find((one) => one.device === peer.device);
  return !member || member.state === 'over';
}

function sendOf(step, signal) {
  const peer = peers.find(step.course, step.input.device);
  if (peer) peers.send(step, signal, peer);
}

function heard(step) {
  const peer = peers.find(step.course, step.input.device);
  if (!peer) return;
  peer.live = peer.met = true;
  step.course.talked = true;
}
