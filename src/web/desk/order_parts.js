// SPDX-License-Identifier: GPL-3.0-or-later
// The lower parts of 代点: the dishes with their counts, and how it is taken, what it costs and the key that sends it.
import { h } from '../shared/dom.js';
import { cutoffOf } from '../shared/days.js';
import { dietConflict } from '../shared/diet.js';
import { priceFor } from '../shared/money.js';
import { pictureOf } from '../shared/picture_of.js';
import { faultLine, onSubmit } from './dialog.js';
import { checkField, radioField, textField } from './field.js';
import { conflicts, MOST_COUNT, totalFen, withCount } from './order_draft.js';

const DELIVERIES = ['eat_in', 'pick_up', 'deliver'];

export function dishesPart(desk, draft, dishes, change) {
  const rows = dishes.map((dish) => dishRow(desk, draft, dish, change));
  const contents = rows.length
    ? h('ul', { class: 'dish-cards narrow' }, rows)
    : h('p', { class: 'empty' }, desk.t('order_for.no_menu'));
  return h('section', { class: 'step-part' }, h('h2', {}, desk.t('order_for.dishes')), contents);
}

function dishRow(desk, draft, dish, change) {
  const count = draft.counts[dish.id] ?? 0;
  const key = (by, sign, words, isOff) =>
    h(
      'button',
      {
        class: 'key step',
        type: 'button',
        id: `${by < 0 ? 'less' : 'more'}-${dish.id}`,
        'aria-label': words,
        disabled: isOff,
        onclick: () => step(by),
      },
      sign,
    );
  const step = (by) => change((now) => withCount(now, dish.id, count + by));
  const conflict = dietConflict(draft.resident.diet, dish.diet);
  return h(
    'li',
    { class: count ? 'taken' : '' },
    pictureOf(dish.picture, dish.name),
    h(
      'div',
      { class: 'about' },
      h('strong', {}, dish.name),
      h('p', { class: 'price' }, desk.words.money(priceFor(dish, draft.resident))),
      conflictWords(desk, conflict).map((words) => h('span', { class: 'mark warning' }, words)),
    ),
    h(
      'div',
      { class: 'counter' },
      key(-1, '−', desk.t('order_for.less', { name: dish.name }), count === 0),
      h('output', {}, String(count)),
      key(1, '+', desk.t('order_for.more', { name: dish.name }), count === MOST_COUNT),
    ),
  );
}

function conflictWords(desk, conflict) {
  const missing = conflict.marks.map((code) => desk.t('order_for.not', { mark: desk.t(`diet.${code}`) }));
  const there = conflict.allergens.map((code) => desk.t('diet.holds', { allergen: desk.t(`allergen.${code}`) }));
  return [...missing, ...there];
}

export function summaryPart(desk, draft, dishes, { change, note, send }) {
  const against = conflicts(draft, dishes);
  const fault = faultLine();
  const isLate = desk.now() >= cutoffOf(desk.site, draft.date, draft.meal);
  if (isLate) fault.show(desk.t('refusal.cutoff'));
  const isWhole = Object.keys(draft.counts).length > 0 && (against.length === 0 || draft.isConfirmed) && !isLate;
  const key = h(
    'button',
    { class: 'key main large', type: 'submit', disabled: !isWhole },
    desk.t('order_for.send', { money: desk.words.money(totalFen(draft, dishes)) }),
  );
  const form = h(
    'form',
    { class: 'stack' },
    deliveryFields(desk, draft, change, note),
    against.length ? confirmField(desk, draft, against, change) : null,
    fault.node,
    h('div', { class: 'keys' }, key),
  );
  onSubmit(desk, form, key, fault, send);
  return h('section', { class: 'step-part' }, h('h2', {}, desk.t('order_for.how')), form);
}

function deliveryFields(desk, draft, change, note) {
  const choices = DELIVERIES.map((code) => [code, desk.t(`delivery.${code}`)]);
  return [
    radioField(desk.t('order_for.how'), 'delivery', choices, draft.delivery, (delivery) =>
      change((now) => ({ ...now, delivery })),
    ),
    draft.delivery === 'deliver'
      ? textField(desk.t('order_for.place'), {
          name: 'place',
          value: draft.place,
          required: true,
          'data-bytes': 31,
          oninput: ({ target }) => note((now) => ({ ...now, place: target.value })),
        })
      : null,
  ];
}

function confirmField(desk, draft, against, change) {
  const lines = against.map(({ dish, conflict }) =>
    h('li', {}, h('strong', {}, dish.name), ' ', desk.words.list(conflictWords(desk, conflict))),
  );
  const box = checkField(desk.t('order_for.confirm', { name: draft.resident.name }), {
    name: 'confirmed',
    checked: draft.isConfirmed,
    onchange: ({ target }) => change((now) => ({ ...now, isConfirmed: target.checked })),
  });
  return h('div', { class: 'fault' }, h('p', {}, desk.t('order_for.against')), h('ul', {}, lines), box);
}
