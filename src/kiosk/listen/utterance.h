// SPDX-License-Identifier: GPL-3.0-or-later
// Something that was said, as frames of mel powers: what was heard at the microphone, and what a command is known by.
// A template keeps powers, not features: the noise of the moment is laid over it before the two are compared.
#pragma once

#include "kiosk/listen/mel.h"

#include "base/samples.h"

#define UTTERANCE_MOST 700 // frames; longer ones are cut

struct utterance {
  int count;
  float noise[MEL_BANDS];       // power of what is heard while nobody speaks; 0: a voice made by a machine
  float level;                  // mean power of the speech without it, all bands
  uint8_t (*frames)[MEL_BANDS]; // half decibels
};

// Of raw powers: finds the beginning and the end of the speech in it, and the noise around. NULL: there is no speech.
struct utterance *utterance_new(const float (*powers)[MEL_BANDS], int count);
// Of a whole piece of a voice made by a machine. NULL: silence.
struct utterance *utterance_of_samples(const struct samples *samples);
struct utterance *utterance_empty(int count);
// As if it had been said `count` frames long, at most UTTERANCE_MOST: evenly slower or faster.
struct utterance *utterance_at_length(const struct utterance *utterance, int count);
void utterance_free(struct utterance *utterance); // NULL is fine
float utterance_power(uint8_t half_decibels);
