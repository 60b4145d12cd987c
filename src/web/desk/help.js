// SPDX-License-Identifier: GPL-3.0-or-later
// Calls for help: a red band over every view until somebody has taken and closed the call, the oldest first, and a sound
// until it is taken.
import { fill, h, keepFocus } from '../shared/dom.js';
import { showHelp } from './help_card.js';
import { askEnding } from './help_close.js';
import { createHelpPeople } from './help_people.js';
import { isOpen, mustDecide, newestByPerson, stepWords } from './help_steps.js';
import { createNewest } from './newest.js';

const MOST_ROWS = 3; // a power cut makes hundreds: the rest stands on the page of calls
const AGE_MS = 10000;

export function createHelp(desk) {
  const band = h('section', { class: 'help', role: 'alert' });
  const soundLine = h('p', { class: 'sound-line', hidden: true });
  const calls = new Map();
  const shown = new Set();
  const newest = createNewest();
  const people = createHelpPeople(desk);
  document.body.prepend(band, soundLine);
  desk.sound.onChange(() => drawSoundLine());
  desk.dialogs.onChange(place);
  setInterval(drawAges, AGE_MS);

  const mayTake = () => desk.may('desk', 'admin');
  const list = () => [...calls.values()].sort((one, other) => one.raised_at - other.raised_at);

  // A dialog makes all around it deaf, so the band stands in the topmost one.
  function place() {
    const over = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body;
    if (band.parentNode !== over) over.prepend(band);
    // What lies below it in a dialog must not be covered, however many lines it has.
    over.style.setProperty('--band', `${band.offsetHeight}px`);
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
      desk.dialogs.notice(desk.t('help.cancelled', { name: people.nameOf(call) }));
    if (isOpen(call)) calls.set(call.help_id, call);
    else calls.delete(call.help_id);
    draw();
    learn();
  }
  async function learn() {
    await people.learn();
    draw();
  }

  function draw() {
    const waiting = list();
    if (waiting.some((call) => call.state === 'raised')) desk.sound.ring();
    else desk.sound.stop();
    keepFocus(band, () => fill(band, waiting.slice(0, MOST_ROWS).map(row), rest(waiting.length - MOST_ROWS)));
    place();
    if (mayTake()) waiting.slice(0, MOST_ROWS).forEach(tellShown);
  }
  function rest(count) {
    if (count <= 0) return null;
    return h('p', { class: 'call rest' }, h('a', { href: '#alarms' }, desk.t('help.more', { count })));
  }

  // The elder hears that a page has it; the server keeps one such step a member of staff.
  function tellShown({ help_id }) {
    if (shown.has(help_id)) return;
    shown.add(help_id);
    desk.requests.post(`/api/v1/help/${help_id}/shown`).catch(() => shown.delete(help_id));
  }

  function row(call) {
    const resident = people.residentOf(call);
    const done = newestByPerson(call);
    return h(
      'div',
      { class: `call ${call.state}${call.drill ? ' drill' : ''}` },
      h('strong', {}, desk.t(call.drill ? 'help.drill' : 'help.title')),
      h('span', { class: 'person' }, people.nameOf(call), ' ', resident?.room),
      h('span', {}, desk.t('help.where', { place: people.placeOf(call) })),
      resident?.phone ? h('span', {}, resident.phone) : null,
      h('span', { class: 'age', 'data-raised': call.raised_at }, age(call.raised_at)),
      call.presses > 1 ? h('span', {}, desk.t('help.presses', { count: call.presses })) : null,
      mustDecide(call) ? h('strong', { class: 'decide' }, desk.t('help.decide')) : null,
      call.staff_name
        ? h('span', { class: 'taken' }, done ? stepWords(desk, done) : desk.t('help.taken', { name: call.staff_name }))
        : null,
      mayTake() ? [key('help.more_of', () => showHelp(desk, call, people)), callKey(call, resident), stepKeys(call)] : null,
    );
  }
  function age(raisedAt) {
    const minutes = Math.max(0, Math.floor((desk.now() - raisedAt) / 60000));
    return desk.t('help.age', { when: desk.words.clock(raisedAt, desk.site.utc_offset_min), minutes });
  }
  function drawAges() {
    band.querySelectorAll('.age').forEach((node) => (node.textContent = age(Number(node.dataset.raised))));
  }

  const key = (words, press, kind = '') =>
    h('button', { class: `key ${kind}`, type: 'button', onclick: press }, desk.t(words));

  // Listening and speaking at once with whoever pressed, through the kiosk in front of them.
  function callKey(call, resident) {
    if (desk.calling.isBusy() || !desk.reach.hasKiosk(call.kiosk_id)) return null;
    const to = resident ? { kind: 'resident', id: resident.id } : { kind: 'kiosk', id: call.kiosk_id };
    const face = { name: people.nameOf(call), portrait: resident?.portrait ?? '' };
    return key('help.call', () => {
      if (call.state === 'raised') does(call, 'acknowledge');
      desk.calling.place(to, face, { purpose: 'help', help_id: call.help_id });
    });
  }
  function stepKeys(call) {
    if (call.state === 'raised') return key('help.acknowledge', () => does(call, 'acknowledge'));
    const done = newestByPerson(call)?.kind;
    return [
      done === 'coming' || done === 'there' ? null : key('help.coming', () => does(call, 'coming')),
      done === 'there' ? null : key('help.there', () => does(call, 'there')),
      key('help.close', () => askEnding(desk, call, people.nameOf(call))),
    ];
  }
  async function does(call, what) {
    try {
      await desk.requests.post(`/api/v1/help/${call.help_id}/${what}`);
    } catch (fault) {
      desk.dialogs.notice(desk.faultText(fault));
      refresh();
    }
  }

  function drawSoundLine() {
    soundLine.hidden = desk.sound.isAllowed();
    fill(soundLine, desk.t('help.sound_off'), key('help.sound_on', () => desk.sound.allow()));
  }
  function redraw() {
    drawSoundLine();
    draw();
  }
  return { refresh, take, draw: redraw, row, list, people };
}
