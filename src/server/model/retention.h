// SPDX-License-Identifier: GPL-3.0-or-later
// What has had its time: ended sessions and tokens, old events, answers that nobody asks for again, pictures that
// nobody shows, names of those who left long ago. Thread: the db's.
#pragma once

#include "base/clock.h"
#include "server/store/db.h"

// Takes some of each away; called every few minutes it keeps up with a busy community.
void retention_prune(struct db *db, anban_ms now);
