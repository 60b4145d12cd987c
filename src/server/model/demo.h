// SPDX-License-Identifier: GPL-3.0-or-later
// A community to try everything with: people, dishes and menus of a canteen in Hangzhou. Thread: the db's.
#pragma once

#include "server/model/outcome.h"
#include "server/store/timers.h"

#define DEMO_TIMER "demo.day"

// Adds what is missing of it: the site, residents and dishes once, pictures from `folder` (dishes/NAME.png,
// portraits/NAME.png; one that is not there is left out) and the menus from today to the last day that can be ordered.
// Called again on another day it adds the new day; what staff have changed or emptied stays so. Inside a transaction of
// the writer; a fault is of a picture that can't be read or of the machine, and what was added until then stands.
bool demo_fill(struct db *db, const char *folder, anban_ms now, struct fault *fault);
// The same when a day begins at the site, as a timer that sets itself anew; its payload is the folder.
bool demo_run(struct db *db, const struct timer *timer, anban_ms now, struct fault *fault);
