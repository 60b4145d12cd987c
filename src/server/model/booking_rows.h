// SPDX-License-Identifier: GPL-3.0-or-later
// Bookings and their steps in the data, without rules.
#pragma once

#include "protocol/booking.h"
#include "server/store/db.h"

bool booking_load(struct db *db, const char *id, struct booking *out);
void booking_save(struct db *db, const struct booking *booking);
// The next step: when, by whom (as shown to people), and for when it was promised then.
void booking_step_add(struct db *db, const struct booking *booking, const char *who, anban_ms now);

// Calls `take` for each that begins from `from` until before `to`, of one resident or ("") of all, by time, until it
// returns false.
void booking_each(struct db *db, anban_ms from, anban_ms to, const char *resident_id,
                  bool (*take)(void *ctx, const struct booking *booking), void *ctx);
// The same for a helper.
void booking_each_of_helper(struct db *db, const char *helper_id, anban_ms from, anban_ms to,
                            bool (*take)(void *ctx, const struct booking *booking), void *ctx);
// [{"status", "at", "who", "promised_at"}], the first first.
json_t *booking_steps_list(struct db *db, const char *booking_id);
