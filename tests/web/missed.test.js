// SPDX-License-Identifier: GPL-3.0-or-later
// Who rang the desk in vain and still waits to be called back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DESK_ID } from '../../src/web/desk/calling.js';
import { missedOf } from '../../src/web/desk/missed.js';

const NOW = 1800000000000;
const HOUR = 3600000;

// Newest first, an hour apart: who of the staff it was with, whether it was answered, and of whom.
const calls = (...told) =>
  told.map(([who, answered, resident_id = 'wang'], n) => ({
    call_id: `${n}`,
    party: { kind: who === 'daughter' ? 'family' : 'staff', id: who === 'desk' ? DESK_ID : who },
    resident_id,
    made_at: NOW - (n + 1) * HOUR,
    answered_at: answered ? NOW : 0,
  }));
const missed = (...told) => missedOf(calls(...told), NOW).map((one) => one.call_id);

test('who rang in vain stands there', () => {
  assert.deepEqual(missed(['desk', false]), ['0']);
});

test('who was called back and did not answer still waits', () => {
  assert.deepEqual(missed(['nurse', false], ['desk', false]), ['1']);
});

test('who has talked with the desk since waits no more', () => {
  assert.deepEqual(missed(['nurse', true], ['desk', false]), []);
  assert.deepEqual(missed(['nurse', false], ['nurse', true], ['desk', false]), []);
});

test('a talk with the daughter, or with another resident, changes nothing', () => {
  assert.deepEqual(missed(['daughter', true], ['nurse', true, 'li'], ['desk', false]), ['2']);
});

test('the newest of several stands for all, for a day', () => {
  assert.deepEqual(missed(['desk', false], ['desk', false]), ['0']);
  assert.deepEqual(missedOf(calls(['desk', false]), NOW + 24 * HOUR), []);
});
