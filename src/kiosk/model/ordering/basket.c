// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/ordering/basket.h"

#include "base/memory.h"
#include "base/text.h"
#include "kiosk/model/ordering/offer.h"

#include <string.h>

// -1: it is not in.
static int find(const struct order *order, const char *dish_id)
{
  for (int i = 0; i < order->item_count; i++) {
    if (strcmp(order->items[i].dish_id, dish_id) == 0)
      return i;
  }
  return -1;
}

int basket_count_of(const struct model *model, const char *dish_id)
{
  int index = find(&model->ordering.draft.order, dish_id);
  return index < 0 ? 0 : model->ordering.draft.order.items[index].count;
}

int basket_portions(const struct model *model)
{
  int portions = 0;
  for (int i = 0; i < model->ordering.draft.order.item_count; i++)
    portions += model->ordering.draft.order.items[i].count;
  return portions;
}

int basket_total_fen(const struct model *model)
{
  return model->snapshot ? order_total_fen(&model->ordering.draft.order, model->snapshot) : 0;
}

bool basket_waits(const struct model *model)
{
  const struct order *order = &model->ordering.draft.order;
  return order->item_count > 0 && offer_meal(model, order->date, order->meal) == MEAL_OPEN;
}

void basket_begin(struct model *model, const char *date, enum meal meal)
{
  struct order *order = &model->ordering.draft.order;
  if (order->date[0] && !order->id[0] && order->meal == meal && strcmp(order->date, date) == 0)
    return; // the same meal: what was chosen stays
  const struct resident *person = model_person(model);
  model->ordering.draft = (struct draft){0};
  COPY_TEXT(order->resident_id, model->person.id);
  COPY_TEXT(order->date, date);
  order->meal = meal;
  order->delivery = person ? person->usual_delivery : DELIVERY_EAT_IN;
}

bool basket_add(struct model *model, const char *dish_id)
{
  struct order *order = &model->ordering.draft.order;
  int index = find(order, dish_id);
  if (index < 0 ? order->item_count == MOST_ORDER_ITEMS : order->items[index].count == MOST_ITEM_COUNT)
    return false;
  if (index < 0) {
    index = order->item_count++;
    order->items[index] = (struct order_item){0};
    COPY_TEXT(order->items[index].dish_id, dish_id);
  }
  order->items[index].count++;
  return true;
}

static void take_out(struct order *order, int index)
{
  order->item_count--;
  memmove(&order->items[index], &order->items[index + 1], (size_t)(order->item_count - index) * sizeof order->items[0]);
}

void basket_remove(struct model *model, const char *dish_id)
{
  struct order *order = &model->ordering.draft.order;
  int index = find(order, dish_id);
  if (index >= 0 && --order->items[index].count == 0)
    take_out(order, index);
}

void basket_take_out(struct model *model, const char *dish_id)
{
  struct order *order = &model->ordering.draft.order;
  int index = find(order, dish_id);
  if (index >= 0)
    take_out(order, index);
}

bool basket_prune(struct model *model)
{
  struct order *order = &model->ordering.draft.order;
  bool changed = false;
  for (int i = order->item_count - 1; i >= 0; i--) {
    if (!offer_has_dish(model, order->date, order->meal, order->items[i].dish_id)) {
      take_out(order, i);
      changed = true;
    }
  }
  return changed;
}

void basket_seal(struct model *model, struct order *out)
{
  *out = model->ordering.draft.order;
  const struct resident *person = model_person(model);
  COPY_TEXT(out->resident_id, model->person.id);
  COPY_TEXT(out->place, person && out->delivery == DELIVERY_DELIVER ? person->room : "");
  out->diet_confirmed = false;
  for (int i = 0; i < out->item_count; i++) {
    const struct dish *dish = snapshot_dish(model->snapshot, out->items[i].dish_id);
    if (!dish || !person)
      continue;
    COPY_TEXT(out->items[i].name, dish->name);
    out->items[i].price_fen = dish_price_for(dish, person);
    out->diet_confirmed = out->diet_confirmed || !offer_suits(model, dish); // it was asked when it was chosen
  }
  out->total_fen = basket_total_fen(model);
  out->status = ORDER_REQUESTED;
  out->made_at = model_now(model);
}

static bool is_over(const struct model *model, const struct draft *draft)
{
  return offer_meal(model, draft->order.date, draft->order.meal) != MEAL_OPEN;
}

// Takes out what was kept for the person, and what nobody can order any more.
static void clear_kept(struct model *model, struct draft *found)
{
  int left = 0;
  for (int i = 0; i < model->ordering.kept_count; i++) {
    struct draft *draft = &model->ordering.kept[i];
    if (is_over(model, draft))
      continue;
    if (strcmp(draft->order.resident_id, model->person.id) == 0)
      *found = *draft;
    else
      model->ordering.kept[left++] = *draft;
  }
  model->ordering.kept_count = left;
}

void basket_keep(struct model *model)
{
  struct draft older = {0};
  clear_kept(model, &older);
  if (basket_waits(model) && !model->ordering.draft.order.id[0]) { // one that was to be changed stands as it was
    model->ordering.kept =
        memory_resize(model->ordering.kept, (size_t)(model->ordering.kept_count + 1) * sizeof *model->ordering.kept);
    model->ordering.kept[model->ordering.kept_count++] = model->ordering.draft;
  }
  model->ordering.draft = (struct draft){0};
}

void basket_restore(struct model *model)
{
  model->ordering.draft = (struct draft){0};
  clear_kept(model, &model->ordering.draft);
  basket_prune(model);
}
