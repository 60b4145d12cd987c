// SPDX-License-Identifier: GPL-3.0-or-later
// Diet in words: what must be and what must not be, never by colour alone.
import { h } from '../shared/dom.js';

export function dietMarks(desk, diet) {
  return [
    diet.marks.map((code) => h('span', { class: 'mark' }, desk.t(`diet.${code}`))),
    diet.allergens.map((code) =>
      h('span', { class: 'mark never' }, desk.t('diet.never', { allergen: desk.t(`allergen.${code}`) })),
    ),
  ];
}

// The same for a dish: what it is and what it holds.
export function dishMarks(desk, diet) {
  return [
    diet.marks.map((code) => h('span', { class: 'mark' }, desk.t(`diet.${code}`))),
    diet.allergens.map((code) =>
      h('span', { class: 'mark holds' }, desk.t('diet.holds', { allergen: desk.t(`allergen.${code}`) })),
    ),
  ];
}
