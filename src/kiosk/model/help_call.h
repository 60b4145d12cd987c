// SPDX-License-Identifier: GPL-3.0-or-later
// The red key: a call for help, from the press to the person who comes.
#pragma once

#include "kiosk/model/core/intents.h"

extern const struct intent_row help_call_intents[];

// The message of the call has come a step further.
void help_call_reached(struct model *model, const char *message_id, enum progress progress);
// The line has come or gone.
void help_call_line(struct model *model, struct requests *out);
// The uptime at which the next rung is late; -1: never.
anban_ms help_call_due(const struct model *model);
void help_call_passed(struct model *model, struct requests *out);
// The disk holds a message that was on its way when the kiosk ended.
void help_call_found(struct model *model, const struct message *message);
void help_call_snapshot(struct model *model, struct requests *out);
// The desk, or at the start the disk, says how the call stands.
void help_call_state(struct model *model, const struct help *help, struct requests *out);

// Its rows in wish_kinds.c and record_areas.c.
struct wish_kind;
struct record_area;
extern const struct wish_kind help_wish;
extern const struct record_area help_area;
