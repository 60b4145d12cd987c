// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/visiting/visiting.h"

#include "base/text.h"
#include "kiosk/model/core/navigation.h"
#include "kiosk/model/outbox.h"
#include "kiosk/model/visiting/bookings.h"

#include <stdlib.h>
#include <string.h>

static const struct service *find(const struct model *model, const char *id)
{
  return model->snapshot ? snapshot_service(model->snapshot, id) : NULL;
}

const struct service *visiting_service(const struct model *model)
{
  return find(model, model->visiting.service_in_hand);
}

bool visiting_is_private(const struct model *model)
{
  bool is_wish = model_screen(model) == SCREEN_DONE;
  const struct record *record = &model->done.record;
  const struct service *service = visiting_service(model);
  if (is_wish)
    service = record->kind == RECORD_BOOKING ? find(model, record->is.booking.service_id) : NULL;
  return service && service->is_private;
}

static void choose_service(struct model *model, const struct intent *intent, struct requests *out)
{
  if (!find(model, intent->id))
    return;
  COPY_TEXT(model->visiting.service_in_hand, intent->id);
  navigation_open(model, SCREEN_TIMES);
}

// Also one that was offered in the place of another that was taken.
static void choose_time(struct model *model, const struct intent *intent, struct requests *out)
{
  if (!find(model, intent->id))
    return;
  COPY_TEXT(model->visiting.service_in_hand, intent->id);
  model->visiting.time_in_hand = intent->number * MS_MINUTE;
  navigation_open(model, SCREEN_BOOK);
}

static void send(struct model *model, enum message_kind kind, const struct booking *booking, struct requests *out)
{
  struct message message = message_blank(kind);
  message.body.is.booking = *booking;
  outbox_wish(model, out, &message);
}

static void book(struct model *model, const struct intent *intent, struct requests *out)
{
  const struct service *service = visiting_service(model);
  if (!service || navigation_here(model) != SCREEN_BOOK)
    return;
  struct booking booking = {.at = model->visiting.time_in_hand, .made_at = model_now(model)};
  model->settings.new_id(booking.id, model_now(model));
  COPY_TEXT(booking.resident_id, model->person.id);
  COPY_TEXT(booking.service_id, service->id);
  COPY_TEXT(booking.name, service->name);
  booking.minutes = service->minutes;
  send(model, MESSAGE_BOOKING_ASK, &booking, out);
}

static bool find_own(struct model *model, const char *id, struct booking_view *view)
{
  return bookings_find(model, id, view) && strcmp(view->booking.resident_id, model->person.id) == 0;
}

static void show_booking(struct model *model, const struct intent *intent, struct requests *out)
{
  struct booking_view view;
  if (!find_own(model, intent->id, &view))
    return;
  COPY_TEXT(model->visiting.booking_in_hand, intent->id);
  navigation_open(model, SCREEN_BOOKING);
}

// The first time it asks, the second time it takes it back.
static void cancel_booking(struct model *model, const struct intent *intent, struct requests *out)
{
  struct booking_view view;
  if (!find_own(model, intent->id, &view) || !bookings_can_cancel(model, &view))
    return;
  COPY_TEXT(model->visiting.booking_in_hand, intent->id);
  if (navigation_here(model) == SCREEN_TAKE_BACK)
    send(model, MESSAGE_BOOKING_CANCEL, &view.booking, out);
  else
    navigation_open(model, SCREEN_TAKE_BACK);
}

static void show_faces(struct model *model, const struct intent *intent, struct requests *out)
{
  struct booking_view view;
  if (!find_own(model, intent->id, &view) || view.stage != VISIT_DONE)
    return;
  COPY_TEXT(model->visiting.booking_in_hand, intent->id);
  navigation_open(model, SCREEN_FACES);
}

static void rate(struct model *model, const struct intent *intent, struct requests *out)
{
  struct booking_view view;
  if (!find_own(model, model->visiting.booking_in_hand, &view) || view.booking.face != FACE_NONE)
    return;
  struct message message = message_blank(MESSAGE_BOOKING_RATE);
  message.body.is.booking = view.booking;
  message.body.is.booking.face = (enum booking_face)intent->number;
  outbox_send(model, out, &message);
  navigation_begin(model, SCREEN_HOME);
  navigation_open(model, SCREEN_THANKS);
}

void visiting_person_leaves(struct model *model, struct requests *out)
{
  struct visiting *visiting = &model->visiting;
  visiting->service_in_hand[0] = visiting->booking_in_hand[0] = '\0';
  visiting->time_in_hand = 0;
}

void visiting_check(struct model *model, struct requests *out)
{
  enum screen here = navigation_here(model);
  if ((here != SCREEN_TIMES && here != SCREEN_BOOK) || visiting_service(model))
    return;
  navigation_begin(model, SCREEN_HOME);
  navigation_open(model, SCREEN_SERVICES);
}

void visiting_free(struct model *model)
{
  free(model->visiting.bookings);
}

const struct intent_row visiting_intents[] = {
    {.kind = INTENT_CHOOSE_SERVICE, .act = choose_service},
    {.kind = INTENT_CHOOSE_TIME, .act = choose_time},
    {.kind = INTENT_BOOK, .act = book},
    {.kind = INTENT_SHOW_BOOKING, .act = show_booking},
    {.kind = INTENT_CANCEL_BOOKING, .act = cancel_booking},
    {.kind = INTENT_SHOW_FACES, .act = show_faces},
    {.kind = INTENT_RATE, .act = rate},
    {.kind = INTENT_NONE},
};
