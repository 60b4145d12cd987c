// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/dishes.h"

#include "base/memory.h"
#include "server/model/announce.h"
#include "server/model/revision.h"

#include <stdlib.h>

#define COLUMNS "id, name, contents, picture, kind, price_fen, marks, allergens"

static void read_row(struct db_rows *rows, struct dish *out)
{
  *out = (struct dish){
      .kind = (enum dish_kind)db_rows_integer(rows, 4),
      .price_fen = (int)db_rows_integer(rows, 5),
      .diet = {.marks = (unsigned)db_rows_integer(rows, 6), .allergens = (unsigned)db_rows_integer(rows, 7)}};
  COPY_TEXT(out->id, db_rows_text(rows, 0));
  COPY_TEXT(out->name, db_rows_text(rows, 1));
  COPY_TEXT(out->contents, db_rows_text(rows, 2));
  COPY_TEXT(out->picture, db_rows_text(rows, 3));
}

bool dish_load(struct db *db, const char *id, struct dish *out)
{
  struct db_rows *rows = db_query(db, "SELECT " COLUMNS " FROM dish WHERE id = $1 AND gone_at = 0", "s", id);
  bool found = db_rows_next(rows);
  if (found)
    read_row(rows, out);
  db_rows_end(rows);
  return found;
}

struct dish *dishes_load(struct db *db, int *count)
{
  struct dish *dishes = memory_new(MOST_DISHES * sizeof *dishes);
  struct db_rows *rows = db_query(db, "SELECT " COLUMNS " FROM dish WHERE gone_at = 0 ORDER BY kind, name, id", "");
  *count = 0;
  while (*count < MOST_DISHES && db_rows_next(rows))
    read_row(rows, &dishes[(*count)++]);
  db_rows_end(rows);
  return dishes;
}

json_t *dishes_list(struct db *db)
{
  int count = 0;
  struct dish *dishes = dishes_load(db, &count);
  json_t *list = json_array();
  for (int i = 0; i < count; i++)
    json_array_append_new(list, dish_write(&dishes[i]));
  free(dishes);
  revisions_add(db, REVISED_DISH, "id", list);
  return list;
}

static bool is_room_for(struct db *db, const char *id)
{
  struct db_rows *rows = db_query(db, "SELECT COUNT(*) FROM dish WHERE gone_at = 0 AND id <> $1", "s", id);
  bool room = db_rows_next(rows) && db_rows_integer(rows, 0) < MOST_DISHES;
  db_rows_end(rows);
  return room;
}

enum outcome dish_store(struct db *db, const struct dish *dish, const struct actor *who, anban_ms now,
                        struct fault *fault)
{
  if (!is_room_for(db, dish->id)) {
    fault_set(fault, "there are %d dishes already, no more are taken", MOST_DISHES);
    return OUTCOME_FULL;
  }
  db_run(db,
         "INSERT INTO dish(id, name, contents, picture, kind, price_fen, marks, allergens, gone_at)"
         " VALUES($1, $2, $3, $4, $5, $6, $7, $8, 0) ON CONFLICT(id) DO UPDATE SET name = excluded.name,"
         " contents = excluded.contents, picture = excluded.picture, kind = excluded.kind,"
         " price_fen = excluded.price_fen, marks = excluded.marks, allergens = excluded.allergens, gone_at = 0",
         "ssssiiii", dish->id, dish->name, dish->contents, dish->picture, (int64_t)dish->kind, (int64_t)dish->price_fen,
         (int64_t)dish->diet.marks, (int64_t)dish->diet.allergens);
  revision_next(db, REVISED_DISH, dish->id, who, now);
  announce_audit(db, who, "dish.put", dish->id, now);
  return OUTCOME_DONE;
}

enum outcome dish_put(struct db *db, const struct dish *dish, const struct actor *who, anban_ms now,
                      struct fault *fault)
{
  enum outcome outcome = dish_store(db, dish, who, now, fault);
  if (outcome == OUTCOME_DONE)
    announce_catalogue(db, now);
  return outcome;
}

enum outcome dish_remove(struct db *db, const char *id, const struct actor *who, anban_ms now, struct fault *fault)
{
  if (db_run(db, "UPDATE dish SET gone_at = $2 WHERE id = $1 AND gone_at = 0", "si", id, now) == 0) {
    fault_set(fault, "there is no dish %s", id);
    return OUTCOME_NOT_FOUND;
  }
  db_run(db, "DELETE FROM menu_dish WHERE dish_id = $1", "s", id);
  revision_end(db, REVISED_DISH, id);
  announce_catalogue(db, now);
  announce_audit(db, who, "dish.remove", id, now);
  return OUTCOME_DONE;
}
