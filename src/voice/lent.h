// SPDX-License-Identifier: GPL-3.0-or-later
// One lent voice as it stands on the disk. Thread: one.
#pragma once

#include "base/samples.h"
#include "protocol/pack.h"
#include "voice/engine.h"

struct lent {
  char folder[400];
  struct pack *pack;
  char **texts; // of its clips, with figures as words; empty: the clip can't be used
};

// False: its pack can't be read. A clip without its file is left out and named in the fault.
bool lent_read(struct lent *lent, const char *folder, struct fault *fault);
void lent_free(struct lent *lent);
// NULL without a fault: not everything of it is recorded.
struct samples *lent_say(struct lent *lent, const struct task *task, int rate, struct fault *fault);
