// SPDX-License-Identifier: GPL-3.0-or-later
// Two people have changed one thing: what both wrote is put together, member by member. Pure.

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isSet = (value) => Array.isArray(value) && value.every((one) => typeof one === 'string');

// The order of an object's members says nothing.
function same(one, other) {
  if (!isObject(one) || !isObject(other)) return JSON.stringify(one) === JSON.stringify(other);
  return Object.keys({ ...one, ...other }).every((key) => same(one[key], other[key]));
}

// What stands in both, with what either has added and without what either has taken away.
const mergeSets = (base, mine, theirs) => [
  ...theirs.filter((one) => mine.includes(one) || !base.includes(one)),
  ...mine.filter((one) => !base.includes(one) && !theirs.includes(one)),
];

function mergeValues(base, mine, theirs) {
  if (same(mine, base) || mine === undefined) return theirs;
  if (same(theirs, base) || theirs === undefined || same(mine, theirs)) return mine;
  if (isSet(mine) && isSet(theirs)) return mergeSets(base ?? [], mine, theirs);
  if (!isObject(mine) || !isObject(theirs)) return mine;
  return Object.fromEntries(
    Object.keys({ ...theirs, ...mine }).map((key) => [key, mergeValues(base?.[key], mine[key], theirs[key])]),
  );
}

export const isWhatIWrote = (mine, theirs) => Object.keys(mine).every((key) => same(mine[key], theirs[key]));

// base: as it was opened; mine: as it was written since; theirs: as it stands at the server.
// → the whole, and the names of members that they have changed, and of those that both have.
export function mergeThings(base, mine, theirs) {
  const changed = Object.keys(mine).filter((key) => theirs[key] !== undefined && !same(base[key], theirs[key]));
  return {
    merged: mergeValues(base, { ...base, ...mine, revision: base.revision }, theirs),
    theirs: changed,
    both: changed.filter((key) => !same(base[key], mine[key]) && !same(mine[key], theirs[key])),
  };
}
