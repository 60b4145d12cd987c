// SPDX-License-Identifier: GPL-3.0-or-later
// Diet as in src/protocol/diet.h: a person's marks must all be met by a dish, none of a person's allergens may be in it.

export const MARKS = ['soft', 'low_salt', 'sugar_free', 'halal', 'vegetarian'];
export const ALLERGENS = ['peanut', 'nut', 'fish', 'shellfish', 'egg', 'milk', 'soy', 'wheat', 'sesame'];

// What stands against this person eating this dish.
export function dietConflict(person, dish) {
  return {
    marks: person.marks.filter((mark) => !dish.marks.includes(mark)),
    allergens: person.allergens.filter((allergen) => dish.allergens.includes(allergen)),
  };
}

export function hasConflict(conflict) {
  return conflict.marks.length > 0 || conflict.allergens.length > 0;
}
