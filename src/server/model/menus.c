// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/menus.h"

#include "base/memory.h"
#include "server/model/announce.h"
#include "server/model/dishes.h"
#include "server/model/revision.h"

#include <stdlib.h>
#include <string.h>

#define MOST_LISTED (92 * MEALS) // a quarter of a year

static void add_dish(struct menu *menu, const char *id)
{
  COPY_TEXT(menu->dishes[menu->count], id);
  menu->count++;
}

bool menu_load(struct db *db, const char *date, enum meal meal, struct menu *out)
{
  *out = (struct menu){.meal = meal};
  COPY_TEXT(out->date, date);
  struct db_rows *rows = db_query(db, "SELECT dish_id FROM menu_dish WHERE date = $1 AND meal = $2 ORDER BY place",
                                  "si", date, (int64_t)meal);
  while (out->count < MOST_MENU_DISHES && db_rows_next(rows))
    add_dish(out, db_rows_text(rows, 0));
  db_rows_end(rows);
  return out->count > 0;
}

bool menu_has(const struct menu *menu, const char *dish_id)
{
  for (int i = 0; i < menu->count; i++)
    if (strcmp(menu->dishes[i], dish_id) == 0)
      return true;
  return false;
}

// The menu the row belongs to: the last one, or a new one after it. NULL when there is no room.
static struct menu *menu_of_row(struct db_rows *rows, struct menu *menus, int most, int *count)
{
  const char *date = db_rows_text(rows, 0);
  enum meal meal = (enum meal)db_rows_integer(rows, 1);
  struct menu *last = *count > 0 ? &menus[*count - 1] : NULL;
  if (last && last->meal == meal && strcmp(last->date, date) == 0)
    return last;
  if (*count == most)
    return NULL;
  struct menu *menu = &menus[(*count)++];
  menu->meal = meal;
  COPY_TEXT(menu->date, date);
  return menu;
}

struct menu *menus_load(struct db *db, const char *from, const char *to, int most, int *count)
{
  struct menu *menus = memory_new((size_t)most * sizeof *menus);
  struct db_rows *rows = db_query(db,
                                  "SELECT date, meal, dish_id FROM menu_dish WHERE date >= $1 AND date <= $2"
                                  " ORDER BY date, meal, place",
                                  "ss", from, to);
  *count = 0;
  struct menu *menu;
  while (db_rows_next(rows) && (menu = menu_of_row(rows, menus, most, count)))
    if (menu->count < MOST_MENU_DISHES)
      add_dish(menu, db_rows_text(rows, 2));
  db_rows_end(rows);
  return menus;
}

json_t *menus_list(struct db *db, const char *from, const char *to)
{
  int count = 0;
  struct menu *menus = menus_load(db, from, to, MOST_LISTED, &count);
  json_t *list = json_array();
  for (int i = 0; i < count; i++) {
    char thing[MENU_THING_SIZE];
    json_t *menu = menu_write(&menus[i]);
    menu_thing(&menus[i], thing);
    revision_add(db, REVISED_MENU, thing, menu);
    json_array_append_new(list, menu);
  }
  free(menus);
  return list;
}

static bool dishes_are_fit(struct db *db, const struct menu *menu, struct fault *fault)
{
  for (int i = 0; i < menu->count; i++) {
    struct dish dish;
    if (!dish_load(db, menu->dishes[i], &dish))
      return fault_set(fault, "there is no dish %s", menu->dishes[i]);
    for (int j = 0; j < i; j++)
      if (strcmp(menu->dishes[i], menu->dishes[j]) == 0)
        return fault_set(fault, "the dish \"%s\" stands twice in the menu", dish.name);
  }
  return true;
}

void menu_thing(const struct menu *menu, char out[MENU_THING_SIZE])
{
  text_format(out, MENU_THING_SIZE, "%s %s", menu->date, meal_code(menu->meal));
}

enum outcome menu_store(struct db *db, const struct menu *menu, const struct actor *who, anban_ms now,
                        struct fault *fault)
{
  if (!dishes_are_fit(db, menu, fault))
    return OUTCOME_WRONG;
  db_run(db, "DELETE FROM menu_dish WHERE date = $1 AND meal = $2", "si", menu->date, (int64_t)menu->meal);
  for (int i = 0; i < menu->count; i++)
    db_run(db, "INSERT INTO menu_dish(date, meal, place, dish_id) VALUES($1, $2, $3, $4)", "siis", menu->date,
           (int64_t)menu->meal, (int64_t)i, menu->dishes[i]);
  char thing[MENU_THING_SIZE];
  menu_thing(menu, thing);
  if (menu->count > 0)
    revision_next(db, REVISED_MENU, thing, who, now);
  else
    revision_end(db, REVISED_MENU, thing);
  announce_audit(db, who, "menu.put", thing, now);
  return OUTCOME_DONE;
}

enum outcome menu_put(struct db *db, const struct menu *menu, const struct actor *who, anban_ms now,
                      struct fault *fault)
{
  enum outcome outcome = menu_store(db, menu, who, now, fault);
  if (outcome == OUTCOME_DONE)
    announce_catalogue(db, now);
  return outcome;
}
