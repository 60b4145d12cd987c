// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/helper_choice.h"

#include "base/memory.h"
#include "server/model/helpers.h"
#include "server/model/residents.h"
#include "server/model/site.h"

#include <stdlib.h>
#include <string.h>

struct candidate {
  const struct helper *helper;
  bool can, is_free, is_near;
  int visits; // of that day
};

// What helpers have in their time from `from` until before `to`, but for this booking.
static int bookings_in(struct db *db, const char *helper_id, const char *but_id, anban_ms from, anban_ms to)
{
  struct db_rows *rows =
      db_query(db,
               "SELECT COUNT(DISTINCT booking_id) FROM helper_time WHERE helper_id = $1"
               " AND unit >= $2 AND unit < $3 AND booking_id <> $4",
               "siis", helper_id, from / HELPER_UNIT_MS, (to + HELPER_UNIT_MS - 1) / HELPER_UNIT_MS, but_id);
  int count = db_rows_next(rows) ? (int)db_rows_integer(rows, 0) : 0;
  db_rows_end(rows);
  return count;
}

static int by_fit(const void *left, const void *right)
{
  const struct candidate *one = left, *other = right;
  if (one->can != other->can)
    return other->can - one->can;
  if (one->is_free != other->is_free)
    return other->is_free - one->is_free;
  if (one->is_near != other->is_near)
    return other->is_near - one->is_near;
  if (one->visits != other->visits)
    return one->visits - other->visits;
  return strcmp(one->helper->name, other->helper->name);
}

static struct candidate look_at(struct db *db, const struct helper *helper, const struct booking *booking, anban_ms at,
                                anban_ms day)
{
  anban_ms end = at + booking->minutes * MS_MINUTE;
  return (struct candidate){.helper = helper,
                            .can = helper_can(helper, booking->service_id),
                            .is_free = bookings_in(db, helper->id, booking->id, at, end) == 0,
                            .is_near = booking->place[0] == '\0' || helper_goes_to(helper, booking->place),
                            .visits = bookings_in(db, helper->id, booking->id, day, day + MS_DAY)};
}

static json_t *candidate_write(const struct candidate *one)
{
  return json_pack("{s:s, s:s, s:s, s:b, s:b, s:b, s:i}", "id", one->helper->id, "name", one->helper->name, "phone",
                   one->helper->phone, "can", one->can, "free", one->is_free, "near", one->is_near, "visits",
                   one->visits);
}

json_t *helper_choice_list(struct db *db, const struct booking *booking, anban_ms at)
{
  int count = 0;
  struct site site;
  site_load(db, &site);
  at = at ? at : booking->at;
  anban_ms day = clock_at(clock_local(at, site.utc_offset_min).date, 0, site.utc_offset_min);
  struct helper *helpers = helpers_load(db, &count);
  struct candidate *all = memory_new((size_t)(count + 1) * sizeof *all);
  for (int i = 0; i < count; i++)
    all[i] = look_at(db, &helpers[i], booking, at, day);
  qsort(all, (size_t)count, sizeof *all, by_fit);
  json_t *list = json_array();
  for (int i = 0; i < count; i++)
    json_array_append_new(list, candidate_write(&all[i]));
  free(all);
  free(helpers);
  return list;
}
