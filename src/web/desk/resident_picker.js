// SPDX-License-Identifier: GPL-3.0-or-later
// Finds one resident by name, room, card or telephone. A card reader types the number and Enter: Enter takes the one person
// that is found, and nobody when there are more, lest the meal go to the wrong one.
import { fill, h } from '../shared/dom.js';
import { pictureOf } from '../shared/picture_of.js';
import { dietMarks } from './diet_marks.js';
import { residentMatches } from './residents.js';

const MOST_FOUND = 8;

// onchange(resident or null)
export function residentPicker(desk, onchange) {
  const search = h('input', {
    type: 'search',
    placeholder: desk.t('residents.search'),
    'aria-label': desk.t('residents.search'),
    oninput: () => draw(),
  });
  const found = h('ul', { class: 'found people' });
  const node = h('div', { class: 'stack' }, search, found);
  search.addEventListener('keydown', (event) => event.key === 'Enter' && takeOnly(event));

  async function matching() {
    const all = await desk.catalogue.residents().catch((fault) => desk.dialogs.notice(desk.faultText(fault)) ?? []);
    return all.filter((one) => residentMatches(one, search.value));
  }
  async function takeOnly(event) {
    // Or else the same Enter would press the key that gets the focus next.
    event.preventDefault();
    const some = await matching();
    if (some.length === 1) take(some[0]);
  }
  async function draw() {
    const some = await matching();
    const row = (one) =>
      h(
        'li',
        {},
        h(
          'button',
          { class: 'key', type: 'button', onclick: () => take(one) },
          pictureOf(one.portrait, one.name),
          h('span', {}, one.name, h('span', { class: 'room' }, one.room)),
        ),
      );
    fill(
      found,
      some.slice(0, MOST_FOUND).map(row),
      some.length > MOST_FOUND
        ? h('li', { class: 'quiet' }, desk.t('residents.more', { count: some.length - MOST_FOUND }))
        : null,
    );
  }
  function take(one) {
    const other = h(
      'button',
      { class: 'key small', type: 'button', onclick: () => clear() },
      desk.t('order_for.other'),
    );
    fill(
      node,
      h(
        'div',
        { class: 'taken-person' },
        pictureOf(one.portrait, one.name),
        h(
          'div',
          {},
          h('strong', {}, one.name),
          ' ',
          h('span', { class: 'quiet' }, one.room),
          h('div', {}, dietMarks(desk, one.diet)),
        ),
        other,
      ),
    );
    other.focus();
    onchange(one);
  }
  function clear() {
    search.value = '';
    fill(node, search, found);
    draw();
    onchange(null);
  }
  draw();
  return { node, clear };
}
