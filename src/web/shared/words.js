// SPDX-License-Identifier: GPL-3.0-or-later
// All that a page says in one language: texts by key, and money, days and times as people there write them.
import { addDays, clockOfMinute, dateAt, minuteAt, weekday } from './days.js';
import { yuan } from './money.js';

export const LANGUAGES = { zh_CN: '中文', en: 'English' };

// texts: {key: 'sentence with {name}'}; a key that is missing shows itself, and a test holds the catalogues against each other.
export function createWords(language, texts) {
  const t = (key, values = {}) => (texts[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const has = (key) => key in texts;

  const weekdayName = (date) => t(`weekday.${weekday(date)}`);
  const shortDay = (date) =>
    t('day.short', {
      month: Number(date.slice(5, 7)),
      day: Number(date.slice(8)),
      month_name: t(`month.${Number(date.slice(5, 7))}`),
    });
  const longDay = (date) => t('day.long', { day: shortDay(date), weekday: weekdayName(date) });
  function nearDay(date, today) {
    if (date === today) return t('day.today');
    if (date === addDays(today, 1)) return t('day.tomorrow');
    if (date === addDays(today, -1)) return t('day.yesterday');
    return weekdayName(date);
  }
  function ago(wallMs, nowMs) {
    const minutes = Math.floor((nowMs - wallMs) / 60000);
    if (minutes < 1) return t('ago.now');
    if (minutes < 60) return t('ago.minutes', { count: minutes });
    if (minutes < 48 * 60) return t('ago.hours', { count: Math.floor(minutes / 60) });
    return t('ago.days', { count: Math.floor(minutes / 1440) });
  }
  return {
    language,
    t,
    has,
    weekdayName,
    shortDay,
    longDay,
    nearDay,
    ago,
    money: (fen) => t('money', { yuan: yuan(fen) }),
    clock: (wallMs, utcOffsetMin) => clockOfMinute(minuteAt(wallMs, utcOffsetMin)),
    clockToSecond: (wallMs, utcOffsetMin) =>
      `${clockOfMinute(minuteAt(wallMs, utcOffsetMin))}:${String(Math.floor(wallMs / 1000) % 60).padStart(2, '0')}`,
    dayAndClock: (wallMs, utcOffsetMin) =>
      `${shortDay(dateAt(wallMs, utcOffsetMin))} ${clockOfMinute(minuteAt(wallMs, utcOffsetMin))}`,
    list: (parts) => parts.join(t('list.comma')),
  };
}
