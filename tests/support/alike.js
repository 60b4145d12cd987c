// SPDX-License-Identifier: GPL-3.0-or-later
// How alike two sounds are, wherever one begins in the other and however loud it is.

const LOUD = 300; // of 32767: here something begins
const BEFORE = 1200; // samples around that place
const AFTER = 44100; // what begins first may be the click of the key that was pressed
const STEP = 3; // of a first look, at each COARSE-th sample
const COARSE = 16;

const onset = (samples) => Math.max(0, samples.findIndex((sample) => Math.abs(sample) > LOUD));

function correlation(heard, wanted, shift, step) {
  let product = 0;
  let one = 0;
  let other = 0;
  for (let n = 0; n < wanted.length; n += step) {
    const sample = heard[n + shift] ?? 0;
    product += sample * wanted[n];
    one += sample * sample;
    other += wanted[n] * wanted[n];
  }
  return one && other ? product / Math.sqrt(one * other) : 0;
}

function likest(heard, wanted, from, to, by, step) {
  let best = { shift: from, likeness: 0 };
  for (let shift = from; shift <= to; shift += by) {
    const likeness = correlation(heard, wanted, shift, step);
    if (likeness > best.likeness) best = { shift, likeness };
  }
  return best;
}

// 1: the same; 0: nothing of it. Both of the same rate.
export function alike(heard, wanted) {
  const near = onset(heard) - onset(wanted);
  const { shift } = likest(heard, wanted, near - BEFORE, near + AFTER, STEP, COARSE);
  return likest(heard, wanted, shift - STEP, shift + STEP, 1, 1).likeness;
}

// The samples of a WAV of 16 bit and one channel.
export function samplesOf(wav) {
  const data = wav.indexOf('data') + 8;
  const count = (wav.length - data) >> 1;
  return Int16Array.from({ length: count }, (_, n) => wav.readInt16LE(data + 2 * n));
}
