// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/ordering.h"

#include "base/text.h"
#include "kiosk/model/basket.h"
#include "kiosk/model/navigation.h"
#include "kiosk/model/offer.h"
#include "kiosk/model/orders.h"
#include "kiosk/model/outbox.h"

#include <string.h>

static void notice(struct model *model, enum notice what)
{
  model->notice = what;
  model->say_due = true;
  model->revision++;
}

void ordering_day(struct model *model, int days)
{
  offer_date(model, days, model->day_in_hand);
  if (offer_day(model, model->day_in_hand) == MEAL_OPEN)
    navigation_open(model, SCREEN_MEAL);
}

void ordering_meal(struct model *model, enum meal meal)
{
  struct order_view view;
  if (offer_meal(model, model->day_in_hand, meal) != MEAL_OPEN) {
    notice(model, NOTICE_CUTOFF);
    return;
  }
  if (orders_open_for(model, model->day_in_hand, meal, &view)) {
    ordering_show(model, view.order.id);
    return;
  }
  basket_begin(model, model->day_in_hand, meal);
  navigation_open(model, SCREEN_DISHES);
}

void ordering_another(struct model *model)
{
  struct order_view view;
  if (!orders_find(model, model->order_in_hand, &view) ||
      offer_meal(model, view.order.date, view.order.meal) != MEAL_OPEN)
    return;
  basket_begin(model, view.order.date, view.order.meal);
  navigation_replace(model, SCREEN_DISHES);
}

static void add(struct model *model, const char *dish_id)
{
  model->revision++;
  model->say_due = true;
  model->notice = basket_add(model, dish_id) ? NOTICE_NONE : NOTICE_BASKET_FULL;
}

void ordering_dish(struct model *model, const char *dish_id)
{
  const struct order *order = &model->draft.order;
  const struct dish *dish = snapshot_dish(model->snapshot, dish_id);
  if (!dish || !offer_has_dish(model, order->date, order->meal, dish_id))
    return;
  COPY_TEXT(model->dish_in_hand, dish_id);
  if (offer_suits(model, dish) || basket_count_of(model, dish_id) > 0)
    add(model, dish_id);
  else
    navigation_open(model, SCREEN_DIET);
}

void ordering_accept_diet(struct model *model)
{
  navigation_back(model);
  add(model, model->dish_in_hand);
}

void ordering_remove(struct model *model, const char *dish_id)
{
  basket_remove(model, dish_id);
  COPY_TEXT(model->dish_in_hand, dish_id);
  notice(model, NOTICE_NONE);
  if (model->draft.order.item_count == 0)
    navigation_back(model);
}

void ordering_how(struct model *model, enum delivery delivery)
{
  if (delivery == DELIVERY_DELIVER && !offer_delivers(model))
    return;
  model->draft.order.delivery = delivery;
  model->draft.chosen_how = true;
  navigation_open(model, SCREEN_CONFIRM);
}

void ordering_usual(struct model *model)
{
  bool as_last_time = false;
  struct order usual;
  if (!offer_usual(model, &usual, &as_last_time)) {
    notice(model, NOTICE_CUTOFF);
    return;
  }
  model->draft = (struct draft){.order = usual, .chosen_how = true};
  COPY_TEXT(model->day_in_hand, usual.date);
  navigation_open(model, SCREEN_CONFIRM);
}

void ordering_turned_away(struct model *model)
{
  if (navigation_here(model) == SCREEN_CONFIRM && model->depth == 2) // straight from home
    model->draft = (struct draft){0};
}

void ordering_resume(struct model *model)
{
  if (!basket_waits(model))
    return;
  COPY_TEXT(model->day_in_hand, model->draft.order.date);
  navigation_open(model, SCREEN_DISHES);
}

static void send(struct model *model, enum message_kind kind, const struct order *order, struct requests *out)
{
  struct message message = message_blank(kind);
  message.body.is.order = *order;
  outbox_wish(model, out, &message);
}

void ordering_confirm(struct model *model, struct requests *out)
{
  ordering_check(model);
  if (navigation_here(model) != SCREEN_CONFIRM)
    return;
  struct order order;
  basket_seal(model, &order);
  bool is_new = !order.id[0];
  if (is_new)
    model->settings.new_id(order.id, model_now(model));
  send(model, is_new ? MESSAGE_ORDER_PLACE : MESSAGE_ORDER_CHANGE, &order, out);
  model->draft = (struct draft){0};
}

void ordering_show(struct model *model, const char *order_id)
{
  struct order_view view;
  if (!orders_find(model, order_id, &view) || strcmp(view.order.resident_id, model->person) != 0)
    return;
  COPY_TEXT(model->order_in_hand, order_id);
  navigation_open(model, SCREEN_ORDER);
}

// The order if it is the person's and can still be changed.
static bool find_changeable(struct model *model, const char *order_id, struct order_view *view)
{
  if (!orders_find(model, order_id, view) || strcmp(view->order.resident_id, model->person) != 0)
    return false;
  if (!orders_can_change(model, view)) {
    notice(model, NOTICE_CUTOFF);
    return false;
  }
  COPY_TEXT(model->order_in_hand, order_id);
  return true;
}

void ordering_change(struct model *model, const char *order_id)
{
  struct order_view view;
  if (!find_changeable(model, order_id, &view))
    return;
  model->draft = (struct draft){.order = view.order, .chosen_how = true};
  COPY_TEXT(model->day_in_hand, view.order.date);
  bool changed = basket_prune(model);
  navigation_open(model, SCREEN_DISHES);
  if (changed)
    notice(model, NOTICE_MENU_CHANGED);
}

void ordering_cancel(struct model *model, const char *order_id, struct requests *out)
{
  struct order_view view;
  if (!find_changeable(model, order_id, &view))
    return;
  if (navigation_here(model) == SCREEN_CANCEL)
    send(model, MESSAGE_ORDER_CANCEL, &view.order, out);
  else
    navigation_open(model, SCREEN_CANCEL);
}

static bool is_making(enum screen screen)
{
  return screen == SCREEN_DISHES || screen == SCREEN_BASKET || screen == SCREEN_DIET || screen == SCREEN_HOW ||
         screen == SCREEN_CONFIRM;
}

static void stop_making(struct model *model, enum notice why)
{
  struct order *order = &model->draft.order;
  COPY_TEXT(model->day_in_hand, order->date);
  model->draft = (struct draft){0};
  navigation_begin(model, SCREEN_HOME);
  navigation_open(model, SCREEN_DAY);
  notice(model, why);
}

void ordering_check(struct model *model)
{
  if (!is_making(navigation_here(model)))
    return;
  const struct order *order = &model->draft.order;
  enum meal_state state = offer_meal(model, order->date, order->meal);
  if (state != MEAL_OPEN) {
    stop_making(model, state == MEAL_PASSED ? NOTICE_CUTOFF : NOTICE_MENU_CHANGED);
    return;
  }
  if (!basket_prune(model))
    return;
  navigation_open(model, SCREEN_DISHES);
  notice(model, NOTICE_MENU_CHANGED);
}
