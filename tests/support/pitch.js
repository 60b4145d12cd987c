// SPDX-License-Identifier: GPL-3.0-or-later
// Tones: written for a telephone's microphone, found in what a loudspeaker plays.
import { writeFileSync } from 'node:fs';
import { until } from './wait.js';

const EAR_RATE = 16000;

// A mono WAV file for --use-file-for-fake-audio-capture: beeps, since browsers take away what hums all the time.
export function writeBeeps(path, hertz, { seconds = 10, everyMs = 400, beepMs = 250, rate = 48000 } = {}) {
  const samples = Buffer.alloc(seconds * rate * 2);
  for (let at = 0; at < seconds * rate; at++) {
    const isOn = ((at * 1000) / rate) % everyMs < beepMs;
    samples.writeInt16LE(isOn ? Math.round(12000 * Math.sin((2 * Math.PI * hertz * at) / rate)) : 0, at * 2);
  }
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  for (const [value, place, size] of [
    [16, 16, 4],
    [1, 20, 2],
    [1, 22, 2],
    [rate, 24, 4],
    [rate * 2, 28, 4],
    [2, 32, 2],
    [16, 34, 2],
  ])
    head.writeUIntLE(value, place, size);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  writeFileSync(path, Buffer.concat([head, samples]));
}

// How much of the sound is this tone, 0 to 1 (Goertzel). samples: numbers.
export function shareOf(hertz, samples, rate) {
  const turn = 2 * Math.cos((2 * Math.PI * hertz) / rate);
  let [before, last, all] = [0, 0, 0];
  for (const sample of samples) {
    [before, last] = [last, sample + turn * last - before];
    all += sample * sample;
  }
  const power = before * before + last * last - turn * before * last;
  return all === 0 ? 0 : (2 * power) / (samples.length * all);
}

// The strongest tone among multiples of `step` from 100 Hz to 3 kHz; 0 when it is quiet.
export function strongest(samples, rate, step = 10) {
  let best = { hertz: 0, share: 0.2 };
  for (let hertz = 100; hertz <= 3000; hertz += step) {
    const share = shareOf(hertz, samples, rate);
    if (share > best.share) best = { hertz, share };
  }
  return best.hertz;
}

// Until the last second of what `ears` (of startSound, at their own rate) hear is this tone.
export function untilHeard(ears, hertz, where) {
  let heard = 0;
  let newest = [];
  const isSo = () => {
    newest = [...newest, ...ears.heard()].slice(-EAR_RATE);
    return newest.length === EAR_RATE && Math.abs((heard = strongest(newest, EAR_RATE, 20)) - hertz) <= 20;
  };
  return until(`${hertz} Hz from ${where}`, isSo, () => `There are ${heard} Hz.`);
}
