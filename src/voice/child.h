// SPDX-License-Identifier: GPL-3.0-or-later
// A program that is given a text and gives bytes back. It runs in a process group of its own, so that all it has
// started ends with it, and never longer than it is wanted. Thread: any; blocks.
#pragma once

#include "base/fault.h"
#include "base/text.h"

enum child_end {
  CHILD_DONE,   // it ended by itself and well
  CHILD_FAILED, // the fault says why
  CHILD_SLOW,   // the same, but it was its time that was up
  CHILD_STALE,  // nobody wants it any more
};

// `argv` ends in NULL; the program is looked for as a shell does. What it writes on standard error is lost.
enum child_end child_run(char *const argv[], const char *input, struct buffer *output, bool (*stale)(void *ctx),
                         void *stale_ctx, struct fault *fault);
