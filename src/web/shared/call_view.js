// SPDX-License-Identifier: GPL-3.0-or-later
// A call as it is seen: who it is with, the pictures, what goes wrong, and the keys.
import { createAwake } from './awake.js';
import { createTile } from './call_tile.js';
import { keysOf } from './call_keys.js';
import { clockOfCall } from './call_words.js';
import { fill, h, keepFocus } from './dom.js';
import { pictureOf } from './picture_of.js';

const ON = ['connecting', 'talking', 'reconnecting'];

// view:
//   t, calls, media
//   whom(state)   → {name, portrait}: the one it is with, or who calls
//   again(), close(), message (or null): keys after the call
//   now()         the clock of calls
// node is shown by whoever puts it somewhere; draw() after every change.
export function createCallView(view) {
  const face = h('div', { class: 'call-face' });
  const stage = h('div', { class: 'call-stage' });
  const own = h('video', { class: 'call-own', muted: true, autoplay: true, playsinline: true });
  own.muted = true; // the attribute alone does not mute what is set by code
  const head = h('header', { class: 'call-head', role: 'status' });
  const notes = h('div', { class: 'call-notes', role: 'status' });
  const keys = h('div', { class: 'call-keys' });
  const node = h('section', { class: 'call-view' }, face, stage, own, head, notes, keys);
  const tiles = new Map();
  let ticking = 0;
  const stayAwake = createAwake(navigator.wakeLock);

  function draw() {
    own.ariaLabel = view.t('call.my_picture');
    const state = view.calls.state();
    const isOn = ON.includes(state.name);
    node.dataset.state = state.name;
    drawTiles(state, isOn);
    drawOwn(isOn);
    fill(face, faceOf(state));
    drawHead(state);
    fill(
      notes,
      notesOf(state).map((words) => h('p', {}, words)),
    );
    drawKeys(state);
    stayAwake(isOn);
  }

  function drawTiles(state, isOn) {
    const shown = isOn ? state.others : [];
    for (const [device, tile] of tiles)
      if (!shown.some((one) => one.device === device)) {
        tile.node.remove();
        tiles.delete(device);
      }
    for (const one of shown) {
      if (!tiles.has(one.device)) tiles.set(one.device, createTile(view));
      tiles.get(one.device).draw(one);
      stage.append(tiles.get(one.device).node);
    }
    stage.dataset.count = shown.length;
    node.classList.toggle(
      'pictured',
      [...tiles.values()].some((tile) => tile.hasPicture()),
    );
  }

  function drawOwn(isOn) {
    const { video } = view.media.tracks();
    own.hidden = !isOn || !video || !view.media.isOn('video');
    own.classList.toggle('mirrored', view.media.mirrors());
    if (own.srcObject?.getTracks()[0] === video || (!own.srcObject && !video)) return;
    own.srcObject = video ? new MediaStream([video]) : null;
  }

  function drawHead(state) {
    const { name } = view.whom(state);
    fill(head, h('h1', {}, name), h('p', {}, sentenceOf(state, name)));
    clearInterval(ticking);
    if (state.name === 'talking') ticking = setInterval(tick, 1000);
  }
  function tick() {
    head.lastChild.textContent = clockOfCall(view.now() - view.calls.state().talkingSince);
  }

  // Keys are made anew only when they change: a finger may be on one.
  let drawn = '';
  function drawKeys(state) {
    const { media } = view;
    const what = ['audio', 'video'].map((kind) => [media.has(kind), media.isOn(kind)]);
    const now = JSON.stringify([
      state.name,
      state.reason,
      state.joinable,
      state.call?.media,
      what,
      view.t('call.answer'),
    ]);
    if (now === drawn) return;
    drawn = now;
    keepFocus(keys, () => fill(keys, keysOf(view, state)));
  }

  function sentenceOf(state, name) {
    const { t } = view;
    if (state.name === 'calling') return t(state.ringsThere ? 'call.rings_there' : 'call.calling');
    if (state.name === 'ringing') return t(`call.rings_${state.call.media}`);
    if (state.name === 'talking') return clockOfCall(view.now() - state.talkingSince);
    if (state.name === 'over') return t(state.isFull ? 'over.full' : `over.${state.reason || 'hung_up'}`, { name });
    return t(state.name === 'connecting' ? 'call.connecting' : 'call.reconnecting');
  }

  function faceOf(state) {
    const { name, portrait } = view.whom(state);
    return pictureOf(portrait, name);
  }

  function notesOf(state) {
    const { t } = view;
    const told = state.others.flatMap((one) => tiles.get(one.device)?.notes() ?? []);
    const problems = state.isBusy ? view.media.problems().map((problem) => t(problem)) : [];
    return [...problems, ...told];
  }

  return { node, draw };
}
