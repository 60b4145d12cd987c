// SPDX-License-Identifier: GPL-3.0-or-later
// The visits of the day, the next one large: where, when, what to know, and the one key that comes next.
import { fill, h, keepFocus } from '../shared/dom.js';
import { isOpen, lateness } from '../shared/bookings.js';
import { LANGUAGES } from '../shared/words.js';
import { shrink } from './photo.js';

// The next tap of each state, and what it makes of it.
const NEXT = { accepted: 'on_the_way', on_the_way: 'begun', begun: 'done' };

export function createDay(page) {
  const line = h('p', { class: 'line', role: 'status', hidden: true });
  const said = h('p', { class: 'said', role: 'status' });
  let day = null;
  let waiting = [];

  // As the taps that are still on their way have left it.
  function visits() {
    const now = new Map(waiting.filter(({ step }) => step).map(({ booking, step }) => [booking, step.to]));
    return day.visits.map((visit) => ({ ...visit, status: now.get(visit.id) ?? visit.status }));
  }
  const now = () => Date.now() + (day?.clockAheadMs ?? 0);

  function draw() {
    line.textContent = page.t('visit.line_down');
    const contents = page.isEnded ? h('p', { class: 'empty', role: 'alert' }, page.t(page.isEnded)) : body();
    keepFocus(page.place, () => fill(page.place, bar(), line, said, contents));
  }
  function bar() {
    const other = Object.keys(LANGUAGES).find((language) => language !== page.words.language);
    const who = day ? page.t('visit.hello', { name: day.helper, day: page.words.longDay(day.date) }) : page.t('visit.title');
    document.title = page.t('visit.title');
    return h(
      'header',
      { class: 'bar' },
      h('h1', {}, who),
      h(
        'button',
        { class: 'link', type: 'button', lang: other.replace('_', '-'), onclick: () => page.chooseLanguage(other) },
        LANGUAGES[other],
      ),
    );
  }
  function body() {
    if (!day) return h('p', { class: 'empty' }, page.t('visit.nothing_yet'));
    const all = visits();
    const open = all.filter(isOpen);
    const over = all.filter((one) => !isOpen(one));
    return [
      waiting.length ? h('p', { class: 'waiting', role: 'status' }, page.t('visit.waiting', { count: waiting.length })) : null,
      all.length ? null : h('p', { class: 'empty' }, page.t('visit.none')),
      h('ol', { class: 'visits' }, open.map((one, n) => card(one, n === 0))),
      over.length ? h('h2', {}, page.t('visit.over')) : null,
      h('ol', { class: 'visits over' }, over.map((one) => card(one, false))),
    ];
  }

  function card(visit, isNext) {
    const { clock } = page.words;
    const late = isOpen(visit) && lateness(visit, now());
    const words = (text) => (text ? h('p', {}, text) : null);
    return h(
      'li',
      { class: `${isNext ? 'next' : ''} ${late}` },
      h('p', { class: 'when' }, `${clock(visit.at, day.utc_offset_min)} · ${visit.name}`),
      h('p', { class: 'who' }, visit.resident.name),
      h('p', { class: 'where' }, visit.place || page.t('visit.not_at_home')),
      words(visit.note && page.t('booking.note', { note: visit.note })),
      h('p', { class: 'state' }, page.t(`booking.${visit.status}`)),
      visit.resident.phone && isOpen(visit)
        ? h('a', { class: 'key wide', href: `tel:${visit.resident.phone}` }, page.t('visit.call', { phone: visit.resident.phone }))
        : null,
      NEXT[visit.status] ? keys(visit) : null,
      ['begun', 'done', 'confirmed'].includes(visit.status) ? photoKey(visit) : null,
    );
  }
  function keys(visit) {
    const step = NEXT[visit.status];
    const name = visit.resident.name;
    return [
      h(
        'button',
        { class: 'key main wide', type: 'button', 'aria-label': `${page.t(`visit.do.${step}`)} · ${name}`, onclick: () => tap(visit, { to: step }) },
        page.t(`visit.do.${step}`),
      ),
      visit.status === 'begun' ? null : missKey(visit),
    ];
  }
  // Asks once more: the desk looks for the person at once.
  function missKey(visit) {
    const ask = () => window.confirm(page.t('visit.miss_sure', { name: visit.resident.name }));
    const onclick = () => ask() && tap(visit, { to: 'missed', reason: 'nobody_there' });
    return h('button', { class: 'key wide warn', type: 'button', onclick }, page.t('visit.do.missed'));
  }
  function photoKey(visit) {
    const input = h('input', { type: 'file', accept: 'image/*', capture: 'environment', class: 'unseen', name: `photo-${visit.id}` });
    input.addEventListener('change', () => input.files[0] && takePhoto(visit, input.files[0]));
    const has = visit.photo || waiting.some(({ booking, photo }) => photo && booking === visit.id);
    return h('label', { class: 'key wide photo-key' }, input, page.t(has ? 'visit.photo_again' : 'visit.photo'));
  }

  // The time is that of the tap, not of when there is a line again.
  async function tap({ id }, step) {
    said.textContent = '';
    await add({ booking: id, step: { ...step, happened_at: now() } });
  }
  async function takePhoto({ id }, file) {
    try {
      await add({ booking: id, photo: await shrink(file) });
    } catch {
      said.textContent = page.t('visit.photo_unreadable');
    }
  }
  async function add(item) {
    waiting = [...waiting, item];
    draw();
    await page.outbox.add(item);
    waiting = await page.outbox.waiting();
    draw();
  }
  return {
    draw,
    take(taken, items) {
      day = taken ?? day;
      waiting = items;
      draw();
    },
    say: (words) => (said.textContent = words),
    showLine: (isUp) => (line.hidden = isUp || Boolean(page.isEnded)),
  };
}
