// SPDX-License-Identifier: GPL-3.0-or-later
// Bookings as the desk sees them, each with what became of it.
#include "server/model/booking_rows.h"
#include "server/model/bookings.h"

struct listing {
  struct db *db;
  json_t *list;
};

static bool append(void *ctx, const struct booking *booking)
{
  struct listing *listing = ctx;
  json_t *json = booking_write(booking);
  json_object_set_new(json, "steps", booking_steps_list(listing->db, booking->id));
  json_array_append_new(listing->list, json);
  return true;
}

json_t *bookings_list(struct db *db, anban_ms from, anban_ms to)
{
  struct listing listing = {db, json_array()};
  booking_each(db, from, to, "", append, &listing);
  return listing.list;
}
