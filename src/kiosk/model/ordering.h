// SPDX-License-Identifier: GPL-3.0-or-later
// The way of an order: day, meal, dishes, how, confirm; and back again to change or cancel it.
#pragma once

#include "kiosk/model/model.h"

void ordering_day(struct model *model, int days);
void ordering_meal(struct model *model, enum meal meal);
void ordering_dish(struct model *model, const char *dish_id);
void ordering_remove(struct model *model, const char *dish_id);
void ordering_accept_diet(struct model *model);
void ordering_how(struct model *model, enum delivery delivery);
void ordering_usual(struct model *model);
// The person goes back or home: the usual that was looked at and not ordered is nothing to be kept.
void ordering_turned_away(struct model *model);
void ordering_resume(struct model *model);
void ordering_another(struct model *model);
void ordering_confirm(struct model *model, struct requests *out);
void ordering_show(struct model *model, const char *order_id);
void ordering_change(struct model *model, const char *order_id);
// The first time it asks, the second time it cancels.
void ordering_cancel(struct model *model, const char *order_id, struct requests *out);
// The menu or the time may have changed under the order that is being made.
void ordering_check(struct model *model);
