// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/kitchen.h"

#include "server/model/order_rows.h"

static json_t *totals(struct db *db, const char *date, enum meal meal)
{
  json_t *list = json_array();
  struct db_rows *rows = db_query(db,
                                  "SELECT order_item.dish_id, MIN(order_item.name) AS name, CAST(SUM(order_item.count) "
                                  "AS BIGINT) AS total FROM order_item"
                                  " JOIN meal_order ON meal_order.id = order_item.order_id WHERE meal_order.date = $1"
                                  " AND meal_order.meal = $2 AND meal_order.status = $3 GROUP BY order_item.dish_id"
                                  " ORDER BY total DESC, name, order_item.dish_id",
                                  "sii", date, (int64_t)meal, (int64_t)ORDER_ACCEPTED);
  while (db_rows_next(rows))
    json_array_append_new(list, json_pack("{s:s, s:s, s:I}", "dish_id", db_rows_text(rows, 0), "name",
                                          db_rows_text(rows, 1), "count", (json_int_t)db_rows_integer(rows, 2)));
  db_rows_end(rows);
  return list;
}

struct people {
  struct db *db;
  enum meal meal;
  json_t *list;
};

// Name, room and diet of the person, also of one who has left.
static void add_person(struct db *db, const char *resident_id, json_t *entry)
{
  struct db_rows *rows =
      db_query(db, "SELECT name, room, marks, allergens FROM resident WHERE id = $1", "s", resident_id);
  bool known = db_rows_next(rows);
  struct diet diet = {0};
  if (known)
    diet = (struct diet){.marks = (unsigned)db_rows_integer(rows, 2), .allergens = (unsigned)db_rows_integer(rows, 3)};
  json_object_set_new(entry, "name", json_string(db_rows_text(rows, 0)));
  json_object_set_new(entry, "room", json_string(db_rows_text(rows, 1)));
  json_object_set_new(entry, "diet", diet_write(diet));
  db_rows_end(rows);
}

static json_t *items(const struct order *order)
{
  json_t *list = json_array();
  for (int i = 0; i < order->item_count; i++)
    json_array_append_new(list, json_pack("{s:s, s:i}", "name", order->items[i].name, "count", order->items[i].count));
  return list;
}

static bool take_order(void *ctx, const struct order *order)
{
  struct people *people = ctx;
  if (order->meal != people->meal || order->status != ORDER_ACCEPTED)
    return true;
  json_t *entry = json_pack("{s:s, s:i}", "order_id", order->id, "number", order->number);
  add_person(people->db, order->resident_id, entry);
  json_object_set_new(entry, "delivery", json_string(delivery_code(order->delivery)));
  json_object_set_new(entry, "place", json_string(order->place));
  json_object_set_new(entry, "diet_confirmed", json_boolean(order->diet_confirmed));
  json_object_set_new(entry, "made_at", json_integer(order->made_at));
  json_object_set_new(entry, "items", items(order));
  json_array_append_new(people->list, entry);
  return true;
}

json_t *kitchen_list(struct db *db, const char *date, enum meal meal)
{
  struct people people = {.db = db, .meal = meal, .list = json_array()};
  db_begin(db);
  order_each(db, date, date, "", take_order, &people);
  json_t *list = json_pack("{s:o, s:o}", "totals", totals(db, date, meal), "people", people.list);
  db_rollback(db); // nothing was written
  return list;
}
