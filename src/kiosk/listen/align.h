// SPDX-License-Identifier: GPL-3.0-or-later
// Dynamic time warping of a template in what was heard, with filler around it. Pure. Thread: any.
#pragma once

#include "kiosk/listen/features.h"

#include <stdbool.h>

struct sequence {
  int count; // at most UTTERANCE_MOST
  const struct feature *at;
};

// The cost of the best way a frame, in fillers. `filler`: the cost of a frame that the template does not explain.
float align(const struct sequence *template, const struct sequence *heard, float filler);
