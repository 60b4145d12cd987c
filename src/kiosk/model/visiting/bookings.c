// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/visiting/bookings.h"

#include "base/memory.h"

#include <string.h>

static struct booking *find(const struct model *model, const char *id)
{
  for (int i = 0; i < model->visiting.booking_count; i++) {
    if (strcmp(model->visiting.bookings[i].id, id) == 0)
      return &model->visiting.bookings[i];
  }
  return NULL;
}

void bookings_put(struct model *model, const struct booking *booking)
{
  struct visiting *visiting = &model->visiting;
  struct booking *place = find(model, booking->id);
  if (!place) {
    size_t count = (size_t)visiting->booking_count + 1;
    visiting->bookings = memory_resize(visiting->bookings, count * sizeof *visiting->bookings);
    place = &visiting->bookings[visiting->booking_count++];
  }
  *place = *booking;
}

static bool is_today(const struct model *model, anban_ms at)
{
  return strcmp(model_local_at(model, at).date, model_local(model).date) == 0;
}

// What the server's list need not hold, and that its person may still want to see: what came to nothing.
static bool is_of_use(const struct model *model, const struct booking *booking)
{
  bool ahead = booking->at >= model_now(model) || is_today(model, booking->at);
  return ahead && booking_came_to_nothing(booking->status);
}

void bookings_from_snapshot(struct model *model, struct requests *out)
{
  struct visiting *visiting = &model->visiting;
  int kept = 0;
  for (int i = 0; i < visiting->booking_count; i++) {
    if (is_of_use(model, &visiting->bookings[i]))
      visiting->bookings[kept++] = visiting->bookings[i];
  }
  visiting->booking_count = kept;
  for (int i = 0; i < model->snapshot->booking_count; i++)
    bookings_put(model, &model->snapshot->bookings[i]);
}

static enum booking_stage stage_of(enum booking_status status)
{
  switch (status) {
  case BOOKING_REQUESTED:
    return VISIT_REQUESTED;
  case BOOKING_ACCEPTED:
    return VISIT_ACCEPTED;
  case BOOKING_ON_THE_WAY:
    return VISIT_ON_THE_WAY;
  case BOOKING_BEGUN:
    return VISIT_BEGUN;
  case BOOKING_DONE:
  case BOOKING_CONFIRMED:
    return VISIT_DONE;
  case BOOKING_CANCELLED:
    return VISIT_CANCELLED;
  case BOOKING_DECLINED:
  case BOOKING_MISSED:
    return VISIT_DECLINED;
  case BOOKING_STATUSES:
    break;
  }
  return VISIT_WAITING;
}

static const struct outbox_message *on_its_way(const struct model *model, enum message_kind kind, const char *id)
{
  for (int i = 0; i < model->outbox_count; i++) {
    const struct outbox_message *item = &model->outbox[i];
    if (item->saved && item->message.kind == kind && strcmp(item->message.body.is.booking.id, id) == 0)
      return item;
  }
  return NULL;
}

static struct booking_view view_of(const struct model *model, const struct booking *booking)
{
  struct booking_view view = {.booking = *booking, .stage = stage_of(booking->status)};
  const struct outbox_message *rated = on_its_way(model, MESSAGE_BOOKING_RATE, booking->id);
  if (on_its_way(model, MESSAGE_BOOKING_CANCEL, booking->id))
    view.stage = VISIT_LEAVING;
  if (rated)
    view.booking.face = rated->message.body.is.booking.face;
  return view;
}

// Booking number `index` of all: those the server knows, then those that are only on their way. false past the end;
// *use tells whether it is one.
static bool each(const struct model *model, int index, struct booking_view *out, bool *use)
{
  const struct visiting *visiting = &model->visiting;
  *use = true;
  if (index < visiting->booking_count) {
    *out = view_of(model, &visiting->bookings[index]);
    return true;
  }
  index -= visiting->booking_count;
  if (index >= model->outbox_count)
    return false;
  const struct outbox_message *item = &model->outbox[index];
  const struct booking *asked = &item->message.body.is.booking;
  *use = item->saved && item->message.kind == MESSAGE_BOOKING_ASK && !find(model, asked->id);
  if (*use)
    *out = (struct booking_view){.booking = *asked, .stage = VISIT_WAITING};
  return true;
}

static bool is_shown(const struct model *model, const struct booking_view *view)
{
  bool ahead = view->booking.at >= model_now(model) || is_today(model, view->booking.at);
  return ahead || (view->booking.status == BOOKING_DONE && view->booking.face == FACE_NONE);
}

static int insert(struct booking_view *list, int count, const struct booking_view *view)
{
  if (count == MOST_SHOWN_BOOKINGS)
    return count;
  int at = count;
  while (at > 0 && view->booking.at < list[at - 1].booking.at) {
    list[at] = list[at - 1];
    at--;
  }
  list[at] = *view;
  return count + 1;
}

int bookings_of(const struct model *model, const char *resident_id, struct booking_view *list)
{
  int count = 0;
  bool use = false;
  struct booking_view view;
  for (int i = 0; each(model, i, &view, &use); i++) {
    if (use && strcmp(view.booking.resident_id, resident_id) == 0 && is_shown(model, &view))
      count = insert(list, count, &view);
  }
  return count;
}

bool bookings_find(const struct model *model, const char *booking_id, struct booking_view *out)
{
  bool use = false;
  struct booking_view view;
  for (int i = 0; each(model, i, &view, &use); i++) {
    if (use && strcmp(view.booking.id, booking_id) == 0) {
      *out = view;
      return true;
    }
  }
  return false;
}

bool bookings_can_cancel(const struct model *model, const struct booking_view *view)
{
  if (!model->snapshot ||
      (view->stage != VISIT_WAITING && view->stage != VISIT_REQUESTED && view->stage != VISIT_ACCEPTED))
    return false;
  const struct service *service = snapshot_service(model->snapshot, view->booking.service_id);
  return model_now(model) <= view->booking.at - (service ? service->cancel_minutes * MS_MINUTE : 0);
}

const struct booking *bookings_to_rate(const struct model *model)
{
  for (int i = 0; i < model->visiting.booking_count; i++) {
    const struct booking *booking = &model->visiting.bookings[i];
    if (booking->status == BOOKING_DONE && strcmp(booking->resident_id, model->person.id) == 0 &&
        view_of(model, booking).booking.face == FACE_NONE)
      return booking;
  }
  return NULL;
}
