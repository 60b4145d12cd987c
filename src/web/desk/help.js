// SPDX-License-Identifier: GPL-3.0-or-later
// Calls for help: a red band over every view until somebody has taken and closed the call, and a sound until it is taken.
import { fill, h } from '../shared/dom.js';

export function createHelp(desk) {
  const band = h('section', { class: 'help', role: 'alert' });
  const soundLine = h('p', { class: 'sound-line', hidden: true });
  const calls = new Map();
  document.body.prepend(band, soundLine);
  desk.sound.onChange(() => drawSoundLine());
  desk.dialogs.onChange(place);

  const mayTake = () => desk.may('desk', 'admin');

  // A dialog makes all around it deaf, so the band stands in the topmost one.
  function place() {
    const over = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    if (band.parentNode !== over) over.prepend(band);
  }

  async function begin() {
    drawSoundLine();
    if (!mayTake()) return;
    const { help } = await desk.requests.get('/api/v1/help');
    help.forEach(take);
  }

  function take(call) {
    if (call.state === 'raised' || call.state === 'acknowledged') calls.set(call.help_id, call);
    else calls.delete(call.help_id);
    draw();
  }

  async function draw() {
    const waiting = [...calls.values()];
    if (waiting.some((call) => call.state === 'raised')) desk.sound.ring();
    else desk.sound.stop();
    const rows = await Promise.all(waiting.map(row));
    fill(band, rows);
  }

  async function row(call) {
    const [residents, kiosks] = await Promise.all([desk.catalogue.residents(), desk.catalogue.kiosks()]);
    const resident = residents.find((one) => one.id === call.resident_id);
    const kiosk = kiosks.find((one) => one.id === call.kiosk_id);
    const who = resident ? [resident.name, resident.room].join(' ') : desk.t('help.nobody');
    return h(
      'div',
      { class: `call ${call.state}` },
      h('strong', {}, desk.t('help.title')),
      h('span', { class: 'person' }, who),
      h('span', {}, desk.t('help.where', { place: kiosk ? `${kiosk.name} ${kiosk.place}` : '—' })),
      resident?.phone ? h('span', {}, resident.phone) : null,
      h('span', {}, desk.words.clock(call.raised_at, desk.site.utc_offset_min)),
      call.staff_name ? h('span', { class: 'taken' }, desk.t('help.taken', { name: call.staff_name })) : null,
      mayTake() ? stepKey(call) : null,
    );
  }

  function stepKey(call) {
    const step = call.state === 'raised' ? 'acknowledge' : 'close';
    const press = async (event) => {
      event.target.disabled = true;
      try {
        await desk.requests.post(`/api/v1/help/${call.help_id}/${step}`);
      } catch (fault) {
        desk.dialogs.notice(desk.faultText(fault));
      }
      event.target.disabled = false;
    };
    return h('button', { class: 'key', type: 'button', onclick: press }, desk.t(`help.${step}`));
  }

  function drawSoundLine() {
    soundLine.hidden = desk.sound.isAllowed();
    fill(
      soundLine,
      desk.t('help.sound_off'),
      h('button', { class: 'key', type: 'button', onclick: () => desk.sound.allow() }, desk.t('help.sound_on')),
    );
  }
  return { begin, take, draw: () => { drawSoundLine(); draw(); } };
}
