// SPDX-License-Identifier: GPL-3.0-or-later
// How calls are told: how long, and what became of one in the log.

export function durationWords(t, ms) {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return t('duration.seconds', { seconds });
  return t('duration.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
}

// 65000 → "1:05", for a clock that runs
export function clockOfCall(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

// A call that came and was not taken: by whom it was made is told by `direction` and who looks.
export function isMissed(row, incoming) {
  return row.direction === incoming && !row.answered_at && row.reason !== 'declined';
}

export function outcomeWords(t, row, incoming) {
  if (row.answered_at) return t('log.answered', { duration: durationWords(t, row.over_at - row.answered_at) });
  if (isMissed(row, incoming)) return t('log.missed');
  if (row.reason === 'declined') return t('log.declined');
  if (row.reason === 'busy') return t('log.busy');
  return t(row.reason === 'no_answer' ? 'log.no_answer' : 'log.not_through');
}
