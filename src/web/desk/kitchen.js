// SPDX-License-Identifier: GPL-3.0-or-later
// The kitchen's list of one meal: how many of each dish, then who gets what and where. New orders come by themselves.
import { fill, h } from '../shared/dom.js';
import { cutoffOf, dateAt, nextServed } from '../shared/days.js';
import { dietMarks } from './diet_marks.js';
import { createLiveArea } from './live_area.js';
import { mealChoice, mealOfQuery } from './meal_choice.js';
import { table } from './table.js';

export const kitchen = { name: 'kitchen', roles: ['kitchen', 'desk', 'admin'], show };

function show(desk, place, query) {
  const chosen = mealOfQuery(query, nextServed(desk.site, desk.now()));
  const choose = ({ date, meal }) => (location.hash = `kitchen?date=${date}&meal=${meal}`);
  let known = null;

  const area = createLiveArea(desk, async () => {
    const list = await desk.requests.get(`/api/v1/kitchen?date=${chosen.date}&meal=${chosen.meal}`);
    const before = known ?? list;
    known = list;
    return list.people.length
      ? [totals(desk, list, before), people(desk, list, before)]
      : h('p', { class: 'empty' }, desk.t('kitchen.empty'));
  });
  const print = h('button', { class: 'key', type: 'button', onclick: () => window.print() }, desk.t('print'));
  fill(place, h('div', { class: 'head' }, heading(desk, chosen), print), mealChoice(desk, chosen, choose), area.node);
  area.reload();
  return {
    leave: area.leave,
    takeEvent(kind, data) {
      const isHere = kind === 'order' && data.date === chosen.date && data.meal === chosen.meal;
      if (isHere || kind === 'catalogue.changed') area.reload();
    },
  };
}

function heading(desk, { date, meal }) {
  const today = dateAt(desk.now(), desk.site.utc_offset_min);
  const cutoff = desk.words.dayAndClock(cutoffOf(desk.site, date, meal), desk.site.utc_offset_min);
  return h(
    'div',
    {},
    h('h1', {}, `${desk.words.nearDay(date, today)} · ${desk.t(`meal.${meal}`)}`),
    h('p', { class: 'sub' }, `${desk.words.longDay(date)} · ${desk.t('kitchen.cutoff', { when: cutoff })}`),
  );
}

// `before`: the list as it was drawn last; what is new since then is marked for a while.
function totals(desk, list, before) {
  const counts = new Map(before.totals.map((total) => [total.dish_id, total.count]));
  const hasGrown = (total) => total.count > (counts.get(total.dish_id) ?? 0);
  const cards = list.totals.map((total) =>
    h(
      'li',
      { class: hasGrown(total) ? 'new' : '' },
      h('span', { class: 'count' }, String(total.count)),
      h('span', { class: 'dish' }, total.name),
    ),
  );
  return h(
    'section',
    {},
    h(
      'h2',
      {},
      desk.t('kitchen.totals', { people: list.people.length, portions: sum(list.totals.map((total) => total.count)) }),
    ),
    h('ul', { class: 'totals' }, cards),
  );
}

const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);

function people(desk, list, before) {
  const known = new Set(before.people.map((person) => person.order_id));
  const columns = ['number', 'person', 'dishes', 'delivery', 'diet', 'time'].map((name) => [
    name,
    desk.t(`kitchen.${name}`),
  ]);
  const rows = list.people.map((person) => cells(desk, person));
  return table(columns, rows, {
    className: 'people',
    rowClass: (n) => (known.has(list.people[n].order_id) ? '' : 'new'),
  });
}

function cells(desk, person) {
  return [
    String(person.number),
    [h('strong', {}, person.name), ' ', h('span', { class: 'room' }, person.room)],
    person.items.map((item) => h('div', {}, item.name, item.count > 1 ? h('b', {}, ` ×${item.count}`) : null)),
    [desk.t(`delivery.${person.delivery}`), person.place ? h('div', { class: 'place' }, person.place) : null],
    [
      dietMarks(desk, person.diet),
      person.diet_confirmed ? h('span', { class: 'mark warning' }, desk.t('kitchen.confirmed')) : null,
    ],
    desk.words.clock(person.made_at, desk.site.utc_offset_min),
  ];
}
