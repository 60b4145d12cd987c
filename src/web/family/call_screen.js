// SPDX-License-Identifier: GPL-3.0-or-later
// The call over the page: rings, shows, and gives way to a message when nobody answered.
import { createCallView } from '../shared/call_view.js';

export function createCallScreen(page) {
  const { calls, media, ringtone } = page;
  const view = createCallView({
    t: page.t,
    calls,
    media,
    now: () => performance.now(),
    whom: () => page.session.resident,
    portraitOf: (party) => (party?.kind === 'resident' ? page.session.resident.portrait : ''),
    again: () => place(calls.state().call?.media ?? calls.state().wanted?.media ?? 'video'),
    close,
    message() {
      close();
      page.home.record();
    },
  });

  function place(kind) {
    ringtone.allow();
    calls.place({ kind: 'resident', id: page.session.resident.id }, kind);
  }
  function close() {
    view.node.remove();
    document.title = page.t('family.title', { name: page.session.resident.name });
  }

  // Stands over everything from the first sign of a call until it is closed.
  let before = 'idle';
  function draw() {
    const { name, ringsThere } = calls.state();
    sound(name, ringsThere);
    if (name !== before) turn(name);
    before = name;
    if (view.node.isConnected) view.draw();
  }
  function turn(name) {
    const { name: resident } = page.session.resident;
    if (name !== 'idle' && name !== 'over') document.body.append(view.node);
    // A call that was not for us any more leaves nothing to be read.
    if (name === 'over' && ['answered_elsewhere', 'declined'].includes(calls.state().reason) && before === 'ringing')
      close();
    document.title = name === 'ringing' ? `☎ ${resident}` : page.t('family.title', { name: resident });
  }
  function sound(name, ringsThere) {
    if (name === 'ringing') ringtone.ring();
    else if (name === 'calling' && ringsThere) ringtone.ringBack();
    else ringtone.stop();
  }
  return { draw, place };
}
