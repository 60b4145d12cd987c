// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/ordering/ordering.h"

#include "base/text.h"
#include "kiosk/model/core/navigation.h"
#include "kiosk/model/ordering/basket.h"
#include "kiosk/model/ordering/offer.h"
#include "kiosk/model/ordering/orders.h"
#include "kiosk/model/outbox.h"

#include <string.h>

static void notice(struct model *model, enum notice what)
{
  model->navigation.notice = what;
  model_say(model);
}

static void choose_day(struct model *model, const struct intent *intent, struct requests *out)
{
  if (intent->number < 0 || intent->number >= MOST_MENU_DAYS)
    return;
  offer_date(model, intent->number, model->ordering.day_in_hand);
  if (offer_day(model, model->ordering.day_in_hand) == MEAL_OPEN)
    navigation_open(model, SCREEN_MEAL);
}

static void show(struct model *model, const char *order_id)
{
  struct order_view view;
  if (!orders_find(model, order_id, &view) || strcmp(view.order.resident_id, model->person.id) != 0)
    return;
  COPY_TEXT(model->ordering.order_in_hand, order_id);
  navigation_open(model, SCREEN_ORDER);
}

static void choose_meal(struct model *model, const struct intent *intent, struct requests *out)
{
  struct order_view view;
  if (intent->number < 0 || intent->number >= MEALS)
    return;
  enum meal meal = (enum meal)intent->number;
  if (offer_meal(model, model->ordering.day_in_hand, meal) != MEAL_OPEN) {
    notice(model, NOTICE_CUTOFF);
    return;
  }
  if (orders_open_for(model, model->ordering.day_in_hand, meal, &view)) {
    show(model, view.order.id);
    return;
  }
  basket_begin(model, model->ordering.day_in_hand, meal);
  navigation_open(model, SCREEN_DISHES);
}

static void another(struct model *model, const struct intent *intent, struct requests *out)
{
  struct order_view view;
  if (!orders_find(model, model->ordering.order_in_hand, &view) ||
      offer_meal(model, view.order.date, view.order.meal) != MEAL_OPEN)
    return;
  basket_begin(model, view.order.date, view.order.meal);
  navigation_replace(model, SCREEN_DISHES);
}

static void add(struct model *model, const char *dish_id)
{
  model_say(model);
  model->navigation.notice = basket_add(model, dish_id) ? NOTICE_NONE : NOTICE_BASKET_FULL;
}

// Choosing is a switch: who touches a dish again, trembling or to see, never has two of it.
static void switch_off(struct model *model, const char *dish_id)
{
  basket_take_out(model, dish_id);
  notice(model, NOTICE_TAKEN_OUT);
}

static void choose_dish(struct model *model, const struct intent *intent, struct requests *out)
{
  const char *dish_id = intent->id;
  const struct order *order = &model->ordering.draft.order;
  const struct dish *dish = snapshot_dish(model->snapshot, dish_id);
  if (!dish || !offer_has_dish(model, order->date, order->meal, dish_id))
    return;
  bool chosen = basket_count_of(model, dish_id) > 0;
  bool asks = !offer_suits(model, dish) && !chosen;
  if (asks)
    navigation_open(model, SCREEN_DIET);
  COPY_TEXT(model->navigation.item_in_hand, dish_id);
  if (chosen)
    switch_off(model, dish_id);
  else if (!asks)
    add(model, dish_id);
}

static void add_dish(struct model *model, const struct intent *intent, struct requests *out)
{
  if (basket_count_of(model, intent->id) == 0)
    return;
  COPY_TEXT(model->navigation.item_in_hand, intent->id);
  add(model, intent->id);
}

static bool is_allergic_to(const struct model *model, const char *dish_id)
{
  const struct dish *dish = snapshot_dish(model->snapshot, dish_id);
  return dish && offer_conflict(model, dish).allergens != 0;
}

// What harms is asked about twice.
static void accept_diet(struct model *model, const struct intent *intent, struct requests *out)
{
  char dish_id[UUID_SIZE];
  COPY_TEXT(dish_id, model->navigation.item_in_hand);
  bool asks_again = navigation_here(model) == SCREEN_DIET && is_allergic_to(model, dish_id);
  navigation_open(model, asks_again ? SCREEN_ALLERGY : SCREEN_DISHES);
  COPY_TEXT(model->navigation.item_in_hand, dish_id);
  if (!asks_again)
    add(model, dish_id);
}

static void remove_dish(struct model *model, const struct intent *intent, struct requests *out)
{
  basket_remove(model, intent->id);
  COPY_TEXT(model->navigation.item_in_hand, intent->id);
  notice(model, NOTICE_NONE);
  if (model->ordering.draft.order.item_count == 0)
    navigation_back(model);
}

static void choose_delivery(struct model *model, const struct intent *intent, struct requests *out)
{
  if (intent->number < 0 || intent->number >= DELIVERIES)
    return;
  enum delivery delivery = (enum delivery)intent->number;
  if (delivery == DELIVERY_DELIVER && !offer_delivers(model))
    return;
  model->ordering.draft.order.delivery = delivery;
  model->ordering.draft.chosen_how = true;
  navigation_open(model, SCREEN_CONFIRM);
}

static void the_usual(struct model *model, const struct intent *intent, struct requests *out)
{
  bool as_last_time = false;
  struct order usual;
  if (!offer_usual(model, &usual, &as_last_time)) {
    notice(model, NOTICE_CUTOFF);
    return;
  }
  model->ordering.draft = (struct draft){.order = usual, .chosen_how = true};
  COPY_TEXT(model->ordering.day_in_hand, usual.date);
  navigation_open(model, SCREEN_CONFIRM);
}

void ordering_turned_away(struct model *model, struct requests *out)
{
  if (navigation_here(model) == SCREEN_CONFIRM && model->navigation.depth == 2) // straight from home
    model->ordering.draft = (struct draft){0};
}

static void resume(struct model *model, const struct intent *intent, struct requests *out)
{
  if (!basket_waits(model))
    return;
  COPY_TEXT(model->ordering.day_in_hand, model->ordering.draft.order.date);
  navigation_open(model, SCREEN_DISHES);
}

static void send(struct model *model, enum message_kind kind, const struct order *order, struct requests *out)
{
  struct message message = message_blank(kind);
  message.body.is.order = *order;
  outbox_wish(model, out, &message);
}

static void confirm(struct model *model, const struct intent *intent, struct requests *out)
{
  ordering_check(model, out);
  if (navigation_here(model) != SCREEN_CONFIRM)
    return;
  struct order order;
  basket_seal(model, &order);
  bool is_new = !order.id[0];
  if (is_new)
    model->settings.new_id(order.id, model_now(model));
  send(model, is_new ? MESSAGE_ORDER_PLACE : MESSAGE_ORDER_CHANGE, &order, out);
  model->ordering.draft = (struct draft){0};
}

static void show_order(struct model *model, const struct intent *intent, struct requests *out)
{
  show(model, intent->id);
}

// The order if it is the person's and can still be changed.
static bool find_changeable(struct model *model, const char *order_id, struct order_view *view)
{
  if (!orders_find(model, order_id, view) || strcmp(view->order.resident_id, model->person.id) != 0)
    return false;
  if (!orders_can_change(model, view)) {
    notice(model, NOTICE_CUTOFF);
    return false;
  }
  COPY_TEXT(model->ordering.order_in_hand, order_id);
  return true;
}

static void change_order(struct model *model, const struct intent *intent, struct requests *out)
{
  struct order_view view;
  if (!find_changeable(model, intent->id, &view))
    return;
  model->ordering.draft = (struct draft){.order = view.order, .chosen_how = true};
  COPY_TEXT(model->ordering.day_in_hand, view.order.date);
  bool changed = basket_prune(model);
  navigation_open(model, SCREEN_DISHES);
  if (changed)
    notice(model, NOTICE_MENU_CHANGED);
}

// The first time it asks, the second time it cancels.
static void cancel_order(struct model *model, const struct intent *intent, struct requests *out)
{
  struct order_view view;
  if (!find_changeable(model, intent->id, &view))
    return;
  if (navigation_here(model) == SCREEN_CANCEL)
    send(model, MESSAGE_ORDER_CANCEL, &view.order, out);
  else
    navigation_open(model, SCREEN_CANCEL);
}

static void stop_making(struct model *model, enum notice why)
{
  struct order *order = &model->ordering.draft.order;
  COPY_TEXT(model->ordering.day_in_hand, order->date);
  model->ordering.draft = (struct draft){0};
  navigation_begin(model, SCREEN_HOME);
  navigation_open(model, SCREEN_DAY);
  notice(model, why);
}

void ordering_check(struct model *model, struct requests *out)
{
  if (!screen_row(navigation_here(model))->makes_order)
    return;
  const struct order *order = &model->ordering.draft.order;
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

void ordering_person_came(struct model *model, struct requests *out)
{
  basket_restore(model);
}

void ordering_person_leaves(struct model *model, struct requests *out)
{
  if (model->person.id[0])
    basket_keep(model);
  model->ordering.order_in_hand[0] = '\0';
  model->ordering.draft = (struct draft){0};
}

const struct intent_row ordering_intents[] = {
    {.kind = INTENT_CHOOSE_DAY, .act = choose_day},
    {.kind = INTENT_CHOOSE_MEAL, .act = choose_meal},
    {.kind = INTENT_CHOOSE_DISH, .act = choose_dish},
    {.kind = INTENT_ADD_DISH, .act = add_dish},
    {.kind = INTENT_REMOVE_DISH, .act = remove_dish},
    {.kind = INTENT_ACCEPT_DIET, .act = accept_diet},
    {.kind = INTENT_CHOOSE_DELIVERY, .act = choose_delivery},
    {.kind = INTENT_CONFIRM, .act = confirm},
    {.kind = INTENT_THE_USUAL, .act = the_usual},
    {.kind = INTENT_RESUME, .act = resume},
    {.kind = INTENT_ANOTHER, .act = another},
    {.kind = INTENT_SHOW_ORDER, .act = show_order},
    {.kind = INTENT_CHANGE_ORDER, .act = change_order},
    {.kind = INTENT_CANCEL_ORDER, .act = cancel_order},
    {.kind = INTENT_NONE},
};
