// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from a booking alone: whether it is late, or about to be, and who has what when. Used by the desk's day
// page and the helper's.
import { dateAt, minuteAt, MINUTE_MS } from './days.js';

const ON_THE_WAY_MS = 15 * MINUTE_MS; // who is not on the way so long before is about to be late
const ANSWER_MS = 120 * MINUTE_MS; // a wish that nobody has answered so long before

const ENDED = ['done', 'confirmed', 'cancelled', 'declined', 'missed'];
export const cameToNothing = ({ status }) => ['cancelled', 'declined', 'missed'].includes(status);
export const isOpen = ({ status }) => !ENDED.includes(status);

// 'late', 'soon' or '': said before it is too late to do something about it.
export function lateness({ status, at, minutes }, now) {
  if (status === 'begun') return now > at + (minutes + 15) * MINUTE_MS ? 'late' : '';
  if (!['requested', 'accepted', 'on_the_way'].includes(status)) return '';
  if (now > at) return 'late';
  if (status === 'requested') return now > at - ANSWER_MS ? 'soon' : '';
  return status === 'accepted' && now > at - ON_THE_WAY_MS ? 'soon' : '';
}

// Whole minutes between what was promised and when it began; null: it has not begun. Early counts as on time.
export function minutesLate({ steps }) {
  const begun = steps.find(({ status }) => status === 'begun');
  return begun ? Math.max(0, Math.floor((begun.at - begun.promised_at) / MINUTE_MS)) : null;
}

// The part of a room that names its building: "3 幢 201" → "3 幢".
export function buildingOf(room) {
  return room.trim().split(/\s+/).slice(0, -1).join(' ');
}

// The hours of a day in which something is, without a hole, and for each helper what they have in each.
export function dayGrid(bookings, utcOffsetMin) {
  const hourOf = ({ at }) => Math.floor(minuteAt(at, utcOffsetMin) / 60);
  const taken = bookings.map(hourOf);
  const hours = [];
  for (let hour = Math.min(...taken); hour <= Math.max(...taken); hour++) hours.push(hour);
  const helpers = [...new Set(bookings.map(({ helper }) => helper))].sort((one, other) => one.localeCompare(other));
  const rows = helpers.map((helper) => ({
    helper,
    cells: hours.map((hour) => bookings.filter((one) => one.helper === helper && hourOf(one) === hour)),
  }));
  return { hours, rows };
}

export const isOnDay = (booking, date, utcOffsetMin) => dateAt(booking.at, utcOffsetMin) === date;
