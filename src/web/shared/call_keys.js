// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a call, by what it is doing.
import { h } from './dom.js';
import { icon } from './icons.js';

// view: {t, calls, media, again(), message() or null}; state: of calls.
export function keysOf(view, state) {
  if (state.name === 'ringing') return ringingKeys(view, state);
  if (state.name === 'over') return overKeys(view, state);
  if (state.name === 'calling') return [hangUpKey(view)];
  return talkingKeys(view, state);
}

function key(words, drawing, press, kind = '') {
  const mark = h('span', { class: 'disc' }, icon(drawing));
  return h('button', { class: `call-key ${kind}`, type: 'button', onclick: press }, mark, h('span', {}, words));
}

const hangUpKey = ({ t, calls }) => key(t('call.hang_up'), 'hang_up', () => calls.hangUp(), 'stop');

function ringingKeys({ t, calls }, { call }) {
  const isVideo = call.media === 'video';
  return [
    key(t('call.decline'), 'hang_up', () => calls.decline(), 'stop'),
    isVideo ? key(t('call.answer_audio'), 'phone', () => calls.accept('audio')) : null,
    key(t('call.answer'), isVideo ? 'video' : 'phone', () => calls.accept(call.media), 'go'),
  ];
}

function talkingKeys(view, { call }) {
  const { t, media } = view;
  const isVideo = (call?.media ?? 'video') === 'video';
  return [
    switchKey(view, 'audio', ['call.mute', 'microphone'], ['call.unmute', 'microphone_off']),
    isVideo ? switchKey(view, 'video', ['call.camera_off', 'video'], ['call.camera_on', 'video_off']) : null,
    isVideo && media.has('video') && media.mayTurn()
      ? key(t('call.camera_turn'), 'turn', () => media.turnCamera())
      : null,
    hangUpKey(view),
  ];
}

function switchKey({ t, media }, kind, [onWords, onDrawing], [offWords, offDrawing]) {
  const isOn = media.has(kind) && media.isOn(kind);
  const press = () => (media.has(kind) ? media.setOn(kind, !media.isOn(kind)) : media.open([kind]));
  return key(t(isOn ? onWords : offWords), isOn ? onDrawing : offDrawing, press, isOn ? '' : 'off');
}

function overKeys(view, state) {
  const { t, calls } = view;
  const isTalkedOut = state.talkingSince > 0 && state.reason !== 'lost';
  const mayJoin = state.reason === 'busy' && state.joinable;
  const mayRecord = view.message && ['no_answer', 'unreachable', 'busy', 'declined'].includes(state.reason);
  return [
    key(t('call.close'), 'close', () => view.close()),
    mayRecord ? key(t('call.leave_message'), 'message', () => view.message()) : null,
    mayJoin ? key(t('call.join'), 'join', () => calls.join(state.joinable, 'video'), 'go') : null,
    isTalkedOut || mayJoin ? null : key(t('call.again'), 'phone', () => view.again(), 'go'),
  ];
}
