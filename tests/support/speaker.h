// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody who speaks into a microphone: a tone whose loudness moves as a voice's does, syllables of a fifth of a
// second, in a room that hums a little.
#pragma once

#include "base/text.h"

#include <math.h>
#include <stdint.h>
#include <string.h>

#define SPEAKER_RATE 48000

struct speaker {
  double level, noise; // of full scale
  int quiet_ms, said_ms;
  double hz; // tells one from another
};
static const struct speaker usual_speaker = {0.3, 0.0005, 500, 1500, 220};

static inline double speaker_noise(void)
{
  static unsigned state = 1;
  state = state * 1664525U + 1013904223U;
  return (double)state / 2147483648.0 - 1;
}

static inline size_t speaker_count(const struct speaker *speaker)
{
  return (size_t)(2 * speaker->quiet_ms + speaker->said_ms) * (SPEAKER_RATE / 1000);
}

static inline double speaker_at(const struct speaker *speaker, size_t sample)
{
  double second = (double)sample / SPEAKER_RATE - speaker->quiet_ms / 1000.0;
  double said = 0;
  if (second >= 0 && second < speaker->said_ms / 1000.0)
    said = sin(M_PI * fmod(second, 0.2) / 0.2) *
           (sin(2 * M_PI * speaker->hz * second) + 0.5 * sin(6 * M_PI * speaker->hz * second)) / 1.5;
  return fmax(-1, fmin(1, speaker->noise * speaker_noise() + speaker->level * said));
}

// As a browser sends it: WAV, 16 bit, one channel.
static inline struct buffer speaker_wav(const struct speaker *speaker)
{
  struct buffer wav = {0};
  uint32_t bytes = (uint32_t)speaker_count(speaker) * 2, riff = bytes + 36;
  static const uint32_t rate[] = {SPEAKER_RATE, SPEAKER_RATE * 2};
  buffer_add(&wav, "RIFF", 4);
  buffer_add(&wav, &riff, 4);
  buffer_add(&wav, "WAVEfmt \x10\0\0\0\1\0\1\0", 16);
  buffer_add(&wav, rate, 8);
  buffer_add(&wav, "\2\0\x10\0data", 8);
  buffer_add(&wav, &bytes, 4);
  for (size_t i = 0; i < speaker_count(speaker); i++) {
    int16_t sample = (int16_t)lrint(speaker_at(speaker, i) * 32767);
    buffer_add(&wav, &sample, 2);
  }
  return wav;
}
