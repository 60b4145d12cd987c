// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the table of src/base/lunar.c anew from where moon and sun stand, by the rules of GB/T 33661-2017.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';

// A CommonJS package whose names Node 18 does not see by `import`.
const { MakeTime, SearchMoonPhase, SearchSunLongitude } = createRequire(import.meta.url)('astronomy-engine');

const DAY = 86_400_000;
const utc = (year, month, day) => Date.UTC(year, month - 1, day);
// The almanacs went by Beijing's own noon until 1929.
const meridian = (at) => (at < utc(1929, 1, 1) ? (7 * 3600 + 45 * 60 + 40) * 1000 : 8 * 3_600_000);
const dayOf = (at) => Math.floor((at + meridian(at)) / DAY);
const after = (at, days) => MakeTime(new Date(at + days * DAY));

function newMoons() {
  const days = [];
  for (let at = utc(1898, 11, 1); at < utc(2102, 1, 1); ) {
    at = SearchMoonPhase(0, after(at, days.length ? 20 : 0), 40).date.getTime();
    days.push(dayOf(at));
  }
  return days;
}

function majorTerms() {
  const terms = [];
  for (let at = utc(1898, 11, 1), longitude = 240; at < utc(2101, 12, 31); longitude = (longitude + 30) % 360) {
    at = SearchSunLongitude(longitude, after(at, terms.length ? 20 : 0), 60).date.getTime();
    terms.push({ longitude, day: dayOf(at) });
  }
  return terms;
}

// From winter solstice to winter solstice: where there are thirteen months, the first without a major term is the leap.
function monthsOf(moons, terms) {
  const months = [];
  const solstices = terms.filter((term) => term.longitude === 270).map((term) => moons.findLastIndex((moon) => moon <= term.day));
  for (let i = 0; i + 1 < solstices.length; i += 1) {
    let number = 11;
    let leapToCome = solstices[i + 1] - solstices[i] === 13;
    for (let m = solstices[i]; m < solstices[i + 1]; m += 1) {
      const hasTerm = terms.some((term) => term.day >= moons[m] && term.day < moons[m + 1]);
      const leap = leapToCome && m > solstices[i] && !hasTerm;
      if (leap) leapToCome = false;
      else if (m > solstices[i]) number = (number % 12) + 1;
      months.push({ begins: moons[m], days: moons[m + 1] - moons[m], number, leap });
    }
  }
  return months;
}

function rowsOf(months) {
  const years = new Map();
  let year;
  for (const month of months) {
    if (month.number === 1 && !month.leap) years.set(new Date(month.begins * DAY).getUTCFullYear(), (year = []));
    year?.push(month);
  }
  return years;
}

function rowOf(year, months) {
  const lengths = months.reduce((bits, month, i) => bits | (month.days === 30 ? 1 << i : 0), 0);
  const leap = months.find((month) => month.leap)?.number ?? 0;
  return (((months[0].begins - utc(year, 1, 1) / DAY) << 17) | (leap << 13) | lengths) >>> 0;
}

const source = readFileSync(new URL('../../src/base/lunar.c', import.meta.url), 'utf8');
const table = source.match(/years\[\] = \{([^}]*)\}/)[1].replace(/\/\/.*/g, '').match(/0x[0-9a-f]+/g).map(Number);
const swapped = (row, place) => row ^ (3 << place);

test('the table is what moon and sun make it', () => {
  const years = rowsOf(monthsOf(newMoons(), majorTerms()));
  const computed = table.map((_, i) => rowOf(1900 + i, years.get(1900 + i)));
  computed[6] = swapped(computed[6], 2); // the almanac of 1906 began its fourth month a day later
  computed[197] = swapped(computed[197], 5); // 15 s after midnight in 2097, by one estimate of the earth's pace
  assert.equal(table.length, 201);
  assert.deepEqual(table, computed);
});
