// SPDX-License-Identifier: GPL-3.0-or-later
// Made-up people who say commands and other things in made-up rooms, the same at every run: espeak-ng's voices at
// varying pace and pitch, from varying distances, in noise, babble and echo. Needs espeak-ng for itself: the process
// may not speak otherwise meanwhile.
#pragma once

#include "base/samples.h"

#include <stdbool.h>

struct speaker {
  const char *voice; // of espeak-ng, with its variant
  int pitch;         // 0 to 99
  int pace;          // words a minute
};

enum noise { NOISE_NONE, NOISE_WHITE, NOISE_BABBLE };

struct room {
  const char *name;
  enum noise noise;
  double snr; // dB, of the whole utterance
  bool echo;  // 0.45 s of it
};

// `data`: the folder that holds espeak-ng-data/, NULL: the system's. False: it can't start.
bool corpus_start(const char *data);
void corpus_stop(void);
bool corpus_has(const char *voice);
// One way of saying it; another `take` is another pace, pitch, distance. 16 kHz. The caller frees it.
struct samples *corpus_say(const struct speaker *speaker, const char *text, unsigned take);
// As a microphone hears it there: 0.6 s of the room before it and 1.2 s after. Frees `said`.
struct samples *corpus_in_room(struct samples *said, const struct room *room, unsigned take);
// A minute of `count` people talking at once, for rooms with babble. To be made before them.
void corpus_babble(const struct speaker *speakers, int count, const char *const *sentences, int sentence_count);
