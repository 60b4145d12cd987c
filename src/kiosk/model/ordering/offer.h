// SPDX-License-Identifier: GPL-3.0-or-later
// What can be ordered: days, meals, dishes, as the snapshot and the time have it.
#pragma once

#include "kiosk/model/model.h"

enum meal_state {
  MEAL_NO_MENU, // the kitchen offers nothing then
  MEAL_PASSED,  // its cut-off is over
  MEAL_OPEN,
};

// The date `days` from today at the site.
void offer_date(const struct model *model, int days, char out[CLOCK_DATE_SIZE]);
// How many days from today `date` is.
int offer_days_from_today(const struct model *model, const char *date);
enum meal_state offer_meal(const struct model *model, const char *date, enum meal meal);
// Whether any meal of the day is open, or has passed, or nothing is offered: the best of its meals.
enum meal_state offer_day(const struct model *model, const char *date);

// The dishes of the draft's meal in the order they are shown, set meals first. At most MOST_MENU_DISHES.
int offer_dishes(const struct model *model, const char *date, enum meal meal,
                 const struct dish *list[MOST_MENU_DISHES]);
bool offer_has_dish(const struct model *model, const char *date, enum meal meal, const char *dish_id);
// What stands against the person eating it.
struct diet offer_conflict(const struct model *model, const struct dish *dish);
bool offer_suits(const struct model *model, const struct dish *dish);
// Whether meals can be brought to the person's room.
bool offer_delivers(const struct model *model);

// Today's lunch as the person had it last, or today's first set meal that suits them. False: there is none to offer
// (no lunch, too late, or they have ordered already). `as_last_time` tells which.
bool offer_usual(const struct model *model, struct order *out, bool *as_last_time);
