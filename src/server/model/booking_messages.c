// SPDX-License-Identifier: GPL-3.0-or-later
// Messages about bookings, and the step that staff send.
#include "server/model/bookings.h"
#include "server/model/message_kinds.h"

static void tell(struct answer *answer, enum refusal reason, const struct booking *booking)
{
  answer->reason = reason;
  if (booking->id[0])
    answer->record = (struct record){.kind = RECORD_BOOKING, .is.booking = *booking};
}

static void ask(struct db *db, const struct message *message, const struct actor *who, anban_ms now,
                struct answer *answer)
{
  struct booking booking = {0};
  tell(answer, booking_ask(db, &message->body.is.booking, who, now, &booking, &answer->facts), &booking);
}

static void cancel(struct db *db, const struct message *message, const struct actor *who, anban_ms now,
                   struct answer *answer)
{
  struct booking booking = {0};
  const char *id = message->body.is.booking.id;
  tell(answer, booking_cancel(db, id, who, message->made_at, now, &booking, &answer->facts), &booking);
}

static void rate(struct db *db, const struct message *message, const struct actor *who, anban_ms now,
                 struct answer *answer)
{
  struct booking booking = {0};
  const struct booking *said = &message->body.is.booking;
  tell(answer, booking_rate(db, said->id, said->face, who, now, &booking), &booking);
}

const struct message_handler booking_ask_handler = {SENDER(ACTOR_KIOSK) | SENDER(ACTOR_STAFF), ask};
const struct message_handler booking_cancel_handler = {SENDER(ACTOR_KIOSK) | SENDER(ACTOR_STAFF), cancel};
const struct message_handler booking_rate_handler = {SENDER(ACTOR_KIOSK), rate};

// Why staff may say that it comes to nothing.
static const enum refusal staff_reasons[] = {REFUSAL_BY_STAFF, REFUSAL_NO_HELPER, REFUSAL_CLOSED, REFUSAL_ILL,
                                             REFUSAL_NOBODY_THERE};

static const char *reason_code_at(int index)
{
  return refusal_code(staff_reasons[index]);
}

bool booking_step_read(const json_t *json, struct booking_step *out, struct fault *fault)
{
  struct json_at at = json_root("step", json);
  struct json_at to = json_member(&at, "to");
  struct json_at helper = json_member(&at, "helper");
  struct json_at helper_id = json_member(&at, "helper_id");
  struct json_at happened = json_member(&at, "happened_at");
  struct json_at time = json_member(&at, "at");
  struct json_at reason = json_member(&at, "reason");
  int index = 0;
  int64_t begins = 0, happened_at = 0;
  bool ok = json_get_object(&at, fault) && booking_status_read(&to, &out->to, fault) &&
            (!helper.value || json_get_text(&helper, out->helper, sizeof out->helper, fault)) &&
            (!helper_id.value || json_get_uuid_or_empty(&helper_id, out->helper_id, fault)) &&
            (!happened.value || json_get_time(&happened, &happened_at, fault)) &&
            (!time.value || json_get_time(&time, &begins, fault)) &&
            (!reason.value ||
             json_get_code(&reason, reason_code_at, sizeof staff_reasons / sizeof *staff_reasons, &index, fault));
  out->at = begins;
  out->happened_at = happened_at;
  out->reason = reason.value ? staff_reasons[index] : REFUSAL_NONE;
  return ok;
}
