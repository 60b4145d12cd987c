// SPDX-License-Identifier: GPL-3.0-or-later
// What bookings say of a community's services: per kind and week, the promised minute against the real one, and what
// became of the rest. Figures only; each keeps the bookings behind it.
import { minutesLate } from './bookings.js';
import { addDays, dateAt, weekday } from './days.js';

const LATE_MIN = 10; // more than this is late
// Faces of so few could be known by name.
const LEAST_FACES = 5;

// The Monday of a day's week.
export const weekOf = (date) => addDays(date, -((weekday(date) + 6) % 7));

export function median(numbers) {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) return null;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const of = (bookings, ...states) => bookings.filter(({ status }) => states.includes(status));

// null: too few have said.
function facesOf(bookings) {
  const said = bookings.filter(({ face }) => face);
  if (said.length < LEAST_FACES) return null;
  const count = (face) => said.filter((one) => one.face === face).length;
  return { good: count('good'), so_so: count('so_so'), not_good: count('not_good') };
}

function figuresOf(bookings) {
  const begun = bookings.filter((one) => minutesLate(one) !== null);
  const late = begun.filter((one) => minutesLate(one) > LATE_MIN);
  return {
    all: bookings,
    begun,
    late,
    median: median(begun.map(minutesLate)),
    declined: of(bookings, 'declined'),
    missed: of(bookings, 'missed'),
    cancelled: of(bookings, 'cancelled'),
    waiting: of(bookings, 'requested'),
    faces: facesOf(bookings),
  };
}

// [{week, name, …figures}], the newest week first, then by name.
export function ledger(bookings, utcOffsetMin) {
  const groups = new Map();
  for (const booking of bookings) {
    const week = weekOf(dateAt(booking.at, utcOffsetMin));
    const key = `${week} ${booking.name}`;
    if (!groups.has(key)) groups.set(key, { week, name: booking.name, bookings: [] });
    groups.get(key).bookings.push(booking);
  }
  return [...groups.values()]
    .sort((one, other) => other.week.localeCompare(one.week) || one.name.localeCompare(other.name))
    .map(({ week, name, bookings: some }) => ({ week, name, ...figuresOf(some) }));
}

// How many each helper had, the most first: [[name, count], …]
export function loads(bookings) {
  const counts = new Map();
  for (const { helper } of bookings) if (helper) counts.set(helper, (counts.get(helper) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

// For spreadsheets: with a mark that it is UTF-8, every field in quotes, and none that begins like a formula.
export function csv(rows) {
  const field = (value) => {
    const text = String(value ?? '');
    const isFormula = typeof value === 'string' && /^[=+\-@\t\r＝＋－＠]/.test(text);
    return `"${(isFormula ? `'${text}` : text).replaceAll('"', '""')}"`;
  };
  return `\uFEFF${rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}
