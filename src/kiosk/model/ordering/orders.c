// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/ordering/orders.h"

#include "base/memory.h"
#include "kiosk/model/ordering/offer.h"

#include <stdlib.h>
#include <string.h>

#define KEPT_DAYS 14

static struct order *find(const struct model *model, const char *id)
{
  for (int i = 0; i < model->order_count; i++) {
    if (strcmp(model->orders[i].id, id) == 0)
      return &model->orders[i];
  }
  return NULL;
}

void orders_put(struct model *model, const struct order *order)
{
  struct order *place = find(model, order->id);
  if (!place) {
    model->orders = memory_resize(model->orders, (size_t)(model->order_count + 1) * sizeof *model->orders);
    place = &model->orders[model->order_count++];
  }
  *place = *order;
}

static bool came_to_nothing(const struct order *order)
{
  return order->status == ORDER_CANCELLED || order->status == ORDER_DECLINED;
}

// An order that the server's list of open ones need not hold, and that is still of use here.
static bool is_past(const struct model *model, const struct order *order)
{
  int days = offer_days_from_today(model, order->date);
  return days >= -KEPT_DAYS && (days < 0 || came_to_nothing(order));
}

void orders_from_snapshot(struct model *model, struct requests *out)
{
  int kept = 0;
  for (int i = 0; i < model->order_count; i++) {
    if (is_past(model, &model->orders[i]))
      model->orders[kept++] = model->orders[i];
  }
  model->order_count = kept;
  for (int i = 0; i < model->snapshot->order_count; i++)
    orders_put(model, &model->snapshot->orders[i]);
}

static enum order_stage stage_of(const struct order *order)
{
  switch (order->status) {
  case ORDER_CANCELLED:
    return STAGE_CANCELLED;
  case ORDER_DECLINED:
    return STAGE_DECLINED;
  case ORDER_ACCEPTED:
    return STAGE_ACCEPTED;
  case ORDER_REQUESTED:
  case ORDER_STATUSES:
    break;
  }
  return STAGE_WAITING;
}

static struct order_view view_of(const struct order *order)
{
  return (struct order_view){.order = *order, .stage = stage_of(order)};
}

static void lay_over(struct order_view *view, const struct message *message)
{
  if (message->kind == MESSAGE_ORDER_CANCEL) {
    if (strcmp(message->body.is.order.id, view->order.id) == 0)
      view->stage = STAGE_LEAVING;
    return;
  }
  bool is_order = message->kind == MESSAGE_ORDER_PLACE || message->kind == MESSAGE_ORDER_CHANGE;
  if (!is_order || strcmp(message->body.is.order.id, view->order.id) != 0)
    return;
  int number = view->order.number;
  view->order = message->body.is.order;
  view->order.number = number;
  view->stage = message->kind == MESSAGE_ORDER_PLACE ? STAGE_WAITING : STAGE_CHANGING;
}

// What is on its way, over what the server said.
static void lay_outbox_over(const struct model *model, struct order_view *view)
{
  for (int i = 0; i < model->outbox_count; i++) {
    if (model->outbox[i].saved)
      lay_over(view, &model->outbox[i].message);
  }
}

static const struct order *placed_by(const struct outbox_message *item)
{
  return item->saved && item->message.kind == MESSAGE_ORDER_PLACE ? &item->message.body.is.order : NULL;
}

// Order number `index` of all: those the server knows, then those that are only on their way. NULL past the end,
// `*known` false for one to be passed over.
static const struct order *each(const struct model *model, int index, bool *use)
{
  *use = true;
  if (index < model->order_count)
    return &model->orders[index];
  index -= model->order_count;
  if (index >= model->outbox_count)
    return NULL;
  const struct order *order = placed_by(&model->outbox[index]);
  *use = order && !find(model, order->id);
  return *use ? order : &model->outbox[index].message.body.is.order;
}

static bool is_earlier(const struct order *left, const struct order *right)
{
  int days = strcmp(left->date, right->date);
  if (days != 0)
    return days < 0;
  if (left->meal != right->meal)
    return left->meal < right->meal;
  return left->made_at < right->made_at;
}

static int insert(struct order_view *list, int count, const struct order_view *view)
{
  if (count == MOST_SHOWN_ORDERS)
    return count;
  int at = count;
  while (at > 0 && is_earlier(&view->order, &list[at - 1].order)) {
    list[at] = list[at - 1];
    at--;
  }
  list[at] = *view;
  return count + 1;
}

int orders_of(const struct model *model, const char *resident_id, struct order_view *list)
{
  int count = 0;
  bool use = false;
  const struct order *order = NULL;
  for (int i = 0; (order = each(model, i, &use)); i++) {
    if (!use || strcmp(order->resident_id, resident_id) != 0 || offer_days_from_today(model, order->date) < 0)
      continue;
    struct order_view view = view_of(order);
    lay_outbox_over(model, &view);
    count = insert(list, count, &view);
  }
  return count;
}

bool orders_find(const struct model *model, const char *order_id, struct order_view *out)
{
  bool use = false;
  const struct order *order = NULL;
  for (int i = 0; (order = each(model, i, &use)); i++) {
    if (use && strcmp(order->id, order_id) == 0) {
      *out = view_of(order);
      lay_outbox_over(model, out);
      return true;
    }
  }
  return false;
}

static bool stands(const struct order_view *view)
{
  return view->stage == STAGE_WAITING || view->stage == STAGE_ACCEPTED || view->stage == STAGE_CHANGING;
}

bool orders_open_for(const struct model *model, const char *date, enum meal meal, struct order_view *out)
{
  struct order_view list[MOST_SHOWN_ORDERS];
  int count = orders_of(model, model->person.id, list);
  for (int i = 0; i < count; i++) {
    if (stands(&list[i]) && list[i].order.meal == meal && strcmp(list[i].order.date, date) == 0) {
      if (out)
        *out = list[i];
      return true;
    }
  }
  return false;
}

bool orders_can_change(const struct model *model, const struct order_view *view)
{
  return model->snapshot && stands(view) &&
         model_now(model) < meal_cutoff(&model->snapshot->site, view->order.date, view->order.meal);
}

const struct order *orders_last(const struct model *model, const char *resident_id, enum meal meal)
{
  const struct order *last = NULL;
  for (int i = 0; i < model->order_count; i++) {
    const struct order *order = &model->orders[i];
    if (order->meal != meal || came_to_nothing(order) || strcmp(order->resident_id, resident_id) != 0)
      continue;
    if (!last || is_earlier(last, order))
      last = order;
  }
  return last;
}
