// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/booking_rows.h"

#define COLUMNS                                                                                                        \
  "id, resident_id, service_id, at, note, made_at, name, minutes, place, status, helper, face, reason, decided_by,"    \
  " helper_id, photo, asked_by"

static void read_row(struct db_rows *rows, struct booking *out)
{
  *out = (struct booking){.at = db_rows_integer(rows, 3),
                          .made_at = db_rows_integer(rows, 5),
                          .minutes = (int)db_rows_integer(rows, 7),
                          .status = (enum booking_status)db_rows_integer(rows, 9),
                          .face = (enum booking_face)db_rows_integer(rows, 11)};
  COPY_TEXT(out->id, db_rows_text(rows, 0));
  COPY_TEXT(out->resident_id, db_rows_text(rows, 1));
  COPY_TEXT(out->service_id, db_rows_text(rows, 2));
  COPY_TEXT(out->note, db_rows_text(rows, 4));
  COPY_TEXT(out->name, db_rows_text(rows, 6));
  COPY_TEXT(out->place, db_rows_text(rows, 8));
  COPY_TEXT(out->helper, db_rows_text(rows, 10));
  COPY_TEXT(out->reason, db_rows_text(rows, 12));
  COPY_TEXT(out->decided_by, db_rows_text(rows, 13));
  COPY_TEXT(out->helper_id, db_rows_text(rows, 14));
  COPY_TEXT(out->photo, db_rows_text(rows, 15));
  COPY_TEXT(out->asked_by, db_rows_text(rows, 16));
}

bool booking_load(struct db *db, const char *id, struct booking *out)
{
  struct db_rows *rows = db_query(db, "SELECT " COLUMNS " FROM booking WHERE id = $1", "s", id);
  bool found = db_rows_next(rows);
  if (found)
    read_row(rows, out);
  db_rows_end(rows);
  return found;
}

void booking_save(struct db *db, const struct booking *b)
{
  db_run(db,
         "INSERT INTO booking(" COLUMNS ") VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14,"
         " $15, $16, $17)"
         " ON CONFLICT(id) DO UPDATE SET at = excluded.at, place = excluded.place, status = excluded.status,"
         " helper = excluded.helper, face = excluded.face, reason = excluded.reason, decided_by = excluded.decided_by,"
         " helper_id = excluded.helper_id, photo = excluded.photo",
         "sssisisisisisssss", b->id, b->resident_id, b->service_id, b->at, b->note, b->made_at, b->name,
         (int64_t)b->minutes, b->place, (int64_t)b->status, b->helper, (int64_t)b->face, b->reason, b->decided_by,
         b->helper_id, b->photo, b->asked_by);
}

void booking_step_add(struct db *db, const struct booking *booking, const char *who, anban_ms now)
{
  db_run(db,
         "INSERT INTO booking_step(booking_id, place, status, at, who, promised_at)"
         " SELECT $1, COUNT(*), $2, $3, $4, $5 FROM booking_step WHERE booking_id = $1",
         "siisi", booking->id, (int64_t)booking->status, now, who, booking->at);
}

static void each_of(struct db_rows *rows, bool (*take)(void *ctx, const struct booking *booking), void *ctx)
{
  struct booking booking;
  bool wanted = true;
  while (wanted && db_rows_next(rows)) {
    read_row(rows, &booking);
    wanted = take(ctx, &booking);
  }
  db_rows_end(rows);
}

void booking_each_of_helper(struct db *db, const char *helper_id, anban_ms from, anban_ms to,
                            bool (*take)(void *ctx, const struct booking *booking), void *ctx)
{
  each_of(db_query(db, "SELECT " COLUMNS " FROM booking WHERE helper_id = $1 AND at >= $2 AND at < $3 ORDER BY at, id",
                   "sii", helper_id, from, to),
          take, ctx);
}

void booking_each(struct db *db, anban_ms from, anban_ms to, const char *resident_id,
                  bool (*take)(void *ctx, const struct booking *booking), void *ctx)
{
  each_of(db_query(db,
                   "SELECT " COLUMNS " FROM booking WHERE at >= $1 AND at < $2"
                   " AND ($3 = '' OR resident_id = $3) ORDER BY at, made_at, id",
                   "iis", from, to, resident_id),
          take, ctx);
}

json_t *booking_steps_list(struct db *db, const char *booking_id)
{
  json_t *list = json_array();
  struct db_rows *rows =
      db_query(db, "SELECT status, at, who, promised_at FROM booking_step WHERE booking_id = $1 ORDER BY place", "s",
               booking_id);
  while (db_rows_next(rows)) {
    enum booking_status status = (enum booking_status)db_rows_integer(rows, 0);
    json_array_append_new(list, json_pack("{s:s, s:I, s:s, s:I}", "status", booking_status_code(status), "at",
                                          (json_int_t)db_rows_integer(rows, 1), "who", db_rows_text(rows, 2),
                                          "promised_at", (json_int_t)db_rows_integer(rows, 3)));
  }
  db_rows_end(rows);
  return list;
}
