// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as days from '../../src/web/shared/days.js';

const { site } = JSON.parse(readFileSync(new URL('../samples/snapshot.json', import.meta.url)));
const at = (text) => Date.parse(`${text}+08:00`);

test('a day at the site begins at its own midnight', () => {
  assert.equal(days.dateAt(at('2026-11-22T00:00'), 480), '2026-11-22');
  assert.equal(days.dateAt(at('2026-11-22T00:00') - 1, 480), '2026-11-21');
  assert.equal(days.minuteAt(at('2026-11-22T09:30'), 480), 570);
});

test('days are added over the ends of months and years', () => {
  assert.equal(days.addDays('2026-12-31', 1), '2027-01-01');
  assert.equal(days.addDays('2028-03-01', -1), '2028-02-29');
});

test('a week is the day and the six after it', () => {
  const week = days.weekFrom('2026-11-28');
  assert.deepEqual([week.length, week[0], week[3], week[6]], [7, '2026-11-28', '2026-12-01', '2026-12-04']);
});

test('only days of the calendar are dates', () => {
  assert.ok(days.isDate('2026-11-22'));
  for (const text of ['2026-13-01', '2026-1-1', '', '22.11.2026', '2026-11-22T00:00', '2026-02-30'])
    assert.ok(!days.isDate(text), text);
});

test('the kitchen sees the meal that is served next or right now', () => {
  const next = (text) => days.nextServed(site, at(text));
  assert.deepEqual(next('2026-11-22T06:00'), { date: '2026-11-22', meal: 'breakfast' });
  assert.deepEqual(next('2026-11-22T12:59'), { date: '2026-11-22', meal: 'lunch' });
  assert.deepEqual(next('2026-11-22T13:00'), { date: '2026-11-22', meal: 'supper' });
  assert.deepEqual(next('2026-11-22T18:30'), { date: '2026-11-23', meal: 'breakfast' });
});

test('a negative cut-off lies on the day before', () => {
  assert.equal(days.cutoffOf(site, '2026-11-23', 'breakfast'), at('2026-11-22T20:00'));
  assert.equal(days.cutoffOf(site, '2026-11-23', 'lunch'), at('2026-11-23T10:00'));
});

test('what is ordered first is the first meal before its cut-off', () => {
  const next = (text) => days.nextOrderable(site, at(text));
  assert.deepEqual(next('2026-11-22T09:59'), { date: '2026-11-22', meal: 'lunch' });
  assert.deepEqual(next('2026-11-22T10:00'), { date: '2026-11-22', meal: 'supper' });
  assert.deepEqual(next('2026-11-22T15:30'), { date: '2026-11-23', meal: 'breakfast' });
  assert.deepEqual(next('2026-11-22T20:00'), { date: '2026-11-23', meal: 'lunch' });
});

test('minutes are written as a clock and read back', () => {
  assert.equal(days.clockOfMinute(570), '09:30');
  assert.equal(days.clockOfMinute(-240), '20:00');
  assert.equal(days.minuteOfClock('09:30'), 570);
});
