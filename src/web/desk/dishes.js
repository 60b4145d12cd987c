// SPDX-License-Identifier: GPL-3.0-or-later
// What the kitchen can cook: pictures, prices, what each dish is suited to and what it holds.
import { fill, h } from '../shared/dom.js';
import { pictureOf } from '../shared/picture_of.js';
import { editDish } from './dish_editor.js';
import { dishMarks } from './diet_marks.js';
import { createLiveArea } from './live_area.js';

export const dishes = { name: 'dishes', roles: ['kitchen', 'desk', 'admin'], show };

function show(desk, place) {
  const search = h('input', {
    type: 'search',
    placeholder: desk.t('dishes.search'),
    'aria-label': desk.t('dishes.search'),
    oninput: () => area.reload(),
  });
  const area = createLiveArea(desk, async () => {
    const found = (await desk.catalogue.dishes()).filter((dish) => dishMatches(dish, search.value));
    if (found.length === 0) return h('p', { class: 'empty' }, desk.t('dishes.empty'));
    return h(
      'ul',
      { class: 'dish-cards' },
      found.map((dish) => card(desk, dish)),
    );
  });
  const add = h(
    'button',
    { class: 'key main', type: 'button', onclick: () => editDish(desk, null) },
    desk.t('dishes.add'),
  );
  fill(
    place,
    h('div', { class: 'head' }, h('h1', {}, desk.t('view.dishes')), add),
    h('div', { class: 'tools' }, search),
    area.node,
  );
  area.reload();
  return { leave: area.leave, takeEvent: (kind) => kind === 'catalogue.changed' && area.reload() };
}

export function dishMatches(dish, wanted) {
  const text = wanted.trim().toLowerCase();
  return [dish.name, dish.contents].some((part) => part.toLowerCase().includes(text));
}

function card(desk, dish) {
  return h(
    'li',
    {},
    pictureOf(dish.picture, dish.name),
    h(
      'div',
      { class: 'about' },
      h('p', {}, h('strong', {}, dish.name), ' ', h('span', { class: 'quiet' }, desk.t(`kind.${dish.kind}`))),
      dish.contents ? h('p', { class: 'quiet' }, dish.contents) : null,
      h('p', { class: 'price' }, desk.words.money(dish.price_fen)),
      h('p', {}, dishMarks(desk, dish.diet)),
    ),
    h(
      'button',
      {
        class: 'key small',
        type: 'button',
        'aria-label': desk.t('dishes.edit', { name: dish.name }),
        onclick: () => editDish(desk, dish),
      },
      desk.t('edit'),
    ),
  );
}
