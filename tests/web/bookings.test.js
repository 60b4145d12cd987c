// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from bookings alone: who is late, and the day as a grid.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDays } from '../../src/web/desk/days_off.js';
import { buildingOf, dayGrid, isOpen, lateness, minutesLate } from '../../src/web/shared/bookings.js';

const AT = Date.parse('2026-12-01T09:00:00+08:00');
const MINUTE = 60000;
const booking = (more) => ({ at: AT, minutes: 60, status: 'accepted', helper: '张师傅', steps: [], ...more });

test('who is not on the way in time stands out before they are late', () => {
  assert.equal(lateness(booking(), AT - 16 * MINUTE), '');
  assert.equal(lateness(booking(), AT - 14 * MINUTE), 'soon');
  assert.equal(lateness(booking({ status: 'on_the_way' }), AT - 14 * MINUTE), '');
  assert.equal(lateness(booking({ status: 'on_the_way' }), AT + MINUTE), 'late');
  assert.equal(lateness(booking(), AT + MINUTE), 'late');
});

test('a wish that nobody has answered two hours before stands out too, and what is over never', () => {
  const wish = booking({ status: 'requested' });
  assert.equal(lateness(wish, AT - 121 * MINUTE), '');
  assert.equal(lateness(wish, AT - 119 * MINUTE), 'soon');
  assert.equal(lateness(booking({ status: 'begun' }), AT + 76 * MINUTE), 'late');
  for (const status of ['done', 'confirmed', 'cancelled', 'declined', 'missed']) {
    assert.equal(lateness(booking({ status }), AT + 600 * MINUTE), '');
    assert.equal(isOpen({ status }), false);
  }
});

test('minutes late are those between the promise of then and the beginning; early is on time', () => {
  const begun = (minutes) => booking({ steps: [{ status: 'begun', at: AT + minutes * MINUTE, promised_at: AT }] });
  assert.equal(minutesLate(begun(7)), 7);
  assert.equal(minutesLate(begun(-5)), 0);
  assert.equal(minutesLate(booking()), null);
});

test('the building is the room without its last word', () => {
  assert.equal(buildingOf('3 幢 201'), '3 幢');
  assert.equal(buildingOf('201'), '');
});

test('the grid has every hour between the first and the last, and each booking once', () => {
  const some = [booking({ id: 1 }), booking({ id: 2, at: AT + 180 * MINUTE }), booking({ id: 3, helper: '' })];
  const { hours, rows } = dayGrid(some, 480);
  assert.deepEqual(hours, [9, 10, 11, 12]);
  const ids = rows.flatMap(({ cells }) => cells.flat().map(({ id }) => id));
  assert.deepEqual(ids.sort(), [1, 2, 3]);
  assert.deepEqual(rows.find(({ helper }) => helper === '张师傅').cells.map((cell) => cell.length), [1, 0, 0, 1]);
});

test('a list of holidays is read line by line, and a line that is none is named', () => {
  const desk = { t: (key, values) => `${key} ${values?.line}` };
  const days = readDays(desk, '2027-02-05 ~ 2027-02-07\n\n2027-02-14 3\n');
  assert.deepEqual(days, [
    { date: '2027-02-05', closed: true, as_weekday: 0 },
    { date: '2027-02-06', closed: true, as_weekday: 0 },
    { date: '2027-02-07', closed: true, as_weekday: 0 },
    { date: '2027-02-14', closed: false, as_weekday: 3 },
  ]);
  assert.throws(() => readDays(desk, '2027-02-30'), /2027-02-30/);
});
