// SPDX-License-Identifier: GPL-3.0-or-later
// Orders as rows. Thread: the db's.
#pragma once

#include "protocol/order.h"
#include "server/store/db.h"

// Writes the order over what stands under its id.
void order_save(struct db *db, const struct order *order, anban_ms now);
// The next number of that day, as called out at the counter.
int order_next_number(struct db *db, const char *date);

// Calls `take` for each order of the days from `from` to `to`, both included, by day, meal and number; of the one
// resident unless `resident_id` is "". Stops when `take` says false.
void order_each(struct db *db, const char *from, const char *to, const char *resident_id,
                bool (*take)(void *ctx, const struct order *order), void *ctx);
// The last order of that meal that each resident had, of the days from `from` to the one before `before`.
void order_each_last(struct db *db, enum meal meal, const char *from, const char *before,
                     bool (*take)(void *ctx, const struct order *order), void *ctx);
