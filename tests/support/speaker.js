// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody who speaks, as in speaker.h: a tone whose loudness moves as a voice's does, and whose pitch rises, so that one
// moment of it is like no other.
import { writeFileSync } from 'node:fs';
import { wavOf } from '../../src/web/desk/wav.js';

export const RATE = 48000;

export function speech({ seconds = 1.6, quiet = 0.4, level = 0.3, noise = 0.0005, hz = 200 } = {}) {
  const samples = new Float32Array(Math.round((seconds + 2 * quiet) * RATE));
  for (let n = 0; n < samples.length; n++) {
    const at = n / RATE - quiet;
    const isSaid = at >= 0 && at < seconds;
    const swell = Math.sin((Math.PI * (at % 0.2)) / 0.2);
    const tone = Math.sin(2 * Math.PI * (hz + 60 * at) * at) + 0.5 * Math.sin(6 * Math.PI * hz * at);
    samples[n] = noise * (2 * Math.random() - 1) + (isSaid ? (level * swell * tone) / 1.5 : 0);
  }
  return samples;
}

export function writeSpeech(path, options) {
  writeFileSync(path, wavOf([speech(options)], RATE));
  return path;
}
