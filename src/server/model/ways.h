// SPDX-License-Identifier: GPL-3.0-or-later
// The ways out of the server, as the desk sees them; each is proven once a day by a message that says so. Thread: the
// db's.
#pragma once

#include "protocol/json.h"
#include "server/store/timers.h"

#define WAYS_TIMER "ways.test"

// An array, by name.
json_t *ways_list(struct db *db);
// Its row in timer_kinds.c: sends a test by each way, and sets itself for the next day.
bool ways_test(struct db *db, const struct timer *timer, anban_ms now, struct fault *fault);
