// SPDX-License-Identifier: GPL-3.0-or-later
// The dishes of one meal of one day, in the order in which a kiosk shows them.
import { fill, h } from '../shared/dom.js';
import { addDays } from '../shared/days.js';
import { editThing } from './editing.js';
import { editDish } from './dish_editor.js';
import { dishMatches } from './dishes.js';

const MOST_DISHES = 40;
const MOST_FOUND = 8;

// dishes: Map of id → dish
export function editMenu(desk, menu, dishes, title) {
  const known = new Map(dishes);
  const newest = async () => {
    const all = await desk.catalogue.menus(menu.date, menu.date);
    for (const dish of await desk.catalogue.dishes()) known.set(dish.id, dish);
    return all.find((one) => one.meal === menu.meal) ?? { ...menu, dishes: [], revision: 0 };
  };
  return editThing(desk, {
    thing: menu,
    title,
    kind: 'broad',
    names: { dishes: 'menus.chosen' },
    path: () => `/api/v1/menus/${menu.date}/${menu.meal}`,
    newest,
    form: (one) => createEditor(desk, one, known),
  });
}

function createEditor(desk, menu, dishes) {
  let chosen = menu.dishes.filter((id) => dishes.has(id));
  const rows = h('ol', { class: 'chosen' });
  const found = h('ul', { class: 'found' });
  const told = h('p', { class: 'hint', role: 'status' });
  const search = h('input', {
    type: 'search',
    placeholder: desk.t('menus.search'),
    'aria-label': desk.t('menus.search'),
    oninput: drawFound,
  });
  // Enter in the search takes the first dish instead of saving the menu.
  search.addEventListener('keydown', (event) => event.key === 'Enter' && takeFirst(event));

  function takeFirst(event) {
    event.preventDefault();
    found.querySelector('button')?.click();
    search.select();
  }
  function change(next) {
    chosen = next;
    drawChosen();
    drawFound();
  }
  function move(at, by) {
    const next = [...chosen];
    next.splice(at + by, 0, ...next.splice(at, 1));
    change(next);
    rows.children[at + by].querySelector(by < 0 ? '.up' : '.down').focus();
  }
  function drawChosen() {
    const key = (name, sign, words, isOff, onclick) =>
      h('button', { class: `key small ${name}`, type: 'button', 'aria-label': words, disabled: isOff, onclick }, sign);
    const row = (id, at) => {
      const { name } = dishes.get(id);
      return h(
        'li',
        {},
        h('span', {}, name),
        key('up', '↑', desk.t('menus.up', { name }), at === 0, () => move(at, -1)),
        key('down', '↓', desk.t('menus.down', { name }), at === chosen.length - 1, () => move(at, 1)),
        key('drop', '×', desk.t('menus.drop', { name }), false, () => change(chosen.filter((one) => one !== id))),
      );
    };
    fill(rows, chosen.map(row));
    told.textContent = chosen.length ? '' : desk.t('menus.nothing_yet');
  }
  function drawFound() {
    const left = [...dishes.values()].filter((dish) => !chosen.includes(dish.id) && dishMatches(dish, search.value));
    const add = (dish) => chosen.length < MOST_DISHES && change([...chosen, dish.id]);
    const row = (dish) =>
      h(
        'li',
        {},
        h(
          'button',
          { class: 'key small', type: 'button', onclick: () => add(dish) },
          '+ ',
          dish.name,
          h('span', { class: 'quiet' }, ` ${desk.words.money(dish.price_fen)}`),
        ),
      );
    fill(
      found,
      left.slice(0, MOST_FOUND).map(row),
      left.length > MOST_FOUND
        ? h('li', { class: 'quiet' }, desk.t('menus.more', { count: left.length - MOST_FOUND }))
        : null,
    );
  }
  async function copyLastWeek() {
    const date = addDays(menu.date, -7);
    try {
      const [before] = (await desk.catalogue.menus(date, date)).filter((one) => one.meal === menu.meal);
      if (before) change(before.dishes.filter((id) => dishes.has(id)));
      told.textContent = before
        ? desk.t('menus.copied', { day: desk.words.shortDay(date) })
        : desk.t('menus.nothing_to_copy', { day: desk.words.shortDay(date) });
    } catch (fault) {
      told.textContent = desk.faultText(fault);
    }
  }
  async function addNewDish() {
    const dish = await editDish(desk, null);
    if (!dish) return;
    dishes.set(dish.id, dish);
    change([...chosen, dish.id]);
  }
  drawChosen();
  drawFound();
  const fields = h(
    'div',
    { class: 'columns' },
    h(
      'section',
      { class: 'stack' },
      h('h3', {}, desk.t('menus.chosen')),
      rows,
      told,
      h('button', { class: 'key small', type: 'button', onclick: copyLastWeek }, desk.t('menus.copy')),
    ),
    h(
      'section',
      { class: 'stack' },
      h('h3', {}, desk.t('menus.add')),
      search,
      found,
      h('button', { class: 'key small', type: 'button', onclick: addNewDish }, desk.t('dishes.add')),
    ),
  );
  return { fields, read: () => ({ date: menu.date, meal: menu.meal, dishes: chosen }) };
}
