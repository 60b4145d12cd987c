// SPDX-License-Identifier: GPL-3.0-or-later
// An order being written for somebody: pure, nothing of the page in it.
import { dietConflict, hasConflict } from '../shared/diet.js';
import { priceFor } from '../shared/money.js';

export const MOST_ITEMS = 12; // different dishes of one order
export const MOST_COUNT = 9; // of one dish

// counts: {dish id: how many}
export function newDraft({ date, meal }) {
  return { resident: null, date, meal, delivery: 'eat_in', place: '', counts: {}, isConfirmed: false };
}

export function forResident(draft, resident) {
  const delivery = resident.usual_delivery;
  return { ...draft, resident, delivery, place: resident.room, isConfirmed: false };
}

// Another meal has another menu: nothing of the old one stays.
export function forMeal(draft, { date, meal }) {
  return { ...draft, date, meal, counts: {}, isConfirmed: false };
}

export function withCount(draft, dishId, count) {
  const counts = { ...draft.counts };
  delete counts[dishId];
  if (count > 0) counts[dishId] = Math.min(count, MOST_COUNT);
  if (Object.keys(counts).length > MOST_ITEMS) return draft;
  return { ...draft, counts, isConfirmed: false };
}

export function totalFen(draft, dishes) {
  return chosenDishes(draft, dishes).reduce(
    (sum, dish) => sum + draft.counts[dish.id] * priceFor(dish, draft.resident),
    0,
  );
}

// The chosen dishes that stand against the person's diet: [{dish, conflict}]
export function conflicts(draft, dishes) {
  return chosenDishes(draft, dishes)
    .map((dish) => ({ dish, conflict: dietConflict(draft.resident.diet, dish.diet) }))
    .filter(({ conflict }) => hasConflict(conflict));
}

function chosenDishes(draft, dishes) {
  return dishes.filter((dish) => draft.counts[dish.id]);
}

// A message as in src/protocol/message.h; newId() makes a UUID.
export function messageOf(draft, newId, nowMs) {
  const order = {
    id: newId(),
    resident_id: draft.resident.id,
    date: draft.date,
    meal: draft.meal,
    delivery: draft.delivery,
    place: draft.delivery === 'deliver' ? draft.place.trim() : '',
    items: Object.entries(draft.counts).map(([dish_id, count]) => ({ dish_id, count })),
    diet_confirmed: draft.isConfirmed,
    made_at: nowMs,
  };
  return { id: newId(), kind: 'order.place', made_at: nowMs, body: order };
}
