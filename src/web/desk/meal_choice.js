// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses a day and a meal: a step back, the date, a step on, and the meals.
import { h } from '../shared/dom.js';
import { addDays, dateAt, isDate, MEALS } from '../shared/days.js';
import { radioField } from './field.js';

// onchange(date)
export function dayChoice(desk, date, onchange) {
  const today = dateAt(desk.now(), desk.site.utc_offset_min);
  const step = (days, words, sign) =>
    h(
      'button',
      { class: 'key step', type: 'button', 'aria-label': words, onclick: () => onchange(addDays(date, days)) },
      sign,
    );
  const input = h('input', {
    type: 'date',
    value: date,
    required: true,
    'aria-label': desk.t('day'),
    onchange: (event) => event.target.value && onchange(event.target.value),
  });
  const near = h('span', { class: 'near' }, desk.words.nearDay(date, today));
  return h(
    'div',
    { class: 'day-choice' },
    step(-1, desk.t('day.before'), '‹'),
    input,
    step(1, desk.t('day.after'), '›'),
    near,
  );
}

// onchange({date, meal})
export function mealChoice(desk, { date, meal }, onchange) {
  const meals = MEALS.map((code) => [code, desk.t(`meal.${code}`)]);
  return h(
    'div',
    { class: 'meal-choice' },
    dayChoice(desk, date, (chosen) => onchange({ date: chosen, meal })),
    radioField(desk.t('meal'), 'meal', meals, meal, (chosen) => onchange({ date, meal: chosen })),
  );
}

// The day and meal of an address, or else the given ones.
export function mealOfQuery(query, otherwise) {
  const meal = query.get('meal');
  return { date: dateOfQuery(query, otherwise.date), meal: MEALS.includes(meal) ? meal : otherwise.meal };
}

export function dateOfQuery(query, otherwise, name = 'date') {
  const date = query.get(name) ?? '';
  return isDate(date) ? date : otherwise;
}
