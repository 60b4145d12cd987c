// SPDX-License-Identifier: GPL-3.0-or-later
// What two utterances are compared by, frame by frame: 12 cepstra, their slopes and the slope of the energy, each with
// the mean and the spread of its utterance taken out, so that a voice, a room and a microphone matter less.
#pragma once

#include "kiosk/listen/utterance.h"

#include <math.h>

#define FEATURE_VECTORS 7 // of four: 25 features and three that are 0

typedef float feature_four __attribute__((vector_size(16)));
struct feature {
  feature_four at[FEATURE_VECTORS];
};

struct cosines {
  float of[12][MEL_BANDS];
  float powers[256]; // of half decibels
};
void cosines_init(struct cosines *cosines);

// Of what was heard: `heard` NULL. Of a template: as it would have sounded in the noise and at the level of `heard`.
// `out` has room for utterance->count.
void features_of(const struct cosines *cosines, const struct utterance *utterance, const struct utterance *heard,
                 struct feature *out);

// Here, not in features.c: a match asks for it some million times.
static inline float feature_distance(const struct feature *left, const struct feature *right)
{
  feature_four sum = {0};
  for (int i = 0; i < FEATURE_VECTORS; i++) {
    feature_four apart = left->at[i] - right->at[i];
    sum += apart * apart;
  }
  return sqrtf(sum[0] + sum[1] + sum[2] + sum[3]);
}
