// SPDX-License-Identifier: GPL-3.0-or-later
// Calls of the desk: after a call for help, by request, and those of residents who ring. The call stands over
// everything; only the red band stays above it.
import { createCallView } from '../shared/call_view.js';
import { createCalls } from '../shared/calls.js';
import { h } from '../shared/dom.js';
import { createLocalMedia } from '../shared/local_media.js';

// The desk as residents call it: whoever of the staff answers.
export const DESK_ID = '00000000-0000-0000-0000-000000000000';

export function createCalling(desk) {
  const { ringtone } = desk;
  const device = desk.newId();
  let who = { name: '', portrait: '' };
  let dialog = null;
  const media = createLocalMedia({
    devices: navigator.mediaDevices,
    silence: ringtone.silence,
    onChange: () => calls.mediaChanged(),
  });
  const calls = createCalls({
    device,
    me: () => ({ kind: 'staff', id: desk.staff.id }),
    mine: () => [DESK_ID, desk.staff.id].map((id) => ({ kind: 'staff', id })),
    requests: desk.requests,
    media,
    connect: (configuration) => new RTCPeerConnection(configuration),
    newId: desk.newId,
    now: () => performance.now(),
    wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    onChange: draw,
    beacon: (path, body) => navigator.sendBeacon(path, new Blob([JSON.stringify(body)], { type: 'application/json' })),
  });
  const view = createCallView({
    t: desk.t,
    calls,
    media,
    now: () => performance.now(),
    whom: (state) => whomOf(state) ?? who,
    portraitOf: () => who.portrait,
    again: () => again(calls.state()),
    close,
    message: null,
  });
  window.addEventListener('pagehide', () => calls.leave());

  // Of a call that came here, the one who makes it.
  function whomOf({ call }) {
    const other = call?.members.find(({ party }) => party.kind === 'resident' || party.kind === 'kiosk');
    return other && other.name ? { name: other.name, portrait: who.id === other.party.id ? who.portrait : '' } : null;
  }

  // to: {kind, id}; shown: {name, portrait} until the server tells.
  function place(to, shown, more = {}) {
    ringtone.allow();
    who = { ...shown, id: to.id };
    calls.place(to, more.media ?? 'video', { purpose: more.purpose ?? 'talk', ...more });
  }
  function again({ wanted, call }) {
    const other = call?.members.find(({ party }) => party.kind === 'resident');
    if (wanted) calls.place(wanted.to, wanted.media, wanted);
    else if (other) calls.place(other.party, call.media);
  }

  function sound({ name, ringsThere }) {
    if (name === 'ringing') ringtone.ring();
    else if (name === 'calling' && ringsThere) ringtone.ringBack();
    else ringtone.stop();
  }
  // A call that another of the desk has taken, or that was not for now, leaves nothing to be read.
  let before = 'idle';
  function turned({ name, reason }) {
    if (before === 'ringing' && name === 'over' && reason !== 'failed') close();
    before = name;
  }

  let wasBusy = false;
  function turn(isBusy) {
    wasBusy = isBusy;
    desk.keepListening?.(isBusy);
    desk.help.draw();
  }
  function draw() {
    const state = calls.state();
    sound(state);
    if (state.isBusy !== wasBusy) turn(state.isBusy);
    if (state.isBusy && !dialog) present();
    if (dialog) view.draw();
    turned(state);
  }
  function present() {
    dialog = h('dialog', { class: 'call-dialog' }, view.node);
    // A call is ended by its key, not by Escape.
    dialog.addEventListener('cancel', (event) => calls.state().isBusy && event.preventDefault());
    dialog.addEventListener('close', () => (dialog = null));
    desk.dialogs.present(dialog);
  }
  function close() {
    dialog?.close();
  }

  return {
    device,
    place,
    isBusy: () => wasBusy,
    takeEvent: calls.takeEvent,
    resume: calls.resume,
    away: calls.away,
    redraw: () => dialog && view.draw(),
  };
}
