// SPDX-License-Identifier: GPL-3.0-or-later
// Chooses a day and a meal: a step back, the date, a step on, and the meals.
import { h } from '/shared/dom.js';
import { addDays, dateAt, MEALS } from '/shared/days.js';
import { radioField } from './field.js';

// onchange({date, meal})
export function mealChoice(desk, { date, meal }, onchange) {
  const today = dateAt(desk.now(), desk.site.utc_offset_min);
  const step = (days, words, sign) =>
    h('button', { class: 'key step', type: 'button', 'aria-label': words, onclick: () => onchange({ date: addDays(date, days), meal }) }, sign);
  const input = h('input', {
    type: 'date',
    value: date,
    required: true,
    'aria-label': desk.t('day'),
    onchange: (event) => event.target.value && onchange({ date: event.target.value, meal }),
  });
  return h(
    'div',
    { class: 'meal-choice' },
    h('div', { class: 'day-choice' }, step(-1, desk.t('day.before'), '‹'), input, step(1, desk.t('day.after'), '›'), h('span', {}, desk.words.nearDay(date, today))),
    radioField(
      desk.t('meal'),
      'meal',
      MEALS.map((code) => [code, desk.t(`meal.${code}`)]),
      meal,
      (chosen) => onchange({ date, meal: chosen }),
    ),
  );
}

// The day and meal of an address, or else the given ones.
export function mealOfQuery(query, otherwise) {
  const date = query.get('date') ?? '';
  const meal = query.get('meal');
  return {
    date: Number.isNaN(Date.parse(date)) ? otherwise.date : date,
    meal: MEALS.includes(meal) ? meal : otherwise.meal,
  };
}
