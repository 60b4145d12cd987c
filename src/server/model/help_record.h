// SPDX-License-Identifier: GPL-3.0-or-later
// The record of calls for help, to be printed and given to others: whole with its seals, as CAP 1.2 and as CSV.
// Thread: the db's.
#pragma once

#include "base/text.h"
#include "protocol/help.h"
#include "server/store/db.h"

// {"help", "steps", "intact"}: all steps, each with its seal; NULL: there is no such call.
json_t *help_record_write(struct db *db, const char *help_id);
// One message of the Common Alerting Protocol: that of the step with this number, from 1; 0: of the newest. Each names
// those before it. false: there is no such call, or step.
bool help_record_cap(struct db *db, const char *help_id, int step, struct buffer *out);
// A line a step of all calls that were raised from one time up to the other, in UTF-8 as Excel reads it.
void help_record_csv(struct db *db, anban_ms from, anban_ms to, struct buffer *out);
// "2026-11-22T10:32:05+08:00"
void help_time_text(anban_ms at, int utc_offset_min, char *out, size_t size);
