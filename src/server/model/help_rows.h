// SPDX-License-Identifier: GPL-3.0-or-later
// What the files about calls for help share: a call as its row. Thread: the writer's.
#pragma once

#include "server/model/help.h"
#include "server/model/help_steps.h"

void help_insert(struct db *db, const struct help *help, anban_ms now);
// Writes down what may change, and tells who follows.
void help_keep(struct db *db, const struct help *help, anban_ms now);
// The open call, drills aside, of this person at this kiosk.
bool help_find_open(struct db *db, const char *kiosk_id, const char *resident_id, struct help *out);
bool help_is_open(const struct help *help);
void help_step(struct db *db, struct help *help, enum help_step_kind kind, const char *way, const char *who,
               anban_ms at);
