// SPDX-License-Identifier: GPL-3.0-or-later
// The catalogues agree with each other and with the pages: no key without words, no words without a key.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { TEXTS as DESK } from '../../src/web/desk/texts.js';
import { TEXTS as FAMILY } from '../../src/web/family/texts.js';
import { TEXTS as VISIT } from '../../src/web/visit/texts.js';

const WEB = new URL('../../src/web/', import.meta.url);
const sourcesOf = (folder) =>
  readdirSync(new URL(folder, WEB))
    .filter((name) => name.endsWith('.js') && !name.startsWith('texts_'))
    .map((name) => readFileSync(new URL(`${folder}/${name}`, WEB), 'utf8'))
    .join('\n');
const placeholders = (text) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
const PAGES = { desk: DESK, family: FAMILY, visit: VISIT };

for (const [page, { en, zh_CN }] of Object.entries(PAGES)) {
  test(`${page}: both languages have the same keys, no text is empty`, () => {
    assert.deepEqual(Object.keys(en).sort(), Object.keys(zh_CN).sort());
    for (const [key, text] of [...Object.entries(en), ...Object.entries(zh_CN)]) assert.notEqual(text.trim(), '', key);
  });

  test(`${page}: a text has the same placeholders in both languages`, () => {
    // A short date is "11月22日" in one language and "22 November" in the other.
    for (const key of Object.keys(en).filter((one) => one !== 'day.short'))
      assert.deepEqual(placeholders(en[key]), placeholders(zh_CN[key]), key);
  });

  test(`${page}: every key that it names has words`, () => {
    const own = sourcesOf(page);
    const named = [...own.matchAll(/\bt\(\s*'([^']+)'/g)].map((match) => match[1]);
    assert.ok(named.length > 10);
    for (const key of named) assert.ok(key in zh_CN, key);
  });
}

test('every text is named by a page, whole or by the beginning of its key', () => {
  const pages = ['shared', 'desk', 'family', 'visit'].map(sourcesOf).join('\n');
  const whole = new Set([...pages.matchAll(/'([\w.]+)'/g)].map((match) => match[1]));
  const beginnings = [...pages.matchAll(/`([\w.]+[._])\$\{/g)].map((match) => match[1]);
  // Names of columns and fields that are put behind a prefix: words('text', …)
  const prefixes = [...pages.matchAll(/words\('(\w+)',|choices\('(\w+)',/g)].map((match) => `${match[1] ?? match[2]}.`);
  for (const key of Object.keys({ ...DESK.zh_CN, ...FAMILY.zh_CN, ...VISIT.zh_CN }))
    assert.ok(whole.has(key) || [...beginnings, ...prefixes].some((start) => key.startsWith(start)), key);
});

// The msgstr of the msgid that begins so.
function kioskSays(locale, beginning) {
  const catalogue = readFileSync(new URL(`../../locales/${locale}.po`, import.meta.url), 'utf8');
  return new RegExp(`^msgid "${beginning.replace(/[{}]/g, '\\$&')}.*\nmsgstr "(.*)"$`, 'm').exec(catalogue)?.[1];
}

test('what the desk tells of a declined order is what the kiosk says', () => {
  const beginning = '{name} has looked at it';
  assert.equal(DESK.zh_CN['orders.heard'], kioskSays('zh_CN', beginning));
  assert.equal(DESK.en['orders.heard'], kioskSays('en', beginning));
});
