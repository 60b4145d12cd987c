// SPDX-License-Identifier: GPL-3.0-or-later
// An order written at the desk has the shape that the kiosk's has: both are held against tests/samples.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  conflicts,
  forMeal,
  forResident,
  messageOf,
  MOST_COUNT,
  newDraft,
  totalFen,
  withCount,
} from '../../src/web/desk/order_draft.js';

const sample = (name) => JSON.parse(readFileSync(new URL(`../samples/${name}.json`, import.meta.url)));
const { residents, dishes } = sample('snapshot');
const [resident] = residents;
const [dish] = dishes;
const LUNCH = { date: '2026-11-22', meal: 'lunch' };

test('a draft takes over how and where the person usually eats', () => {
  const draft = forResident(newDraft(LUNCH), { ...resident, usual_delivery: 'deliver' });
  assert.equal(draft.delivery, 'deliver');
  assert.equal(draft.place, resident.room);
});

test('counts stay within what an order may hold', () => {
  let draft = withCount(newDraft(LUNCH), 'a', 10);
  assert.equal(draft.counts.a, MOST_COUNT);
  draft = withCount(draft, 'a', 0);
  assert.deepEqual(draft.counts, {});
  for (let n = 0; n < 20; n++) draft = withCount(draft, `dish ${n}`, 1);
  assert.equal(Object.keys(draft.counts).length, 12);
});

test('another meal begins with no dishes', () => {
  const draft = forMeal(withCount(newDraft(LUNCH), dish.id, 1), { date: '2026-11-23', meal: 'supper' });
  assert.deepEqual([draft.counts, draft.date, draft.meal], [{}, '2026-11-23', 'supper']);
});

test('the price is the person’s own, rounded to a fen for one dish', () => {
  const other = { ...dish, price_fen: 1333 };
  const draft = withCount(forResident(newDraft(LUNCH), { ...resident, subsidy_percent: 50 }), dish.id, 3);
  assert.equal(totalFen(draft, [other]), 3 * 667);
});

test('a dish that lacks a mark or holds an allergen stands against the diet', () => {
  const person = { ...resident, diet: { marks: ['soft', 'halal'], allergens: ['egg', 'peanut'] } };
  const draft = withCount(forResident(newDraft(LUNCH), person), dish.id, 1);
  assert.deepEqual(conflicts(draft, dishes)[0].conflict, { marks: ['halal'], allergens: ['egg'] });
});

test('a yes to one warning is no yes to the next', () => {
  const confirmed = { ...withCount(newDraft(LUNCH), dish.id, 1), isConfirmed: true };
  assert.equal(withCount(confirmed, 'another', 1).isConfirmed, false);
});

test('the message has the members of the sample that the kiosk and the server read', () => {
  const wanted = sample('message-order-place');
  const ids = [wanted.body.id, wanted.id];
  const draft = withCount(forResident(newDraft(LUNCH), resident), dish.id, 2);
  const message = messageOf(draft, () => ids.shift(), wanted.made_at);
  for (const filledByServer of ['status', 'number', 'total_fen', 'reason']) delete wanted.body[filledByServer];
  wanted.body.items = wanted.body.items.map(({ dish_id, count }) => ({ dish_id, count }));
  assert.deepEqual(message, wanted);
});

test('a meal eaten at the centre is brought nowhere', () => {
  const draft = { ...withCount(forResident(newDraft(LUNCH), resident), dish.id, 1), delivery: 'eat_in' };
  assert.equal(messageOf(draft, () => 'id', 0).body.place, '');
});
