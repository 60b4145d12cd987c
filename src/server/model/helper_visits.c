// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/helper_visits.h"

#include "server/model/booking_rows.h"
#include "server/model/residents.h"
#include "server/model/site.h"

struct listing {
  struct db *db;
  json_t *list;
};

// Whom to ring up when nobody opens.
static json_t *resident_write_for_helper(struct db *db, const char *id)
{
  struct db_rows *rows = db_query(db, "SELECT name, room, phone FROM resident WHERE id = $1", "s", id);
  bool found = db_rows_next(rows);
  json_t *json = json_pack("{s:s, s:s, s:s}", "name", found ? db_rows_text(rows, 0) : "", "room",
                           found ? db_rows_text(rows, 1) : "", "phone", found ? db_rows_text(rows, 2) : "");
  db_rows_end(rows);
  return json;
}

static bool append(void *ctx, const struct booking *booking)
{
  struct listing *listing = ctx;
  json_array_append_new(listing->list,
                        json_pack("{s:s, s:I, s:i, s:s, s:s, s:s, s:s, s:b, s:o}", "id", booking->id, "at",
                                  (json_int_t)booking->at, "minutes", booking->minutes, "name", booking->name, "place",
                                  booking->place, "note", booking->note, "status", booking_status_code(booking->status),
                                  "photo", booking->photo[0] != '\0', "resident",
                                  resident_write_for_helper(listing->db, booking->resident_id)));
  return true;
}

json_t *helper_day_write(struct db *db, const struct helper_day *day, anban_ms now)
{
  struct site site;
  struct listing listing = {db, json_array()};
  site_load(db, &site);
  anban_ms from = clock_at(day->date, 0, site.utc_offset_min);
  booking_each_of_helper(db, day->helper_id, from, from + MS_DAY, append, &listing);
  return json_pack("{s:s, s:s, s:i, s:I, s:o}", "helper", day->name, "date", day->date, "utc_offset_min",
                   site.utc_offset_min, "now", (json_int_t)now, "visits", listing.list);
}
