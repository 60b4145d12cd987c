// SPDX-License-Identifier: GPL-3.0-or-later
// 服务项目: the kinds of service the site offers, and the days on which nothing is done or another weekday's hours count.
import { fill, h } from '../shared/dom.js';
import { daysOff } from './days_off.js';
import { createLiveArea } from './live_area.js';
import { editService } from './service_editor.js';
import { table } from './table.js';

export const services = { name: 'services', roles: ['desk', 'admin'], show };

const COLUMNS = ['name', 'about', 'minutes', 'place', 'capacity', 'weekly', 'offer'];

function show(desk, place) {
  const area = createLiveArea(desk, async () => {
    const { services: kinds } = await desk.requests.get('/api/v1/services');
    if (kinds.length === 0) return h('p', { class: 'empty' }, desk.t('services.empty'));
    const columns = [...COLUMNS.map((name) => [name, desk.t(`services.${name}`)]), ['end', desk.t('edit')]];
    return table(
      columns,
      kinds.map((one) => [...cells(desk, one), editKey(one)]),
    );
  });
  const editKey = (one) =>
    h(
      'button',
      {
        class: 'key small',
        type: 'button',
        'aria-label': desk.t('services.edit', { name: one.name }),
        onclick: () => editService(desk, one),
      },
      desk.t('edit'),
    );
  const days = daysOff(desk);
  const add = h(
    'button',
    { class: 'key main', type: 'button', onclick: () => editService(desk, null) },
    desk.t('services.add'),
  );
  fill(place, h('div', { class: 'head' }, h('h1', {}, desk.t('view.services')), add), area.node, days.node);
  area.reload();
  days.reload();
  return {
    leave() {
      area.leave();
      days.leave();
    },
    takeEvent(kind) {
      if (kind !== 'catalogue.changed') return;
      area.reload();
      days.reload();
    },
  };
}

function cells(desk, one) {
  return [
    [h('strong', {}, one.name), one.private ? h('div', { class: 'small' }, desk.t('services.private')) : null],
    [one.about, one.price ? h('div', { class: 'small' }, one.price) : null],
    desk.t('booking.minutes', { minutes: one.minutes }),
    desk.t(`services.place.${one.place}`),
    String(one.capacity),
    hoursWords(desk, one.hours),
    h('span', { class: `mark ${one.on_offer ? '' : 'plain'}` }, desk.t(one.on_offer ? 'services.on' : 'services.off')),
  ];
}

// Weekdays that have the same hours stand together.
function hoursWords(desk, hours) {
  const byDay = new Map();
  for (const { weekday, from, to } of hours)
    byDay.set(weekday, [...(byDay.get(weekday) ?? []), `${clock(from)}–${clock(to)}`]);
  const byHours = new Map();
  for (const [weekday, stretches] of byDay) {
    const words = stretches.join(' ');
    byHours.set(words, [...(byHours.get(words) ?? []), desk.t(`weekday.${weekday}`)]);
  }
  return [...byHours].map(([words, days]) => h('div', {}, `${desk.words.list(days)} ${words}`));
}

const clock = (minute) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
