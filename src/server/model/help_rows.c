// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/help_rows.h"

#include "base/text.h"
#include "server/model/announce.h"

#define COLUMNS "id, kiosk_id, resident_id, state, staff_name, raised_at, presses, ending, drill, next_at, next_who"

static void read_row(struct db_rows *rows, struct help *out)
{
  *out = (struct help){.state = (enum help_state)db_rows_integer(rows, 3),
                       .raised_at = db_rows_integer(rows, 5),
                       .presses = (int)db_rows_integer(rows, 6),
                       .ending = (enum help_ending)db_rows_integer(rows, 7),
                       .drill = db_rows_integer(rows, 8),
                       .next_at = db_rows_integer(rows, 9)};
  COPY_TEXT(out->id, db_rows_text(rows, 0));
  COPY_TEXT(out->kiosk_id, db_rows_text(rows, 1));
  COPY_TEXT(out->resident_id, db_rows_text(rows, 2));
  COPY_TEXT(out->staff_name, db_rows_text(rows, 4));
  COPY_TEXT(out->next_who, db_rows_text(rows, 10));
}

// Takes the rows over.
static bool one(struct db *db, struct db_rows *rows, struct help *out)
{
  bool found = db_rows_next(rows);
  if (found)
    read_row(rows, out);
  db_rows_end(rows);
  if (found)
    help_steps_load(db, out);
  return found;
}

bool help_load(struct db *db, const char *help_id, struct help *out)
{
  return one(db, db_query(db, "SELECT " COLUMNS " FROM help WHERE id = $1", "s", help_id), out);
}

bool help_find_open(struct db *db, const char *kiosk_id, const char *resident_id, struct help *out)
{
  return one(db,
             db_query(db,
                      "SELECT " COLUMNS " FROM help WHERE state <= $1 AND kiosk_id = $2 AND resident_id = $3"
                      " AND drill = 0 ORDER BY raised_at DESC, id DESC LIMIT 1",
                      "iss", (int64_t)HELP_ACKNOWLEDGED, kiosk_id, resident_id),
             out);
}

bool help_is_open(const struct help *help)
{
  return help->state == HELP_RAISED || help->state == HELP_ACKNOWLEDGED;
}

bool help_get_open(struct db *db, const char *help_id, struct help *out)
{
  return help_load(db, help_id, out) && help_is_open(out);
}

void help_insert(struct db *db, const struct help *help, anban_ms now)
{
  db_run(db, "INSERT INTO help(" COLUMNS ", changed_at) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
         "sssisiiiiisi", help->id, help->kiosk_id, help->resident_id, (int64_t)help->state, help->staff_name,
         help->raised_at, (int64_t)help->presses, (int64_t)help->ending, (int64_t)help->drill, help->next_at,
         help->next_who, now);
}

void help_keep(struct db *db, const struct help *help, anban_ms now)
{
  db_run(db,
         "UPDATE help SET state = $2, staff_name = $3, presses = $4, ending = $5, next_at = $6, next_who = $7,"
         " changed_at = $8 WHERE id = $1",
         "sisiiisi", help->id, (int64_t)help->state, help->staff_name, (int64_t)help->presses, (int64_t)help->ending,
         help->next_at, help->next_who, now);
  announce_record(db, &(struct record){.kind = RECORD_HELP, .is.help = *help}, now);
}

void help_step(struct db *db, struct help *help, enum help_step_kind kind, const char *way, const char *who,
               anban_ms at)
{
  struct help_step step = {.kind = kind, .at = at};
  COPY_TEXT(step.way, way);
  COPY_TEXT(step.who, who);
  help_step_write_down(db, help, &step);
}

// Takes the rows over.
static json_t *list_of(struct db *db, struct db_rows *rows)
{
  json_t *list = json_array();
  while (db_rows_next(rows)) {
    struct help help;
    read_row(rows, &help);
    help_steps_load(db, &help);
    json_array_append_new(list, help_write(&help));
  }
  db_rows_end(rows);
  return list;
}

json_t *help_list_open(struct db *db)
{
  return list_of(db, db_query(db, "SELECT " COLUMNS " FROM help WHERE state <= $1 ORDER BY raised_at, id", "i",
                              (int64_t)HELP_ACKNOWLEDGED));
}

json_t *help_list_between(struct db *db, anban_ms from, anban_ms to)
{
  return list_of(db, db_query(db,
                              "SELECT " COLUMNS " FROM help WHERE raised_at >= $1 AND raised_at < $2"
                              " ORDER BY raised_at, id LIMIT $3",
                              "iii", from, to, (int64_t)MOST_HELP_LISTED));
}

json_t *help_list_own(struct db *db, const char *kiosk_id)
{
  return list_of(db, db_query(db,
                              "SELECT " COLUMNS " FROM help WHERE id IN (SELECT id FROM help WHERE kiosk_id = $1"
                              " ORDER BY raised_at DESC, id DESC LIMIT $2) ORDER BY raised_at, id",
                              "si", kiosk_id, (int64_t)MOST_OWN_HELP));
}
