// SPDX-License-Identifier: GPL-3.0-or-later
// Calls for help: a red band over every view until somebody has taken and closed the call, and a sound until it is taken.
import { fill, h } from '../shared/dom.js';
import { createNewest } from './newest.js';

export function createHelp(desk) {
  const band = h('section', { class: 'help', role: 'alert' });
  const soundLine = h('p', { class: 'sound-line', hidden: true });
  const calls = new Map();
  const newest = createNewest();
  let residents = [];
  let kiosks = [];
  document.body.prepend(band, soundLine);
  desk.sound.onChange(() => drawSoundLine());
  desk.dialogs.onChange(place);

  const mayTake = () => desk.may('desk', 'admin');

  // A dialog makes all around it deaf, so the band stands in the topmost one.
  function place() {
    const over = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    if (band.parentNode !== over) over.prepend(band);
  }

  // What is open, asked anew whenever the line is there again; a failure leaves what is known.
  async function refresh() {
    drawSoundLine();
    if (!mayTake()) return;
    const open = await newest.ask(() => desk.requests.get('/api/v1/help')).catch(() => null);
    if (!open) return;
    calls.clear();
    open.help.forEach((call) => calls.set(call.help_id, call));
    draw();
    learn();
  }

  // The band stands at once; who and where are filled in when they are known.
  function take(call) {
    newest.took();
    if (call.state === 'cancelled' && calls.has(call.help_id))
      desk.dialogs.notice(desk.t('help.cancelled', { name: nameOf(call) }));
    if (call.state === 'raised' || call.state === 'acknowledged') calls.set(call.help_id, call);
    else calls.delete(call.help_id);
    draw();
    learn();
  }
  async function learn() {
    residents = await desk.catalogue.residents().catch(() => residents);
    kiosks = await desk.catalogue.kiosks().catch(() => kiosks);
    draw();
  }

  function draw() {
    const waiting = [...calls.values()];
    if (waiting.some((call) => call.state === 'raised')) desk.sound.ring();
    else desk.sound.stop();
    fill(band, waiting.map(row));
  }
  function nameOf(call) {
    return residents.find((one) => one.id === call.resident_id)?.name ?? desk.t('help.nobody');
  }
  function row(call) {
    const resident = residents.find((one) => one.id === call.resident_id);
    const kiosk = kiosks.find((one) => one.id === call.kiosk_id);
    const where = kiosk ? [kiosk.name, kiosk.place].filter(Boolean).join(' ') : '…';
    return h(
      'div',
      { class: `call ${call.state}` },
      h('strong', {}, desk.t('help.title')),
      h('span', { class: 'person' }, nameOf(call), ' ', resident?.room),
      h('span', {}, desk.t('help.where', { place: where })),
      resident?.phone ? h('span', {}, resident.phone) : null,
      h('span', {}, desk.words.clock(call.raised_at, desk.site.utc_offset_min)),
      call.staff_name ? h('span', { class: 'taken' }, desk.t('help.taken', { name: call.staff_name })) : null,
      mayTake() ? callKey(call, resident) : null,
      mayTake() ? stepKey(call) : null,
    );
  }

  // Listening and speaking at once with whoever pressed, through the kiosk in front of them.
  function callKey(call, resident) {
    if (desk.calling.isBusy() || !desk.reach.hasKiosk(call.kiosk_id)) return null;
    const to = resident ? { kind: 'resident', id: resident.id } : { kind: 'kiosk', id: call.kiosk_id };
    const shown = { name: nameOf(call), portrait: resident?.portrait ?? '' };
    const press = () => {
      if (call.state === 'raised') acknowledge(call);
      desk.calling.place(to, shown, { purpose: 'help', help_id: call.help_id });
    };
    return h('button', { class: 'key', type: 'button', onclick: press }, desk.t('help.call'));
  }
  function stepKey(call) {
    const isRaised = call.state === 'raised';
    const press = isRaised ? () => acknowledge(call) : () => close(call);
    return h(
      'button',
      { class: 'key', type: 'button', onclick: press },
      desk.t(isRaised ? 'help.acknowledge' : 'help.close'),
    );
  }
  async function acknowledge(call) {
    try {
      await desk.requests.post(`/api/v1/help/${call.help_id}/acknowledge`);
    } catch (fault) {
      desk.dialogs.notice(desk.faultText(fault));
      refresh();
    }
  }
  // Asked once more: the second press of a double one would otherwise close what the first has just taken.
  function close(call) {
    return desk.dialogs.confirm(
      desk.t('help.close_title', { name: nameOf(call) }),
      desk.t('help.close_sure'),
      desk.t('help.close'),
      () => desk.requests.post(`/api/v1/help/${call.help_id}/close`),
    );
  }

  function drawSoundLine() {
    soundLine.hidden = desk.sound.isAllowed();
    const allow = h(
      'button',
      { class: 'key', type: 'button', onclick: () => desk.sound.allow() },
      desk.t('help.sound_on'),
    );
    fill(soundLine, desk.t('help.sound_off'), allow);
  }
  function redraw() {
    drawSoundLine();
    draw();
  }
  return { refresh, take, draw: redraw };
}
