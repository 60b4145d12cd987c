// SPDX-License-Identifier: GPL-3.0-or-later
// One way of saying a sentence, as the chain asks it: recorded clips, a program of the site, espeak-ng.
#pragma once

#include "voice/rewrite.h"
#include "voice/voice.h"

enum verdict {
  SAID,        // the samples are the caller's; a fault beside them tells what is amiss all the same
  SAID_ITSELF, // heard already, from begin to end, on the engine's own loudspeaker: there are no samples
  SAID_NOT,    // none of this engine's sentences: another language, not recorded
  SAID_FAILED, // the fault says why
  SAID_STALE,  // nobody wants it any more
};

struct task {
  const struct sentence *sentence;
  const struct rewrite *words; // its text with all figures as words, as it is to be heard
  bool (*stale)(void *ctx);
  void *stale_ctx;
};

struct engine {
  const char *name; // for the log
  // May be NULL. False: it can't work, and is not asked to say anything.
  bool (*start)(void *ctx, struct fault *fault);
  // Marks are bytes in sentence->text: rewrite_source leads there from task->words. The fault comes in empty.
  enum verdict (*say)(void *ctx, const struct task *task, struct samples **samples, struct fault *fault);
  void (*stop)(void *ctx); // may be NULL; also called when start failed
  void *ctx;
};
