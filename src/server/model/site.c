// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/site.h"

#include "server/model/announce.h"
#include "server/model/revision.h"

static const struct site presets = {
    .name = "社区助老中心",
    .utc_offset_min = 480,
    .hours =
        {
            [MEAL_BREAKFAST] = {.cutoff_minute = 20 * 60 - 1440, .from_minute = 7 * 60, .to_minute = 8 * 60 + 30},
            [MEAL_LUNCH] = {.cutoff_minute = 10 * 60, .from_minute = 11 * 60 + 30, .to_minute = 13 * 60},
            [MEAL_SUPPER] = {.cutoff_minute = 15 * 60 + 30, .from_minute = 17 * 60, .to_minute = 18 * 60 + 30},
        },
};

static void hours_load(struct db *db, struct site *out)
{
  struct db_rows *rows = db_query(db, "SELECT meal, cutoff_minute, from_minute, to_minute FROM meal_hours", "");
  while (db_rows_next(rows)) {
    int64_t meal = db_rows_integer(rows, 0);
    if (meal >= 0 && meal < MEALS)
      out->hours[meal] = (struct meal_hours){.cutoff_minute = (int)db_rows_integer(rows, 1),
                                             .from_minute = (int)db_rows_integer(rows, 2),
                                             .to_minute = (int)db_rows_integer(rows, 3)};
  }
  db_rows_end(rows);
}

void site_load(struct db *db, struct site *out)
{
  *out = presets;
  struct db_rows *rows = db_query(db, "SELECT name, phone, utc_offset_min FROM site WHERE id = 1", "");
  if (db_rows_next(rows)) {
    COPY_TEXT(out->name, db_rows_text(rows, 0));
    COPY_TEXT(out->phone, db_rows_text(rows, 1));
    out->utc_offset_min = (int)db_rows_integer(rows, 2);
  }
  db_rows_end(rows);
  hours_load(db, out);
}

enum outcome site_put(struct db *db, const struct site *site, const struct actor *who, anban_ms now,
                      struct fault *fault)
{
  db_run(db,
         "INSERT INTO site(id, name, phone, utc_offset_min) VALUES(1, $1, $2, $3) ON CONFLICT(id) DO UPDATE SET"
         " name = excluded.name, phone = excluded.phone, utc_offset_min = excluded.utc_offset_min",
         "ssi", site->name, site->phone, (int64_t)site->utc_offset_min);
  for (int64_t meal = 0; meal < MEALS; meal++)
    db_run(db,
           "INSERT INTO meal_hours(meal, cutoff_minute, from_minute, to_minute) VALUES($1, $2, $3, $4)"
           " ON CONFLICT(meal) DO UPDATE SET cutoff_minute = excluded.cutoff_minute,"
           " from_minute = excluded.from_minute, to_minute = excluded.to_minute",
           "iiii", meal, (int64_t)site->hours[meal].cutoff_minute, (int64_t)site->hours[meal].from_minute,
           (int64_t)site->hours[meal].to_minute);
  revision_next(db, REVISED_SITE, "", who, now);
  announce_catalogue(db, now);
  announce_audit(db, who, "site.put", "", now);
  return OUTCOME_DONE;
}
