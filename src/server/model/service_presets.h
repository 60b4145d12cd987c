// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of service of the published city catalogues (助老服务目录), as a new site finds them: none is on offer
// until the desk says so. Thread: the writer's.
#pragma once

#include "base/clock.h"
#include "server/store/db.h"

// Once, when the site has no kinds yet.
void service_presets_add(struct db *db, anban_ms now);
// For the demonstration: all that have not been touched are on offer.
void service_presets_offer(struct db *db, anban_ms now);
