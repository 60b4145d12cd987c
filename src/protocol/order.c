// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/order.h"

static const char *status_code_at(int status)
{
  static const char *const codes[ORDER_STATUSES] = {
      [ORDER_REQUESTED] = "requested",
      [ORDER_ACCEPTED] = "accepted",
      [ORDER_CANCELLED] = "cancelled",
      [ORDER_DECLINED] = "declined",
  };
  return codes[status];
}

const char *order_status_code(enum order_status status)
{
  return status_code_at((int)status);
}

// Name and price are the server's to fill, so an elder's wish may leave them out.
static bool item_read(const struct json_at *at, struct order_item *out, struct fault *fault)
{
  struct json_at dish = json_member(at, "dish_id");
  struct json_at name = json_member(at, "name");
  struct json_at count = json_member(at, "count");
  struct json_at price = json_member(at, "price_fen");
  return json_get_object(at, fault) && json_get_uuid(&dish, out->dish_id, fault) &&
         json_get_int(&count, 1, MOST_ITEM_COUNT, &out->count, fault) &&
         (!name.value || json_get_text(&name, out->name, sizeof out->name, fault)) &&
         (!price.value || json_get_int(&price, 0, MOST_PRICE_FEN, &out->price_fen, fault));
}

static bool items_read(const struct json_at *at, struct order *out, struct fault *fault)
{
  if (!json_get_array(at, MOST_ORDER_ITEMS, fault))
    return false;
  bool ok = json_array_size(at->value) > 0 || json_fault(at, fault, "at least one item");
  for (size_t i = 0; ok && i < json_array_size(at->value); i++) {
    struct json_at item = json_item(at, i);
    ok = item_read(&item, &out->items[out->item_count++], fault);
  }
  return ok;
}

static bool wish_read(const struct json_at *at, struct order *out, struct fault *fault)
{
  struct json_at id = json_member(at, "id");
  struct json_at resident = json_member(at, "resident_id");
  struct json_at date = json_member(at, "date");
  struct json_at meal = json_member(at, "meal");
  struct json_at delivery = json_member(at, "delivery");
  struct json_at place = json_member(at, "place");
  struct json_at items = json_member(at, "items");
  struct json_at confirmed = json_member(at, "diet_confirmed");
  struct json_at made = json_member(at, "made_at");
  int64_t made_at = 0;
  bool ok = json_get_object(at, fault) && json_get_uuid(&id, out->id, fault) &&
            json_get_uuid(&resident, out->resident_id, fault) && date_read(&date, out->date, fault) &&
            meal_read(&meal, &out->meal, fault) && delivery_read(&delivery, &out->delivery, fault) &&
            json_get_text(&place, out->place, sizeof out->place, fault) && items_read(&items, out, fault) &&
            json_get_flag(&confirmed, &out->diet_confirmed, fault) &&
            json_get_integer(&made, 0, INT64_MAX, &made_at, fault);
  out->made_at = made_at;
  return ok;
}

static bool outcome_read(const struct json_at *at, struct order *out, struct fault *fault)
{
  struct json_at status = json_member(at, "status");
  struct json_at number = json_member(at, "number");
  struct json_at total = json_member(at, "total_fen");
  struct json_at reason = json_member(at, "reason");
  int index = 0;
  bool ok = (!status.value || json_get_code(&status, status_code_at, ORDER_STATUSES, &index, fault)) &&
            (!number.value || json_get_int(&number, 0, INT32_MAX, &out->number, fault)) &&
            (!total.value || json_get_int(&total, 0, INT32_MAX, &out->total_fen, fault)) &&
            (!reason.value || json_get_text(&reason, out->reason, sizeof out->reason, fault));
  out->status = (enum order_status)index;
  return ok;
}

bool order_read_at(const struct json_at *at, struct order *out, struct fault *fault)
{
  *out = (struct order){0};
  return wish_read(at, out, fault) && outcome_read(at, out, fault);
}

bool order_read(const json_t *json, struct order *out, struct fault *fault)
{
  struct json_at at = json_root("order", json);
  return order_read_at(&at, out, fault);
}

static json_t *items_write(const struct order *order)
{
  json_t *items = json_array();
  for (int i = 0; i < order->item_count; i++) {
    const struct order_item *item = &order->items[i];
    json_array_append_new(items, json_pack("{s:s, s:s, s:i, s:i}", "dish_id", item->dish_id, "name", item->name,
                                           "count", item->count, "price_fen", item->price_fen));
  }
  return items;
}

json_t *order_write(const struct order *order)
{
  return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:o, s:b, s:I, s:s, s:i, s:i, s:s}", "id", order->id, "resident_id",
                   order->resident_id, "date", order->date, "meal", meal_code(order->meal), "delivery",
                   delivery_code(order->delivery), "place", order->place, "items", items_write(order), "diet_confirmed",
                   order->diet_confirmed, "made_at", (json_int_t)order->made_at, "status",
                   order_status_code(order->status), "number", order->number, "total_fen", order->total_fen, "reason",
                   order->reason);
}

int order_total_fen(const struct order *order, const struct snapshot *snapshot)
{
  const struct resident *resident = snapshot_resident(snapshot, order->resident_id);
  int total = 0;
  for (int i = 0; resident && i < order->item_count; i++) {
    const struct dish *dish = snapshot_dish(snapshot, order->items[i].dish_id);
    if (dish)
      total += dish_price_for(dish, resident) * order->items[i].count;
  }
  return total;
}
