// SPDX-License-Identifier: GPL-3.0-or-later
// The figures of who answers for the services, and their file.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv, ledger, loads, median, weekOf } from '../../src/web/shared/ledger.js';

const MINUTE = 60000;
const AT = Date.parse('2026-12-01T09:00:00+08:00'); // a Tuesday
const visit = (late, more = {}) => ({
  at: AT,
  name: '助洁',
  status: 'confirmed',
  helper: '张师傅',
  face: '',
  steps: late === null ? [] : [{ status: 'begun', at: AT + late * MINUTE, promised_at: AT }],
  ...more,
});

test('a week begins on Monday, over new year and the leap day too', () => {
  assert.equal(weekOf('2026-12-01'), '2026-11-30');
  assert.equal(weekOf('2027-01-03'), '2026-12-28');
  assert.equal(weekOf('2028-02-29'), '2028-02-28');
});

test('the median, and who was more than ten minutes late', () => {
  assert.deepEqual([median([3, 1, 2]), median([4, 0, 2, 10]), median([])], [2, 3, null]);
  const [line] = ledger([visit(0), visit(10), visit(11), visit(40), visit(null, { status: 'declined' })], 480);
  assert.deepEqual([line.week, line.all.length, line.median, line.late.length], ['2026-11-30', 5, 10.5, 2]);
  assert.equal(line.declined.length, 1);
});

test('faces are shown as sums of five or more only', () => {
  const said = (count) => Array.from({ length: count }, (_, n) => visit(0, { face: n ? 'good' : 'not_good' }));
  assert.equal(ledger(said(4), 480)[0].faces, null);
  assert.deepEqual(ledger(said(5), 480)[0].faces, { good: 4, so_so: 0, not_good: 1 });
});

test('weeks and kinds stand apart, the newest week first', () => {
  const lines = ledger([visit(0, { at: AT - 7 * 1440 * MINUTE }), visit(0), visit(0, { name: '助浴' })], 480);
  assert.deepEqual(
    lines.map(({ week, name }) => `${week} ${name}`).sort(),
    ['2026-11-23 助洁', '2026-11-30 助洁', '2026-11-30 助浴'],
  );
  assert.equal(lines.at(-1).week, '2026-11-23');
  assert.deepEqual(loads([visit(0), visit(0), visit(0, { helper: '李师傅' }), visit(0, { helper: '' })]), [
    ['张师傅', 2],
    ['李师傅', 1],
  ]);
});

test('the file: a mark for UTF-8, quotes, and no field that a spreadsheet would calculate', () => {
  assert.equal(csv([['助"洁', -3], ['=1+1', '＝A1']]), '\uFEFF"助""洁","-3"\r\n"\'=1+1","\'＝A1"\r\n');
});
