// SPDX-License-Identifier: GPL-3.0-or-later
// How much later than its time what a peer says is played. The loudspeaker takes no sound that has missed its time, so
// on a machine with much else to do, where each piece comes a little late, nothing would be heard at all; the pieces
// are moved on instead, as far as the latest of them needs, and back when the machine has time again. The picture keeps
// its time: a late sound is better than none. Pure.
#pragma once

#include "base/clock.h"

#include <stdbool.h>

#define LAG_ROOM 60  // ms: as old a piece may be when it comes; the mixer waits until it is 80
#define LAG_MOST 500 // ms: what comes later than this is of no use in a talk

// All zero: nothing is moved.
struct lag {
  anban_ms shift; // by which pieces are moved on
  anban_ms latest, since;
};

// A piece has come `age` after the time it was meant for. `shift` holds for it already.
void lag_take(struct lag *lag, anban_ms age, anban_ms now);
