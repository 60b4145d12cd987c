// SPDX-License-Identifier: GPL-3.0-or-later
// How much of a sound was heard, wherever it began and however loud it was.

const LOUD = 300; // of 32767: here something begins
const BEFORE = 1200; // samples around that place
const AFTER = 88200; // what begins first may be the click of the key that was pressed
const PIECE = 662; // samples that are looked for at once
const AROUND = 11025; // how far from its place a piece may stand
const ALIKE = 0.9;
const STEP = 3; // of a first look, at each COARSE-th sample
const COARSE = 8;
const SECOND = 22050;

const isLoud = (sample) => Math.abs(sample) > LOUD;

function correlation(heard, shift, piece, step) {
  let [product, one, other] = [0, 0, 0];
  for (let n = 0; n < piece.length; n += step) {
    const sample = heard[shift + n] ?? 0;
    product += sample * piece[n];
    one += sample * sample;
    other += piece[n] * piece[n];
  }
  return one && other ? product / Math.sqrt(one * other) : 0;
}

function likest(heard, piece, from, to, by, step) {
  let best = { likeness: 0 };
  for (let at = from; at < to; at += by) {
    const likeness = correlation(heard, at, piece, step);
    if (likeness > best.likeness) best = { at, likeness };
  }
  return best;
}

// Where from `from` to before `to` the piece stands, if anywhere.
function find(heard, piece, from, to) {
  const { at } = likest(heard, piece, Math.max(0, from), to, STEP, COARSE);
  if (at === undefined) return undefined;
  const best = likest(heard, piece, Math.max(0, at - STEP), at + STEP + 1, 1, 1);
  return best.likeness >= ALIKE ? best.at : undefined;
}

// Where `wanted` begins in it, by its first second.
function beginning(heard, wanted) {
  const from = wanted.findIndex(isLoud);
  const onset = heard.findIndex(isLoud);
  const first = wanted.subarray(from, from + SECOND);
  const { at = onset } = likest(heard, first, Math.max(0, onset - BEFORE), onset + AFTER, STEP, COARSE);
  return at - from;
}

// The share of the loud pieces of `wanted` that are there, in their order; both of the same rate. A busy machine puts
// silence between and loses some; then the next piece stands elsewhere, but there it is.
export function shareHeard(heard, wanted) {
  let [loud, found, end, shift] = [0, 0, 0, beginning(heard, wanted)];
  for (let at = 0; at + PIECE <= wanted.length; at += PIECE) {
    const piece = wanted.subarray(at, at + PIECE);
    if (!piece.some(isLoud)) continue;
    loud += 1;
    const place =
      find(heard, piece, Math.max(end, at + shift - STEP), at + shift + STEP + 1) ??
      find(heard, piece, Math.max(end, at + shift - AROUND), at + shift + AROUND);
    if (place === undefined) continue;
    found += 1;
    shift = place - at;
    end = place + PIECE - STEP;
  }
  return loud ? found / loud : 0;
}

// The samples of a WAV of 16 bit and one channel.
export function samplesOf(wav) {
  const data = wav.indexOf('data') + 8;
  const count = (wav.length - data) >> 1;
  return Int16Array.from({ length: count }, (_, n) => wav.readInt16LE(data + 2 * n));
}
