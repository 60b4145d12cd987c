// SPDX-License-Identifier: GPL-3.0-or-later
// A thread for what takes long: passwords and PINs, slow on purpose, on one, files and sound on others. Only so many
// may wait: sign-ins beyond that are sent away rather than taking the processor from everybody.
#pragma once

#include "base/fault.h"

struct slow_job {
  void (*work)(void *ctx); // on the slow thread; touches nothing but `ctx`
  void (*done)(void *ctx); // on the owner's thread, by slow_deliver, exactly once
  void *ctx;
  const char *whose; // lives until `done`: at most a share of those who wait may be this one's; NULL: nobody's
};

struct slow;

// `name` is the thread's, for who looks at the process; it outlives the call. `most` may wait, 64 at the most. `wake`
// is called on the slow thread when slow_deliver has something to do.
struct slow *slow_start(const char *name, int most, void (*wake)(void *ctx), void *wake_ctx, struct fault *fault);
// Thread: the owner's, as of all that follow. false: too many wait, or too many of the same; nothing is called then.
bool slow_submit(struct slow *slow, const struct slow_job *job);
void slow_deliver(struct slow *slow);
// Finishes and delivers what waits. NULL is fine.
void slow_stop(struct slow *slow);
