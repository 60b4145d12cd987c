// SPDX-License-Identifier: GPL-3.0-or-later
// What has had its time: ended sessions and tokens, old events, answers that nobody asks for again, pictures that
// nobody shows, names of those who left long ago. Thread: the db's.
#pragma once

#include "base/fault.h"
#include "server/store/timers.h"

#define RETENTION_TIMER "retention"

// Takes some of each away; called every few minutes it keeps up with a busy community.
void retention_prune(struct db *db, anban_ms now);
// The same as a timer that sets itself anew.
bool retention_run(struct db *db, const struct timer *timer, anban_ms now, struct fault *fault);
