// SPDX-License-Identifier: GPL-3.0-or-later
// How soon calls for help are taken by a person, against what is expected of a good service. Pure.

export const LEVELS = [
  { seconds: 60, wanted: 97.5 },
  { seconds: 180, wanted: 99 },
];

// Seconds from the first press to the first person who took it; null: nobody has.
export function secondsUntilTaken({ raised_at: raisedAt, steps = [] }) {
  const taken = steps.find(({ kind }) => kind === 'taken');
  return taken ? Math.max(0, taken.at - raisedAt) / 1000 : null;
}

// Seconds that it has waited for a person: until one took it, it was taken back, or now.
function waited(call, nowMs) {
  const taken = secondsUntilTaken(call);
  if (taken !== null) return taken;
  const end = (call.steps ?? []).find(({ kind }) => kind === 'cancelled' || kind === 'closed');
  return ((end?.at ?? nowMs) - call.raised_at) / 1000;
}

// Whether it counts yet: a drill never does, nor what was taken back, or is still young, before the time was over.
function counts(call, seconds, nowMs) {
  return !call.drill && (secondsUntilTaken(call) !== null || waited(call, nowMs) > seconds);
}

// → [{seconds, wanted, counted, met, percent, missed}], percent null while nothing counts, missed the list behind it.
export function serviceLevels(calls, nowMs) {
  return LEVELS.map(({ seconds, wanted }) => {
    const counted = calls.filter((call) => counts(call, seconds, nowMs));
    const missed = counted.filter((call) => waited(call, nowMs) > seconds);
    const met = counted.length - missed.length;
    const percent = counted.length ? (met / counted.length) * 100 : null;
    return { seconds, wanted, counted: counted.length, met, percent, missed, isKept: percent === null || percent >= wanted };
  });
}
