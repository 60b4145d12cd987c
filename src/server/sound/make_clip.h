// SPDX-License-Identifier: GPL-3.0-or-later
// From what somebody has sent to what kiosks play. Some tenths of a second of work. Thread: any.
#pragma once

#include "base/text.h"
#include "server/sound/recording.h"

struct made_clip {
  struct buffer opus; // owned; buffer_free
  int gain_cb;        // to be added when it is played
  int ms;
};

// `most_ms`: what saying the text may take. The fault has the figures when the verdict is not good.
enum verdict make_clip(const void *bytes, size_t size, int most_ms, struct made_clip *out, struct fault *fault);
