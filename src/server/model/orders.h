// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of ordering a meal. Thread: the db's.
#pragma once

#include "protocol/answer.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

// It counts when the elder said yes, not how the wish came: one made before the cut-off is taken so much later, over a
// line that was down or on a slip of paper. What comes later still is for the desk to speak about with the kitchen.
#define ORDER_GRACE_MS (30 * MS_MINUTE)

// What an elder wishes. The answer is REFUSAL_NONE or why not, then with what is known about it in `facts`; `out` is
// the order as it stands afterwards, with an empty id when there is none. What the server decides (names, prices,
// number, status) is taken from no wish.
enum refusal order_place(struct db *db, const struct order *wish, anban_ms now, struct order *out, struct facts *facts);
enum refusal order_change(struct db *db, const struct order *wish, anban_ms now, struct order *out,
                          struct facts *facts);
enum refusal order_cancel(struct db *db, const char *order_id, anban_ms made_at, anban_ms now, struct order *out,
                          struct facts *facts);

// Staff take an order back at any time; the elder hears it.
enum outcome order_decline(struct db *db, const char *order_id, const struct actor *who, anban_ms now,
                           struct order *out, struct fault *fault);
// All of a resident's that have not begun to be served.
void orders_decline_all(struct db *db, const char *resident_id, anban_ms now);

bool order_load(struct db *db, const char *id, struct order *out);
// All of the days from `from` to `to`, both included, whatever their state; by day, meal and number.
json_t *orders_list(struct db *db, const char *from, const char *to);
// What a kiosk is to know: those the kitchen has from `today` on, then the last lunch each resident had before, which
// is "the usual". At most `most`; the array is the caller's to free.
struct order *orders_for_kiosks(struct db *db, const char *today, int most, int *count);

// Its rows in message_kinds.c.
struct message_handler;
extern const struct message_handler order_place_handler, order_change_handler, order_cancel_handler;
