// SPDX-License-Identifier: GPL-3.0-or-later
// 预约: what was asked for and is not answered yet, then the day by helper and hour. Who is late, or about to be, stands
// out by words and colour, without anybody's asking.
import { buildingOf, dayGrid, isOnDay, lateness } from '../shared/bookings.js';
import { addDays, dateAt } from '../shared/days.js';
import { fill, h } from '../shared/dom.js';
import { openBooking } from './booking_card.js';
import { bookByTelephone } from './booking_new.js';
import { choiceField } from './field.js';
import { createLiveArea } from './live_area.js';
import { dateOfQuery, dayChoice } from './meal_choice.js';

export const bookings = { name: 'bookings', roles: ['desk', 'admin'], show };

const LOOK_EVERY_MS = 30000; // so that what becomes late is seen
const DAYS_AHEAD = 31;

function show(desk, place, query) {
  const today = dateAt(desk.now(), desk.site.utc_offset_min);
  const date = dateOfQuery(query, today);
  const chosen = { service: '', building: '', helper: '' };
  let data = null;
  const filters = h('div', { class: 'tools' });

  const area = createLiveArea(desk, async () => {
    if (!data) {
      data = await load(desk, today, date);
      fill(filters, filterFields(desk, data, chosen, area.reload));
    }
    return [requests(desk, data, chosen), day(desk, data, date, chosen)];
  });
  const look = setInterval(() => area.reload(), LOOK_EVERY_MS);
  const reload = () => {
    data = null;
    area.reload();
  };
  const add = h(
    'button',
    { class: 'key main', type: 'button', onclick: () => bookByTelephone(desk).then((made) => made && reload()) },
    desk.t('bookings.add'),
  );
  const print = h('button', { class: 'key', type: 'button', onclick: () => window.print() }, desk.t('print'));
  fill(
    place,
    h('div', { class: 'head' }, h('h1', {}, desk.t('view.bookings')), h('div', { class: 'keys' }, print, add)),
    h(
      'div',
      { class: 'tools' },
      dayChoice(desk, date, (other) => (location.hash = `bookings?date=${other}`)),
    ),
    filters,
    area.node,
  );
  area.reload();
  return {
    leave() {
      clearInterval(look);
      area.leave();
    },
    takeEvent: (kind) => ['booking', 'catalogue.changed'].includes(kind) && reload(),
  };
}

async function load(desk, today, date) {
  const [coming, ofDay, { services }, { helpers }, residents] = await Promise.all([
    desk.requests.get(`/api/v1/bookings?from=${today}&to=${addDays(today, DAYS_AHEAD)}`),
    desk.requests.get(`/api/v1/bookings?from=${date}&to=${date}`),
    desk.requests.get('/api/v1/services'),
    desk.requests.get('/api/v1/helpers'),
    desk.catalogue.residents(),
  ]);
  const people = new Map(residents.map((one) => [one.id, one]));
  return { coming: coming.bookings, ofDay: ofDay.bookings, services, helpers, people };
}

function filterFields(desk, { services, helpers, people }, chosen, changed) {
  const buildings = [...new Set([...people.values()].map(({ room }) => buildingOf(room)))].filter(Boolean).sort();
  const all = ['', desk.t('bookings.all')];
  const field = (name, choices) =>
    choiceField(desk.t(`bookings.${name}`), [all, ...choices], {
      value: chosen[name],
      onchange(event) {
        chosen[name] = event.target.value;
        changed();
      },
    });
  return [
    field(
      'service',
      services.map(({ id, name }) => [id, name]),
    ),
    field(
      'building',
      buildings.map((one) => [one, one]),
    ),
    field(
      'helper',
      helpers.map(({ name }) => [name, name]),
    ),
  ];
}

function matches({ people }, { service, building, helper }, booking) {
  const room = people.get(booking.resident_id)?.room ?? '';
  return (
    (!service || booking.service_id === service) &&
    (!building || buildingOf(room) === building) &&
    (!helper || booking.helper === helper)
  );
}

// The longest waiting first.
function requests(desk, data, chosen) {
  const waiting = data.coming
    .filter((one) => one.status === 'requested' && matches(data, { ...chosen, helper: '' }, one))
    .sort((one, other) => one.made_at - other.made_at);
  const title = h('h2', {}, desk.t('bookings.requests', { count: waiting.length }));
  if (waiting.length === 0) return h('section', {}, title, h('p', { class: 'quiet' }, desk.t('bookings.no_requests')));
  return h('section', {}, title, h('ul', { class: 'wishes' }, waiting.map((one) => wish(desk, data, one))));
}

function wish(desk, data, booking) {
  const resident = data.people.get(booking.resident_id);
  const age = desk.words.ago(booking.made_at, desk.now());
  return h(
    'li',
    { class: lateness(booking, desk.now()) },
    h('div', {}, h('strong', {}, booking.name), ' ', desk.words.dayAndClock(booking.at, desk.site.utc_offset_min)),
    h('div', {}, nameOf(desk, resident), ' ', h('span', { class: 'room' }, resident?.room)),
    booking.asked_by ? h('div', {}, desk.t('bookings.asked_by', { name: booking.asked_by })) : null,
    booking.note ? h('div', { class: 'quiet' }, booking.note) : null,
    h('div', { class: 'marks' }, h('span', { class: 'mark plain' }, desk.t('bookings.waits', { age })), lateMark(desk, booking)),
    openKey(desk, data, booking, desk.t('bookings.arrange'), 'main small'),
  );
}

const nameOf = (desk, resident) => resident?.name ?? desk.t('orders.left');

function openKey(desk, data, booking, words, kind) {
  const name = nameOf(desk, data.people.get(booking.resident_id));
  return h(
    'button',
    {
      class: `key ${kind}`,
      type: 'button',
      'aria-label': desk.t('bookings.open', { name, service: booking.name }),
      onclick: () => openBooking(desk, data, booking),
    },
    words,
  );
}

// null when it is neither late nor about to be.
function lateMark(desk, booking) {
  const how = lateness(booking, desk.now());
  if (!how) return null;
  const minutes = Math.max(1, Math.round(Math.abs(desk.now() - booking.at) / 60000));
  return h('span', { class: `mark ${how === 'late' ? 'late' : 'warning'}` }, desk.t(`bookings.${how}`, { minutes }));
}

function day(desk, data, date, chosen) {
  const { utc_offset_min } = desk.site;
  const some = data.ofDay.filter(
    (one) => one.status !== 'requested' && isOnDay(one, date, utc_offset_min) && matches(data, chosen, one),
  );
  const title = h('h2', {}, desk.t('bookings.day', { day: desk.words.longDay(date), count: some.length }));
  if (some.length === 0) return h('section', {}, title, h('p', { class: 'empty' }, desk.t('bookings.empty')));
  const { hours, rows } = dayGrid(some, utc_offset_min);
  const head = h(
    'tr',
    {},
    h('th', { scope: 'col' }, desk.t('bookings.helper')),
    hours.map((hour) => h('th', { scope: 'col' }, `${hour}:00`)),
  );
  const body = rows.map(({ helper, cells }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, helper || desk.t('bookings.nobody')),
      cells.map((some) => h('td', {}, some.map((one) => chip(desk, data, one)))),
    ),
  );
  return h(
    'section',
    { class: 'day-grid' },
    title,
    h('div', { class: 'wide' }, h('table', {}, h('thead', {}, head), h('tbody', {}, body))),
  );
}

function chip(desk, data, booking) {
  const resident = data.people.get(booking.resident_id);
  const clock = desk.words.clock(booking.at, desk.site.utc_offset_min);
  return h(
    'button',
    {
      class: `chip ${booking.status} ${lateness(booking, desk.now())}`,
      type: 'button',
      onclick: () => openBooking(desk, data, booking),
    },
    h('span', { class: 'what' }, `${clock} ${booking.name}`),
    h('span', {}, `${nameOf(desk, resident)} ${resident?.room ?? ''}`),
    h('span', { class: 'state' }, desk.t(`booking.${booking.status}`)),
    lateMark(desk, booking),
  );
}
