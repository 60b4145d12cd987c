// SPDX-License-Identifier: GPL-3.0-or-later
// The community, its dishes and menus.
#include "base/memory.h"
#include "server/api/days.h"
#include "server/api/handlers.h"
#include "server/model/dishes.h"
#include "server/model/menus.h"
#include "server/model/site.h"

#include <stdlib.h>
#include <string.h>

void get_site(struct request *request)
{
  struct site site;
  site_load(request->db, &site);
  json_t *json = site_write(&site);
  revision_add(request->db, REVISED_SITE, "", json);
  answer_data(request, json);
}

static enum outcome keep_site(struct db *db, struct change *change, struct fault *fault)
{
  return site_put(db, change->subject, &change->actor, change->now, fault);
}

void put_site(struct request *request)
{
  struct fault fault;
  struct site *site = memory_new(sizeof *site);
  if (site_read(request->body, site, &fault)) {
    struct change *change = change_new(request, keep_site, site);
    change_edits(change, request, REVISED_SITE, "");
    change_submit(change);
    return;
  }
  free(site);
  answer_fault(&request->reply, 400, "wrong", fault.sentence);
}

void get_dishes(struct request *request)
{
  answer_list(request, "dishes", dishes_list(request->db));
}

static enum outcome keep_dish(struct db *db, struct change *change, struct fault *fault)
{
  return dish_put(db, change->subject, &change->actor, change->now, fault);
}

void put_dish(struct request *request)
{
  struct fault fault;
  struct dish *dish = memory_new(sizeof *dish);
  bool ok = dish_read(request->body, dish, &fault);
  if (ok && strcmp(dish->id, request->parameters[0]) != 0)
    ok = fault_set(&fault, "dish.id: the id in the address is expected");
  if (ok) {
    struct change *change = change_new(request, keep_dish, dish);
    change_edits(change, request, REVISED_DISH, dish->id);
    change_submit(change);
    return;
  }
  free(dish);
  answer_fault(&request->reply, 400, "wrong", fault.sentence);
}

static enum outcome take_dish_away(struct db *db, struct change *change, struct fault *fault)
{
  return dish_remove(db, change->subject, &change->actor, change->now, fault);
}

void delete_dish(struct request *request)
{
  struct change *change = change_new(request, take_dish_away, memory_text(request->parameters[0]));
  change_edits(change, request, REVISED_DISH, request->parameters[0]);
  change_submit(change);
}

void get_menus(struct request *request)
{
  struct days days;
  if (days_of(request, &days))
    answer_list(request, "menus", menus_list(request->db, days.from, days.to));
}

static enum outcome keep_menu(struct db *db, struct change *change, struct fault *fault)
{
  return menu_put(db, change->subject, &change->actor, change->now, fault);
}

void put_menu(struct request *request)
{
  struct fault fault;
  struct menu *menu = memory_new(sizeof *menu);
  bool ok = menu_read(request->body, menu, &fault);
  if (ok &&
      (strcmp(menu->date, request->parameters[0]) != 0 || strcmp(meal_code(menu->meal), request->parameters[1]) != 0))
    ok = fault_set(&fault, "menu: the date and the meal in the address are expected");
  if (ok) {
    char thing[MENU_THING_SIZE];
    struct change *change = change_new(request, keep_menu, menu);
    menu_thing(menu, thing);
    change_edits(change, request, REVISED_MENU, thing);
    change_submit(change);
    return;
  }
  free(menu);
  answer_fault(&request->reply, 400, "wrong", fault.sentence);
}
