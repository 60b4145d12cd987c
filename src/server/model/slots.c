// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/slots.h"

#include "server/model/service_presets.h"
#include "server/model/site.h"

#include <stdlib.h>

bool slot_is_there(struct db *db, const char *service_id, anban_ms at)
{
  struct db_rows *rows = db_query(db, "SELECT 1 FROM slot WHERE service_id = $1 AND at = $2", "si", service_id, at);
  bool there = db_rows_next(rows);
  db_rows_end(rows);
  return there;
}

int slots_free(struct db *db, const struct service_file *file, anban_ms now, int most, anban_ms *out)
{
  int count = 0;
  struct db_rows *rows =
      db_query(db,
               "SELECT at FROM slot WHERE service_id = $1 AND at >= $2 AND"
               " (SELECT COUNT(*) FROM seat WHERE seat.service_id = slot.service_id"
               " AND seat.at = slot.at) < $3 ORDER BY at LIMIT $4",
               "siii", file->service.id, now + file->lead_minutes * MS_MINUTE, (int64_t)file->capacity, (int64_t)most);
  while (count < most && db_rows_next(rows))
    out[count++] = db_rows_integer(rows, 0);
  db_rows_end(rows);
  return count;
}

void slots_drop(struct db *db, const char *service_id, anban_ms now)
{
  db_run(db, "DELETE FROM slot WHERE service_id = $1 AND at > $2", "si", service_id, now);
}

// Which weekday's hours count on that day; -1: none.
static int weekday_of(struct db *db, const char *date, int weekday)
{
  struct db_rows *rows = db_query(db, "SELECT is_closed, as_weekday FROM day_off WHERE date = $1", "s", date);
  if (db_rows_next(rows))
    weekday = db_rows_integer(rows, 0) ? -1 : (int)db_rows_integer(rows, 1);
  db_rows_end(rows);
  return weekday;
}

static void add_day(struct db *db, const struct service_file *file, const char *date, int utc_offset_min, anban_ms now)
{
  int minutes = file->service.minutes;
  int weekday = weekday_of(db, date, clock_local(clock_at(date, 0, utc_offset_min), utc_offset_min).weekday);
  for (int i = 0; i < file->hours_count; i++) {
    const struct service_hours *hours = &file->hours[i];
    if (hours->weekday != weekday)
      continue;
    for (int minute = hours->from_minute; minute + minutes <= hours->to_minute; minute += minutes)
      if (clock_at(date, minute, utc_offset_min) > now)
        db_run(db, "INSERT INTO slot(service_id, at) VALUES($1, $2) ON CONFLICT DO NOTHING", "si", file->service.id,
               clock_at(date, minute, utc_offset_min));
  }
}

void slots_renew(struct db *db, const struct service_file *file, anban_ms now)
{
  struct site site;
  site_load(db, &site);
  struct local_time today = clock_local(now, site.utc_offset_min);
  slots_drop(db, file->service.id, now);
  for (int day = 0; day < SLOT_DAYS; day++) {
    char date[CLOCK_DATE_SIZE];
    clock_add_days(today.date, day, date);
    add_day(db, file, date, site.utc_offset_min, now);
  }
}

void slots_renew_all(struct db *db, anban_ms now)
{
  int count = 0;
  struct service_file *files = services_load(db, &count);
  for (int i = 0; i < count; i++)
    slots_renew(db, &files[i], now);
  free(files);
}

bool seat_take(struct db *db, const struct service_file *file, anban_ms at, const char *booking_id)
{
  bool taken = false;
  seat_give_back(db, booking_id);
  for (int unit = 1; !taken && unit <= file->capacity; unit++)
    taken = db_run(db,
                   "INSERT INTO seat(service_id, at, unit, booking_id) VALUES($1, $2, $3, $4)"
                   " ON CONFLICT(service_id, at, unit) DO NOTHING",
                   "siis", file->service.id, at, (int64_t)unit, booking_id) == 1;
  return taken;
}

void seat_give_back(struct db *db, const char *booking_id)
{
  db_run(db, "DELETE FROM seat WHERE booking_id = $1", "s", booking_id);
}

void day_off_put(struct db *db, const struct day_off *day)
{
  db_run(db,
         "INSERT INTO day_off(date, is_closed, as_weekday) VALUES($1, $2, $3) ON CONFLICT(date) DO UPDATE SET"
         " is_closed = excluded.is_closed, as_weekday = excluded.as_weekday",
         "sii", day->date, (int64_t)day->is_closed, (int64_t)day->as_weekday);
}

void day_off_remove(struct db *db, const char *date)
{
  db_run(db, "DELETE FROM day_off WHERE date = $1", "s", date);
}

json_t *days_off_list(struct db *db)
{
  json_t *list = json_array();
  struct db_rows *rows = db_query(db, "SELECT date, is_closed, as_weekday FROM day_off ORDER BY date", "");
  while (db_rows_next(rows))
    json_array_append_new(list,
                          json_pack("{s:s, s:b, s:I}", "date", db_rows_text(rows, 0), "closed",
                                    db_rows_integer(rows, 1) != 0, "as_weekday", (json_int_t)db_rows_integer(rows, 2)));
  db_rows_end(rows);
  return list;
}

static void set_next_night(struct db *db, anban_ms now)
{
  struct site site;
  char tomorrow[CLOCK_DATE_SIZE];
  site_load(db, &site);
  clock_add_days(clock_local(now, site.utc_offset_min).date, 1, tomorrow);
  timer_set(db, SLOTS_TIMER, "", now, clock_at(tomorrow, 1, site.utc_offset_min), "");
}

bool slots_run(struct db *db, const struct timer *timer, anban_ms now, struct fault *fault)
{
  slots_renew_all(db, now);
  set_next_night(db, now);
  return true;
}

void slots_begin(struct db *db, anban_ms now)
{
  service_presets_add(db, now);
  if (!timer_is_set(db, SLOTS_TIMER, ""))
    set_next_night(db, now);
}
