// SPDX-License-Identifier: GPL-3.0-or-later
// How loud a recording is (EBU R 128), and what makes all equally loud. Thread: any.
#pragma once

#include "server/sound/recording.h"

#define TARGET_LUFS (-19.0)
#define MOST_PEAK_DB (-1.0) // true peak, after the gain

struct loudness {
  double lufs;    // integrated
  double peak_db; // true peak
};

// False: too soft to be measured.
bool loudness_measure(const struct recording *recording, struct loudness *out);
// The gain to the target, in tenths of a decibel; less when the peak would be over its most.
int loudness_gain_cb(struct loudness loudness);
