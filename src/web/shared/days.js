// SPDX-License-Identifier: GPL-3.0-or-later
// Days and minutes of a day at the site, as the server counts them: a site's clock runs utc_offset_min ahead of UTC.

export const MEALS = ['breakfast', 'lunch', 'supper'];
export const MINUTE_MS = 60000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

export function dateAt(wallMs, utcOffsetMin) {
  return new Date(wallMs + utcOffsetMin * MINUTE_MS).toISOString().slice(0, 10);
}

export function minuteAt(wallMs, utcOffsetMin) {
  return Math.floor(wallMs / MINUTE_MS + utcOffsetMin) % (24 * 60);
}

export function addDays(date, days) {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

// "2026-11-22", a day of the calendar
export function isDate(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
}

// 0 Sunday to 6 Saturday
export function weekday(date) {
  return new Date(Date.parse(date)).getUTCDay();
}

export function daysBetween(from, to) {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

// The day and the six after it: what is still to be planned comes first.
export function weekFrom(date) {
  return [0, 1, 2, 3, 4, 5, 6].map((days) => addDays(date, days));
}

// The wall time until which a meal of a day is ordered; a negative cut-off lies on the day before.
export function cutoffOf(site, date, meal) {
  return Date.parse(date) + (site.hours[meal].cutoff_minute - site.utc_offset_min) * MINUTE_MS;
}

// The meal that is served next (or right now); after the last one, tomorrow's first.
export function nextServed(site, wallMs) {
  const date = dateAt(wallMs, site.utc_offset_min);
  const minute = minuteAt(wallMs, site.utc_offset_min);
  const meal = MEALS.find((name) => minute < site.hours[name].to_minute);
  return meal ? { date, meal } : { date: addDays(date, 1), meal: MEALS[0] };
}

// The first meal that can still be ordered.
export function nextOrderable(site, wallMs) {
  const today = dateAt(wallMs, site.utc_offset_min);
  for (let ahead = 0; ahead < 3; ahead++) {
    const date = addDays(today, ahead);
    const meal = MEALS.find((name) => wallMs < cutoffOf(site, date, name));
    if (meal) return { date, meal };
  }
  return { date: addDays(today, 1), meal: MEALS[0] };
}

// 570 → "09:30"; -240 → "20:00" (of the day before)
export function clockOfMinute(minute) {
  const inDay = ((minute % 1440) + 1440) % 1440;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}

// "09:30" → 570
export function minuteOfClock(text) {
  const [hours, minutes] = text.split(':').map(Number);
  return hours * 60 + minutes;
}
