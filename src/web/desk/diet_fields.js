// SPDX-License-Identifier: GPL-3.0-or-later
// The boxes of marks and allergens, for a person and for a dish; read with checkedOf(form, 'marks') and 'allergens'.
import { ALLERGENS, MARKS } from '../shared/diet.js';
import { checksField } from './field.js';

export function dietFields(desk, marksWords, allergensWords, diet) {
  const choices = (prefix, codes) => codes.map((code) => [code, desk.t(`${prefix}.${code}`)]);
  return [
    checksField(marksWords, 'marks', choices('diet', MARKS), diet.marks),
    checksField(allergensWords, 'allergens', choices('allergen', ALLERGENS), diet.allergens),
  ];
}
