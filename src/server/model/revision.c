// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/revision.h"

void revision_get(struct db *db, enum revised kind, const char *id, struct revision *out)
{
  struct db_rows *rows =
      db_query(db, "SELECT number, changed_by, changed_at FROM revision WHERE kind = $1 AND thing = $2", "is",
               (int64_t)kind, id);
  *out = (struct revision){0};
  if (db_rows_next(rows)) {
    out->number = db_rows_integer(rows, 0);
    COPY_TEXT(out->by, db_rows_text(rows, 1));
    out->at = db_rows_integer(rows, 2);
  }
  db_rows_end(rows);
}

static int64_t next_number(struct db *db)
{
  struct db_rows *rows = db_query(db,
                                  "INSERT INTO revision_newest(id, number) VALUES(1, 1) ON CONFLICT(id) DO UPDATE SET"
                                  " number = revision_newest.number + 1 RETURNING number",
                                  "");
  int64_t number = db_rows_next(rows) ? db_rows_integer(rows, 0) : 0;
  db_rows_end(rows);
  return number;
}

void revision_next(struct db *db, enum revised kind, const char *id, const struct actor *who, anban_ms now)
{
  int64_t number = next_number(db);
  db_run(db,
         "INSERT INTO revision(kind, thing, number, changed_by, changed_at) VALUES($1, $2, $3, $4, $5)"
         " ON CONFLICT(kind, thing) DO UPDATE SET number = excluded.number, changed_by = excluded.changed_by,"
         " changed_at = excluded.changed_at",
         "isisi", (int64_t)kind, id, number, who->name, now);
}

void revision_end(struct db *db, enum revised kind, const char *id)
{
  db_run(db, "DELETE FROM revision WHERE kind = $1 AND thing = $2", "is", (int64_t)kind, id);
}

void revision_add(struct db *db, enum revised kind, const char *id, json_t *thing)
{
  struct revision revision;
  revision_get(db, kind, id, &revision);
  json_object_set_new(thing, "revision", json_integer(revision.number));
}

static json_t *numbers_of(struct db *db, enum revised kind)
{
  json_t *numbers = json_object();
  struct db_rows *rows = db_query(db, "SELECT thing, number FROM revision WHERE kind = $1", "i", (int64_t)kind);
  while (db_rows_next(rows))
    json_object_set_new(numbers, db_rows_text(rows, 0), json_integer(db_rows_integer(rows, 1)));
  db_rows_end(rows);
  return numbers;
}

void revisions_add(struct db *db, enum revised kind, const char *key, json_t *list)
{
  json_t *numbers = numbers_of(db, kind);
  size_t place;
  json_t *thing;
  json_array_foreach(list, place, thing)
  {
    const char *id = json_string_value(json_object_get(thing, key));
    json_object_set_new(thing, "revision", json_integer(json_integer_value(json_object_get(numbers, id))));
  }
  json_decref(numbers);
}
