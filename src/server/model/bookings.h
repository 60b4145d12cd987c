// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of asking for a service: who may take a booking from where to where stands in one table (booking_steps.c).
// Thread: the db's.
#pragma once

#include "protocol/answer.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

// What an elder wishes, or staff who are telephoned. The answer is REFUSAL_NONE or why not, then with what is known
// about it in `facts`; `out` is the booking as it stands afterwards, with an empty id when there is none.
enum refusal booking_ask(struct db *db, const struct booking *wish, const struct actor *who, anban_ms now,
                         struct booking *out, struct facts *facts);
enum refusal booking_cancel(struct db *db, const char *booking_id, const struct actor *who, anban_ms made_at,
                            anban_ms now, struct booking *out, struct facts *facts);
// How it was. Asked once: the first word stands.
enum refusal booking_rate(struct db *db, const char *booking_id, enum booking_face face, const struct actor *who,
                          anban_ms now, struct booking *out);

// A step that staff take, or the helper.
struct booking_step {
  char booking_id[UUID_SIZE];
  enum booking_status to;
  char helper_id[UUID_SIZE]; // of BOOKING_ACCEPTED: who comes; their time is taken
  char helper[NAME_SIZE];    // of BOOKING_ACCEPTED, without a helper_id: who comes, by name alone
  anban_ms at;               // of BOOKING_ACCEPTED: for when; 0: as it was asked for
  enum refusal reason;       // of BOOKING_DECLINED and BOOKING_MISSED
  anban_ms happened_at;      // when it was tapped, which may be some time ago; 0: now
};
bool booking_step_read(const json_t *json, struct booking_step *out, struct fault *fault);
enum outcome booking_step_take(struct db *db, const struct booking_step *step, const struct actor *who, anban_ms now,
                               struct booking *out, struct fault *fault);
// The picture of how it was done, by who has it.
enum outcome booking_set_photo(struct db *db, const char *booking_id, const char *photo, const struct actor *who,
                               anban_ms now, struct fault *fault);

// All of a resident's that have not begun: their person has left.
void bookings_decline_all(struct db *db, const char *resident_id, anban_ms now);

// All that begin from `from` until before `to`, whatever their state, by time; each with its steps.
json_t *bookings_list(struct db *db, anban_ms from, anban_ms to);
// What a kiosk is to know: those that are not over, and what was done in the last week. The array is the caller's.
struct booking *bookings_for_kiosks(struct db *db, anban_ms now, int *count);

// Its rows in message_kinds.c.
struct message_handler;
extern const struct message_handler booking_ask_handler, booking_cancel_handler, booking_rate_handler;
