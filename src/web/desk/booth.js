// SPDX-License-Identifier: GPL-3.0-or-later
// Where somebody speaks: the microphone with its meter, the check of the room, one key to speak and to stop, and what
// became of it.
import { fill, h } from '../shared/dom.js';
import { passes } from '../shared/signals.js';
import { openMicrophone } from './microphone.js';
import { createPlayer } from './player.js';
import { SILENCE_DB } from './wav.js';

const ROOM_SECONDS = 1.5;
const LOUD_ROOM_DB = -48;
const SOFTEST_DB = -60; // where the meter begins

// sent(): a recording was taken.
export function createBooth(desk, { sent }) {
  const meter = h('div', { class: 'level', role: 'meter', 'aria-label': desk.t('voices.level') }, h('span'));
  const told = h('p', { class: 'told', role: 'status' });
  const keys = h('div', { class: 'keys' });
  const player = createPlayer();
  const unsent = (desk.unsent ??= new Map()); // by voice and line: what was said and is not at the server
  const booth = { desk, told, keys, player, sent, unsent, state: 'closed', isLeft: false };
  Object.assign(booth, { microphone: null, voice: null, line: null });
  booth.onLevel = (db, peak) => {
    const part = Math.max(0, Math.min(1, (db - SOFTEST_DB) / -SOFTEST_DB));
    meter.firstChild.style.inlineSize = `${Math.round(part * 100)}%`;
    meter.classList.toggle('too-loud', peak > 0.98);
    meter.ariaValueNow = String(Math.round(Math.max(SILENCE_DB, db)));
  };

  function node(voice, line) {
    if (booth.state === 'speaking' && booth.line.id !== line.id) dropTake(booth);
    Object.assign(booth, { voice, line });
    drawKeys(booth);
    return h('div', { class: 'booth' }, meter, told, keys);
  }
  // For good: a microphone that is only being opened is closed as soon as it is.
  function leave() {
    booth.isLeft = true;
    booth.microphone?.close();
    player.stop();
  }
  return { node, leave, forget: () => tell(booth, '') };
}

function tell(booth, words, isGood = true) {
  booth.told.textContent = words;
  booth.told.classList.toggle('why', !isGood);
}

function drawKeys(booth) {
  const { desk, line, unsent } = booth;
  const isSaid = line.clip || unsent.has(placeOf(booth));
  const key = (kind, words, press) => h('button', { class: `key ${kind}`, type: 'button', onclick: () => press(booth) }, words);
  const speak = {
    closed: () => key('speak main large', desk.t('voices.open'), open),
    busy: () => h('button', { class: 'key speak main large', type: 'button', disabled: true }, desk.t('voices.wait')),
    ready: () => key(isSaid ? 'speak large' : 'speak main large', desk.t(isSaid ? 'voices.again' : 'voices.speak'), begin),
    speaking: () => key('speak main large stop', desk.t('voices.stop'), end),
  };
  const isFree = booth.state === 'ready' || booth.state === 'closed';
  const hear = line.clip && isFree ? key('large', desk.t('voices.hear'), play) : null;
  const drop = line.clip && isFree ? key('apart', desk.t('voices.drop'), remove) : null;
  const send = unsent.has(placeOf(booth)) && isFree ? key('main large', desk.t('voices.send_again'), sendAgain) : null;
  const hadFocus = booth.keys.contains(document.activeElement);
  fill(booth.keys, drop, hear, speak[booth.state](), send);
  if (hadFocus) booth.keys.querySelector('.speak').focus();
}

function enter(booth, state) {
  booth.state = state;
  drawKeys(booth);
}

async function open(booth) {
  const { desk } = booth;
  enter(booth, 'busy');
  tell(booth, desk.t('voices.room'));
  try {
    const microphone = await openMicrophone(booth.onLevel);
    if (booth.isLeft) return microphone.close();
    booth.microphone = microphone;
    const isLoud = (await microphone.listenToRoom(ROOM_SECONDS)) > LOUD_ROOM_DB;
    tell(booth, desk.t(isLoud ? 'voices.room_loud' : 'voices.room_quiet'), !isLoud);
    enter(booth, 'ready');
  } catch {
    tell(booth, desk.t('voices.no_microphone'), false);
    enter(booth, 'closed');
  }
}

function begin(booth) {
  booth.player.stop();
  booth.microphone.begin();
  tell(booth, booth.desk.t('voices.listening'));
  enter(booth, 'speaking');
}

// What is half said is of a line that is not in front any more.
function dropTake(booth) {
  booth.microphone.end();
  booth.state = 'ready';
}

function end(booth) {
  return deliver(booth, booth.line, booth.microphone.end());
}

const placeOf = ({ voice, line }) => `${voice.id} ${line.id}`;

// What the server cannot take now stays with its line, as long as the page is open, and can be sent again.
async function deliver(booth, line, wav) {
  const { desk, voice, unsent } = booth;
  const tellOfIt = (...told) => booth.line.id === line.id && tell(booth, ...told);
  const place = placeOf(booth);
  unsent.delete(place);
  enter(booth, 'busy');
  tell(booth, desk.t('voices.checking'));
  try {
    line.clip = await desk.requests.putBytes(`/api/v1/voices/${voice.id}/clips/${line.id}`, wav, 'audio/wav');
    tellOfIt(desk.t('voices.good'));
    booth.sent();
  } catch (fault) {
    if (passes(fault)) unsent.set(place, wav);
    tellOfIt(desk.faultText(fault), false);
  }
  enter(booth, 'ready');
}

const sendAgain = (booth) => deliver(booth, booth.line, booth.unsent.get(placeOf(booth)));

async function play({ desk, player, line, told }) {
  try {
    await player.play(await desk.requests.bytes(`/api/v1/media/${line.clip.hash}`), line.clip.gain_cb);
  } catch (fault) {
    told.textContent = desk.faultText(fault);
  }
}

async function remove(booth) {
  const { desk, voice, line } = booth;
  try {
    await desk.requests.remove(`/api/v1/voices/${voice.id}/clips/${line.id}`);
    line.clip = undefined;
    tell(booth, desk.t('voices.dropped'));
    booth.sent();
  } catch (fault) {
    tell(booth, desk.faultText(fault), false);
  }
  drawKeys(booth);
}
