// SPDX-License-Identifier: GPL-3.0-or-later
// Where speech begins and ends, told as it is heard: against a noise floor that follows the room. Pure, frame by frame.
#pragma once

#include "kiosk/listen/mel.h"

#include <stdbool.h>

#define ENDING_SETTLE 20 // frames until the floor is known

enum ending_state {
  ENDING_SETTLING, // the floor is being measured
  ENDING_WAITING,  // for speech
  ENDING_SPEAKING,
  ENDING_ENDED, // somebody has spoken and has been quiet for a while, or has spoken for long
};

struct ending {
  enum ending_state state;
  int frames;             // heard so far
  float floor[MEL_BANDS]; // power of the noise
  float ratio;            // smoothed mean log ratio to the floor
  float usual, spread;    // of the ratio while nobody speaks
  float peak;             // of the ratio in this speech
  int loud;               // frames above the threshold in this speech
  int quiet;              // frames below it since
  int begin;              // frame with which the speech began
};

void ending_init(struct ending *ending);
enum ending_state ending_take(struct ending *ending, const float powers[MEL_BANDS]);
