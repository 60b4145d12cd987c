// SPDX-License-Identifier: GPL-3.0-or-later
// Everybody's bookings as the kiosk knows them: what the server said, and over it what is still on its way.
#pragma once

#include "kiosk/model/model.h"

#define MOST_SHOWN_BOOKINGS 24

enum booking_stage {
  VISIT_WAITING,    // noted here, the desk does not have it yet
  VISIT_REQUESTED,  // the desk has it
  VISIT_ACCEPTED,   // somebody comes
  VISIT_ON_THE_WAY, //
  VISIT_BEGUN,      //
  VISIT_DONE,       //
  VISIT_LEAVING,    // the wish to take it back is on its way
  VISIT_CANCELLED,  //
  VISIT_DECLINED,   // booking.reason says why
};

struct booking_view {
  struct booking booking;
  enum booking_stage stage;
};

// The person's bookings from today on, and what was done and not yet spoken about; the next first. At most
// MOST_SHOWN_BOOKINGS.
int bookings_of(const struct model *model, const char *resident_id, struct booking_view *list);
bool bookings_find(const struct model *model, const char *booking_id, struct booking_view *out); // false: none
bool bookings_can_cancel(const struct model *model, const struct booking_view *view);
// The one that the person should be asked about: done, and nothing said of it; NULL: none.
const struct booking *bookings_to_rate(const struct model *model);

// The following change the model.
void bookings_from_snapshot(struct model *model, struct requests *out);
void bookings_put(struct model *model, const struct booking *booking);

// Its rows in wish_kinds.c and record_areas.c.
struct wish_kind;
struct record_area;
extern const struct wish_kind booking_ask_wish, booking_cancel_wish, booking_rate_wish;
extern const struct record_area booking_area;
