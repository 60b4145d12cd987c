// SPDX-License-Identifier: GPL-3.0-or-later
// Who turns a sentence into sound: espeak-ng, or a fake in tests. Thread: speech's only.
#pragma once

#include "base/fault.h"
#include "base/samples.h"

#include <stdbool.h>
#include <stdint.h>

#define SENTENCE_TEXT 1200

struct sentence {
  uint64_t number;
  char text[SENTENCE_TEXT]; // UTF-8
  char locale[12];          // "zh_CN", "zh_HK", "en"
  int rate_wpm;             // 80 to 450
};

struct voice {
  bool (*start)(void *ctx, struct fault *fault);
  // The whole sentence, owned by the caller. NULL and a fault when it can't; NULL without a fault (its sentence empty)
  // when `stale` said, while at work, that nobody wants it any more.
  struct samples *(*say)(void *ctx, const struct sentence *sentence, bool (*stale)(void *), void *stale_ctx,
                         struct fault *fault);
  void (*stop)(void *ctx); // also when start failed
  void *ctx;
};

// The state of espeak-ng is the process's: one at a time.
struct voice voice_espeak(void);
