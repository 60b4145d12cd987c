// SPDX-License-Identifier: GPL-3.0-or-later
// The week's menu: days across, meals down; each meal of a day is written in a dialog.
import { fill, h } from '../shared/dom.js';
import { addDays, dateAt, MEALS, weekFrom } from '../shared/days.js';
import { createLiveArea } from './live_area.js';
import { dateOfQuery } from './meal_choice.js';
import { editMenu } from './menu_editor.js';

export const menus = { name: 'menus', roles: ['kitchen', 'desk', 'admin'], show };

function show(desk, place, query) {
  const today = dateAt(desk.now(), desk.site.utc_offset_min);
  const week = weekFrom(dateOfQuery(query, today, 'week'));
  const area = createLiveArea(desk, async () => {
    const [offered, dishes] = await Promise.all([desk.catalogue.menus(week[0], week[6]), desk.catalogue.dishes()]);
    return grid(desk, week, today, offered, new Map(dishes.map((dish) => [dish.id, dish])));
  });
  const go = (days) => (location.hash = `menus?week=${addDays(week[0], days)}`);
  const step = (days, words) => h('button', { class: 'key', type: 'button', onclick: () => go(days) }, words);
  const span = `${desk.words.shortDay(week[0])} – ${desk.words.shortDay(week[6])}`;
  fill(
    place,
    h('div', { class: 'head' }, h('div', {}, h('h1', {}, desk.t('menus.title')), h('p', { class: 'sub' }, span))),
    h(
      'div',
      { class: 'tools' },
      step(-7, desk.t('menus.week_before')),
      h('a', { class: 'key', href: `#menus?week=${today}` }, desk.t('menus.this_week')),
      step(7, desk.t('menus.week_after')),
    ),
    area.node,
  );
  area.reload();
  return { leave: area.leave, takeEvent: (kind) => kind === 'catalogue.changed' && area.reload() };
}

function grid(desk, week, today, offered, dishes) {
  const day = (date) =>
    h(
      'th',
      { scope: 'col', class: date === today ? 'today' : '' },
      h('strong', {}, desk.words.weekdayName(date)),
      ' ',
      desk.words.shortDay(date),
      date === today ? h('span', { class: 'mark' }, desk.t('day.today')) : null,
    );
  const row = (meal) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, desk.t(`meal.${meal}`)),
      week.map((date) => cell(desk, date, meal, today, offered, dishes)),
    );
  return h(
    'table',
    { class: 'week' },
    h('thead', {}, h('tr', {}, h('th', {}, h('span', { class: 'unseen' }, desk.t('meal'))), week.map(day))),
    h('tbody', {}, MEALS.map(row)),
  );
}

function cell(desk, date, meal, today, offered, dishes) {
  const menu = offered.find((one) => one.date === date && one.meal === meal) ?? { date, meal, dishes: [] };
  const names = menu.dishes.map((id) => dishes.get(id)?.name).filter(Boolean);
  const words = desk.t('menus.edit', { day: desk.words.longDay(date), meal: desk.t(`meal.${meal}`) });
  const list = names.length
    ? h(
        'ol',
        {},
        names.map((name) => h('li', {}, name)),
      )
    : h('p', { class: 'quiet' }, desk.t('menus.nothing'));
  const edit = () => editMenu(desk, menu, dishes, words);
  const key = h(
    'button',
    { class: 'key small', type: 'button', 'aria-label': words, onclick: edit },
    names.length ? desk.t('edit') : desk.t('menus.write'),
  );
  return h(
    'td',
    { class: [date === today ? 'today' : '', names.length ? '' : 'blank'].join(' '), 'data-label': words },
    list,
    date < today ? null : key,
  );
}
