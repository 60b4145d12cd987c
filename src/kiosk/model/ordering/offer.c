// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/ordering/offer.h"

#include "base/text.h"
#include "kiosk/model/ordering/orders.h"

#include <string.h>

void offer_date(const struct model *model, int days, char out[CLOCK_DATE_SIZE])
{
  struct local_time local = model_local(model);
  clock_add_days(local.date, days, out);
}

int offer_days_from_today(const struct model *model, const char *date)
{
  struct local_time local = model_local(model);
  return (int)((clock_at(date, 0, 0) - clock_at(local.date, 0, 0)) / MS_DAY);
}

enum meal_state offer_meal(const struct model *model, const char *date, enum meal meal)
{
  const struct menu *menu = model->snapshot ? snapshot_menu(model->snapshot, date, meal) : NULL;
  if (!menu || menu->count == 0)
    return MEAL_NO_MENU;
  return model_now(model) < meal_cutoff(&model->snapshot->site, date, meal) ? MEAL_OPEN : MEAL_PASSED;
}

enum meal_state offer_day(const struct model *model, const char *date)
{
  enum meal_state best = MEAL_NO_MENU;
  for (enum meal meal = 0; meal < MEALS; meal++) {
    enum meal_state state = offer_meal(model, date, meal);
    if (state > best)
      best = state;
  }
  return best;
}

static int add_kind(const struct model *model, const struct menu *menu, enum dish_kind kind, const struct dish **list)
{
  int count = 0;
  for (int i = 0; i < menu->count; i++) {
    const struct dish *dish = snapshot_dish(model->snapshot, menu->dishes[i]);
    if (dish && dish->kind == kind)
      list[count++] = dish;
  }
  return count;
}

int offer_dishes(const struct model *model, const char *date, enum meal meal, const struct dish *list[MOST_MENU_DISHES])
{
  const struct menu *menu = model->snapshot ? snapshot_menu(model->snapshot, date, meal) : NULL;
  if (!menu)
    return 0;
  int sets = add_kind(model, menu, DISH_SET, list);
  return sets + add_kind(model, menu, DISH_SINGLE, list + sets);
}

bool offer_has_dish(const struct model *model, const char *date, enum meal meal, const char *dish_id)
{
  const struct dish *list[MOST_MENU_DISHES];
  int count = offer_dishes(model, date, meal, list);
  for (int i = 0; i < count; i++) {
    if (strcmp(list[i]->id, dish_id) == 0)
      return true;
  }
  return false;
}

struct diet offer_conflict(const struct model *model, const struct dish *dish)
{
  const struct resident *person = model_person(model);
  return person ? diet_conflict(person->diet, dish->diet) : (struct diet){0};
}

bool offer_suits(const struct model *model, const struct dish *dish)
{
  struct diet conflict = offer_conflict(model, dish);
  return conflict.marks == 0 && conflict.allergens == 0;
}

bool offer_delivers(const struct model *model)
{
  const struct resident *person = model_person(model);
  return person && person->room[0];
}

// Whether all of an earlier order can be had today and suits the person.
static bool can_be_had(const struct model *model, const struct order *order, const char *date, enum meal meal)
{
  for (int i = 0; i < order->item_count; i++) {
    const struct dish *dish = snapshot_dish(model->snapshot, order->items[i].dish_id);
    if (!dish || !offer_has_dish(model, date, meal, dish->id) || !offer_suits(model, dish))
      return false;
  }
  return order->item_count > 0;
}

static bool first_set(const struct model *model, const char *date, enum meal meal, struct order *out)
{
  const struct dish *list[MOST_MENU_DISHES];
  int count = offer_dishes(model, date, meal, list);
  for (int i = 0; i < count; i++) {
    if (list[i]->kind == DISH_SET && offer_suits(model, list[i])) {
      out->item_count = 1;
      COPY_TEXT(out->items[0].dish_id, list[i]->id);
      out->items[0].count = 1;
      return true;
    }
  }
  return false;
}

bool offer_usual(const struct model *model, struct order *out, bool *as_last_time)
{
  const struct resident *person = model_person(model);
  struct local_time local = model_local(model);
  if (!person || offer_meal(model, local.date, MEAL_LUNCH) != MEAL_OPEN ||
      orders_open_for(model, local.date, MEAL_LUNCH, NULL))
    return false;
  const struct order *last = orders_last(model, person->id, MEAL_LUNCH);
  *as_last_time = last && can_be_had(model, last, local.date, MEAL_LUNCH);
  *out = *as_last_time ? *last : (struct order){.delivery = person->usual_delivery};
  if (!*as_last_time && !first_set(model, local.date, MEAL_LUNCH, out))
    return false;
  if (out->delivery == DELIVERY_DELIVER && !offer_delivers(model))
    out->delivery = DELIVERY_EAT_IN;
  out->id[0] = out->reason[0] = '\0';
  out->number = 0;
  COPY_TEXT(out->resident_id, person->id);
  COPY_TEXT(out->date, local.date);
  out->meal = MEAL_LUNCH;
  return true;
}
