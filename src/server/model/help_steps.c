// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/help_steps.h"

#include "base/text.h"

#include <inttypes.h>
#include <string.h>

#define COLUMNS "at, kind, way, who, press"

static void read_row(struct db_rows *rows, struct help_step *out)
{
  *out = (struct help_step){.at = db_rows_integer(rows, 0), .kind = (enum help_step_kind)db_rows_integer(rows, 1)};
  COPY_TEXT(out->way, db_rows_text(rows, 2));
  COPY_TEXT(out->who, db_rows_text(rows, 3));
  COPY_TEXT(out->press, db_rows_text(rows, 4));
}

void help_steps_load(struct db *db, struct help *help)
{
  struct help_step step;
  help->step_count = 0;
  struct db_rows *rows =
      db_query(db, "SELECT " COLUMNS " FROM help_step WHERE help_id = $1 ORDER BY number", "s", help->id);
  while (db_rows_next(rows)) {
    read_row(rows, &step);
    help_steps_add(help->steps, &help->step_count, &step);
  }
  db_rows_end(rows);
}

static void seal_of(const char *before, const char *help_id, int64_t number, const struct help_step *step,
                    char out[HASH_SIZE])
{
  struct buffer text = {0};
  buffer_printf(&text, "%s\n%s\n%" PRId64 "\n%" PRId64 "\n%d\n%s\n%s\n%s", before, help_id, number, step->at,
                (int)step->kind, step->way, step->who, step->press);
  secret_hash(text.bytes, text.size, out);
  buffer_free(&text);
}

void help_step_write_down(struct db *db, struct help *help, const struct help_step *step)
{
  char before[HASH_SIZE] = "", seal[HASH_SIZE];
  int64_t number = 1;
  struct db_rows *rows =
      db_query(db, "SELECT number, seal FROM help_step WHERE help_id = $1 ORDER BY number DESC LIMIT 1", "s", help->id);
  if (db_rows_next(rows)) {
    number = db_rows_integer(rows, 0) + 1;
    COPY_TEXT(before, db_rows_text(rows, 1));
  }
  db_rows_end(rows);
  seal_of(before, help->id, number, step, seal);
  db_run(db, "INSERT INTO help_step(help_id, number, " COLUMNS ", seal) VALUES($1, $2, $3, $4, $5, $6, $7, $8)",
         "siiissss", help->id, number, step->at, (int64_t)step->kind, step->way, step->who, step->press, seal);
  help_steps_add(help->steps, &help->step_count, step);
}

json_t *help_steps_list(struct db *db, const char *help_id, bool *intact)
{
  json_t *list = json_array();
  char seal[HASH_SIZE] = "";
  int64_t number = 0;
  *intact = true;
  struct db_rows *rows =
      db_query(db, "SELECT " COLUMNS ", number, seal FROM help_step WHERE help_id = $1 ORDER BY number", "s", help_id);
  while (db_rows_next(rows)) {
    struct help_step step;
    char expected[HASH_SIZE];
    read_row(rows, &step);
    seal_of(seal, help_id, ++number, &step, expected);
    COPY_TEXT(seal, db_rows_text(rows, 6));
    *intact = *intact && db_rows_integer(rows, 5) == number && strcmp(seal, expected) == 0;
    json_t *json = help_step_write(&step);
    json_object_set_new(json, "seal", json_string(seal));
    json_array_append_new(list, json);
  }
  db_rows_end(rows);
  return list;
}

bool help_steps_have(const struct help *help, enum help_step_kind kind, const char *way, const char *who)
{
  for (int i = 0; i < help->step_count; i++) {
    const struct help_step *step = &help->steps[i];
    if (step->kind == kind && strcmp(step->way, way) == 0 && strcmp(step->who, who) == 0)
      return true;
  }
  return false;
}

bool help_steps_find_press(struct db *db, const char *press, char help_id[UUID_SIZE])
{
  struct db_rows *rows = db_query(db, "SELECT help_id FROM help_step WHERE press <> '' AND press = $1", "s", press);
  bool found = db_rows_next(rows);
  if (found)
    text_copy(help_id, UUID_SIZE, db_rows_text(rows, 0));
  db_rows_end(rows);
  return found;
}
