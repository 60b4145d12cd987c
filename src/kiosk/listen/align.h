// SPDX-License-Identifier: GPL-3.0-or-later
// Dynamic time warping of a template in what was heard, with filler around it. Pure. Thread: any.
#pragma once

#include "kiosk/listen/features.h"

struct sequence {
  int count; // at most UTTERANCE_MOST
  const struct feature *at;
};

// Of the best way.
struct alignment {
  float score;    // its cost a frame heard, in fillers
  int begin, end; // the frames heard that the template took: from begin, before end
};

// `filler`: the cost of a frame that the template does not explain.
struct alignment align(const struct sequence *template, const struct sequence *heard, float filler);
