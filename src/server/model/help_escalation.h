// SPDX-License-Identifier: GPL-3.0-or-later
// Carries a call for help on until a person has taken it: a timer in the data, once for each call, and the rungs that
// escalation.h finds due. Thread: the writer's.
#pragma once

#include "protocol/help.h"
#include "server/store/outbound.h"
#include "server/store/timers.h"

#define HELP_TIMER "help"

// From the beginning of the rules. Changes `help`, which is written down by who calls.
void help_escalation_begin(struct db *db, struct help *help, anban_ms now);
// Nobody else is told.
void help_escalation_end(struct db *db, struct help *help, anban_ms now);
// Its row in timer_kinds.c.
bool help_escalation_run(struct db *db, const struct timer *timer, anban_ms now, struct fault *fault);
// What came of a message that was to leave: a step of the call that it was about.
void help_escalation_settled(struct db *db, const struct outbound *work, enum outbound_state state, anban_ms now);
