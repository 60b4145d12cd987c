// SPDX-License-Identifier: GPL-3.0-or-later
// Who turns a sentence into sound: the chain of engines (chain.h), or a fake in tests. Thread: its owner's only.
#pragma once

#include "base/fault.h"
#include "base/locale.h"
#include "base/samples.h"

#include <stdbool.h>
#include <stdint.h>

#define SENTENCE_TEXT 1200

struct sentence {
  uint64_t number;
  char text[SENTENCE_TEXT]; // UTF-8
  char locale[LOCALE_SIZE]; // one of base/locale.h
  char variant[12];         // another speaker of the same voice, by espeak-ng's name, "+f2"; "": the voice's own
  int rate_wpm;             // 80 to 450
};

// What works with something amiss returns true, or samples, and a fault that says what is amiss; when nothing is, the
// fault's sentence is empty.
struct voice {
  bool (*start)(void *ctx, struct fault *fault);
  // The whole sentence, owned by the caller, with a mark for each character or word: its bytes in sentence->text. NULL
  // and a fault when it can't; NULL without a fault when `stale` said, while at work, that nobody wants it any more,
  // and when it has been heard already: a voice with a loudspeaker of its own comes back when it is over.
  struct samples *(*say)(void *ctx, const struct sentence *sentence, bool (*stale)(void *), void *stale_ctx,
                         struct fault *fault);
  void (*stop)(void *ctx); // also when start failed
  void *ctx;
};
