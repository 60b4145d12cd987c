// SPDX-License-Identifier: GPL-3.0-or-later
// The dishes and menus of a file that has been read: held against the data, and written.
#include "server/model/import_lines.h"

#include "base/text.h"
#include "server/model/dishes.h"
#include "server/model/menus.h"

#include <string.h>

// The first line that names the same dish.
static int first_of_dish(const struct import *import, int line)
{
  int first = 0;
  while (strcmp(import->servings[first].dish.name, import->servings[line].dish.name) != 0)
    first++;
  return first;
}

static int first_of_meal(const struct import *import, int line)
{
  int first = 0;
  while (!import_same_meal(&import->servings[first], &import->servings[line]))
    first++;
  return first;
}

static bool has_price(const struct import *import, const char *name)
{
  for (int i = 0; i < import->count; i++)
    if (import->servings[i].has_price && strcmp(import->servings[i].dish.name, name) == 0)
      return true;
  return false;
}

// Sets the dish's id: of the one that has this name, or a new one.
static void identify(struct import *import, struct db *db, struct import_serving *serving)
{
  struct db_rows *rows =
      db_query(db, "SELECT id FROM dish WHERE name = $1 AND gone_at = 0 ORDER BY id LIMIT 1", "s", serving->dish.name);
  serving->is_new = !db_rows_next(rows);
  if (serving->is_new)
    uuid_new(serving->dish.id, import->now);
  else
    COPY_TEXT(serving->dish.id, db_rows_text(rows, 0));
  db_rows_end(rows);
}

void import_menu_check(struct import *import, struct db *db)
{
  struct db_rows *rows = db_query(db, "SELECT COUNT(*) FROM dish WHERE gone_at = 0", "");
  int64_t dishes = db_rows_next(rows) ? db_rows_integer(rows, 0) : 0;
  db_rows_end(rows);
  for (int i = 0; i < import->count; i++) {
    struct import_serving *serving = &import->servings[i];
    int first = first_of_dish(import, i);
    if (first < i) {
      COPY_TEXT(serving->dish.id, import->servings[first].dish.id);
      serving->is_new = import->servings[first].is_new;
    } else {
      identify(import, db, serving);
      dishes += serving->is_new;
    }
    if (serving->is_new && !has_price(import, serving->dish.name))
      import_against(import, &import->lines[i], "“%s”是新菜，请写上价格", "\"%s\" is a new dish: its price is missing",
                     serving->dish.name);
    if (first == i && serving->is_new && dishes > MOST_DISHES)
      import_against(import, &import->lines[i], "菜太多：最多 %d 道", "too many dishes: at most %d", MOST_DISHES);
  }
}

// Lays what the lines say of the dish over what is known of it. Returns whether anything changed.
static bool overlay(const struct import *import, struct dish *dish)
{
  struct dish before = *dish;
  for (int i = 0; i < import->count; i++) {
    const struct import_serving *s = &import->servings[i];
    if (strcmp(s->dish.id, dish->id) != 0)
      continue;
    if (s->has_kind)
      dish->kind = s->dish.kind;
    if (s->has_price)
      dish->price_fen = s->dish.price_fen;
    if (s->has_marks)
      dish->diet.marks = s->dish.diet.marks;
    if (s->has_allergens)
      dish->diet.allergens = s->dish.diet.allergens;
    if (s->has_contents)
      COPY_TEXT(dish->contents, s->dish.contents);
  }
  return before.kind != dish->kind || before.price_fen != dish->price_fen || before.diet.marks != dish->diet.marks ||
         before.diet.allergens != dish->diet.allergens || strcmp(before.contents, dish->contents) != 0;
}

static enum outcome write_dish(const struct import *import, struct db *db, const struct import_serving *serving,
                               const struct actor *who, anban_ms now, struct fault *fault)
{
  struct dish dish;
  if (!dish_load(db, serving->dish.id, &dish)) {
    dish = (struct dish){.kind = DISH_SINGLE};
    COPY_TEXT(dish.id, serving->dish.id);
    COPY_TEXT(dish.name, serving->dish.name);
  }
  bool changed = overlay(import, &dish);
  return changed || serving->is_new ? dish_store(db, &dish, who, now, fault) : OUTCOME_DONE;
}

static enum outcome write_menu(const struct import *import, struct db *db, int first, const struct actor *who,
                               anban_ms now, struct fault *fault)
{
  struct menu menu = {.meal = import->servings[first].meal};
  COPY_TEXT(menu.date, import->servings[first].date);
  for (int i = first; i < import->count && menu.count < MOST_MENU_DISHES; i++) {
    if (!import_same_meal(&import->servings[i], &import->servings[first]))
      continue;
    COPY_TEXT(menu.dishes[menu.count], import->servings[i].dish.id);
    menu.count++;
  }
  return menu_store(db, &menu, who, now, fault);
}

enum outcome import_menu_write(struct import *import, struct db *db, const struct actor *who, anban_ms now,
                               struct fault *fault)
{
  enum outcome outcome = OUTCOME_DONE;
  for (int i = 0; outcome == OUTCOME_DONE && i < import->count; i++)
    if (first_of_dish(import, i) == i)
      outcome = write_dish(import, db, &import->servings[i], who, now, fault);
  for (int i = 0; outcome == OUTCOME_DONE && i < import->count; i++)
    if (first_of_meal(import, i) == i)
      outcome = write_menu(import, db, i, who, now, fault);
  return outcome;
}
