// SPDX-License-Identifier: GPL-3.0-or-later
// Bookings as wishes: what a message about one means for it.
#include "kiosk/model/visiting/bookings.h"
#include "kiosk/model/wish_kinds.h"

#include "base/text.h"

// The message itself has only its id, or beside it the face.
static void about(const struct model *model, const struct message *message, struct record *out)
{
  struct booking_view view = {0};
  enum booking_face face = message->body.is.booking.face;
  *out = (struct record){0};
  if (!bookings_find(model, message->body.is.booking.id, &view))
    return;
  *out = (struct record){.kind = RECORD_BOOKING, .is.booking = view.booking};
  if (face != FACE_NONE)
    out->is.booking.face = face;
}

static void ask_after(const struct model *model, const struct message *message, const struct answer *answer,
                      struct record *out)
{
  out->is.booking.status = answer->accepted ? BOOKING_REQUESTED : BOOKING_DECLINED;
  COPY_TEXT(out->is.booking.reason, refusal_code(answer->reason));
}

static void cancel_after(const struct model *model, const struct message *message, const struct answer *answer,
                         struct record *out)
{
  if (answer->accepted)
    out->is.booking.status = BOOKING_CANCELLED;
}

static void rate_after(const struct model *model, const struct message *message, const struct answer *answer,
                       struct record *out)
{
  if (answer->accepted)
    out->is.booking.status = BOOKING_CONFIRMED;
}

static void put(struct model *model, const struct record *record, struct requests *out)
{
  bookings_put(model, &record->is.booking);
}

static bool taken_back(const struct model *model, const struct record *record, struct wish *news)
{
  const struct booking *booking = &record->is.booking;
  struct booking_view before;
  news->kind = MESSAGE_BOOKING_ASK;
  news->reason = refusal_of(booking->reason);
  COPY_TEXT(news->facts.decided_by, booking->decided_by);
  bool is_lost = booking->status == BOOKING_DECLINED || booking->status == BOOKING_MISSED;
  return is_lost && bookings_find(model, booking->id, &before) && before.booking.status != booking->status;
}

const struct wish_kind booking_ask_wish = {.told = true, .after = ask_after};
const struct wish_kind booking_cancel_wish = {.told = true, .about = about, .after = cancel_after};
const struct wish_kind booking_rate_wish = {.about = about, .after = rate_after};
const struct record_area booking_area = {.kept = true, .put = put, .taken_back = taken_back};
