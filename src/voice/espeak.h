// SPDX-License-Identifier: GPL-3.0-or-later
// espeak-ng over the project's own data (its dictionaries and dialects), or over the system's when that is missing. The
// state of espeak-ng is the process's: several of these share it, one sentence at a time, and the data of the first.
#pragma once

#include "voice/engine.h"
#include "voice/readings.h"
#include "voice/syllables.h"

struct espeak {
  const char *data;           // the folder that holds espeak-ng-data/; ""; the system's
  struct readings readings;   // of this site; set its path
  struct syllables syllables; // of the voice that spoke last
  bool own;                   // ours is in use
  struct fault missing;       // a voice that should be there: said once it was looked for, and from then on
};

struct engine espeak_engine(struct espeak *espeak);
