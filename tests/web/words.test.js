// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';
import { fenOf, yuan } from '../../src/web/shared/money.js';
import { TEXTS } from '../../src/web/desk/texts.js';
import { uuid7 } from '../../src/web/shared/uuid.js';
import { createWords } from '../../src/web/shared/words.js';

// Browsers and newer Nodes have it of themselves; Debian 12's has not.
globalThis.crypto ??= webcrypto;

const { en, zh_CN } = TEXTS;
const chinese = createWords('zh_CN', zh_CN);
const english = createWords('en', en);

test('money is whole fen and is read as people type it', () => {
  assert.equal(yuan(1250), '12.50');
  assert.equal(yuan(5), '0.05');
  assert.deepEqual(['12.5', ' 12.50 ', '12', '0.05', '12。5'].map(fenOf), [1250, 1250, 1200, 5, 1250]);
  for (const text of ['', '12.', '1.234', '-1', '1e3', '12,5']) assert.ok(Number.isNaN(fenOf(text)), text);
  assert.equal(chinese.money(1250), '¥12.50');
});

test('days are said as people say them', () => {
  assert.equal(chinese.shortDay('2026-11-02'), '11月2日');
  assert.equal(english.shortDay('2026-11-02'), '2 November');
  assert.equal(chinese.nearDay('2026-11-22', '2026-11-22'), '今天');
  assert.equal(chinese.nearDay('2026-11-23', '2026-11-22'), '明天');
  assert.equal(chinese.nearDay('2026-11-24', '2026-11-22'), '周二');
});

test('time passed is told in the unit that fits', () => {
  const minute = 60000;
  const told = [0, 59 * minute, 60 * minute, 47 * 60 * minute, 48 * 60 * minute].map((ms) => english.ago(0, ms));
  assert.deepEqual(told, ['just now', '59 min ago', '1 h ago', '47 h ago', '2 days ago']);
});

test('a placeholder stands for what a person wrote, never for another text', () => {
  assert.equal(chinese.t('help.taken', { name: '{name} $& 王' }), '{name} $& 王 已接手');
});

test('a UUID has its version, its variant and the time it was made, in order', () => {
  const ones = new Uint8Array(16).fill(0xff);
  assert.equal(uuid7(0x019aa9c00000, ones), '019aa9c0-0000-7fff-bfff-ffffffffffff');
  assert.ok(uuid7(1000) < uuid7(1001));
  assert.notEqual(uuid7(1000), uuid7(1000));
});
