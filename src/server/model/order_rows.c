// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/order_rows.h"

#include "server/model/orders.h"

#define COLUMNS                                                                                                        \
  "id, resident_id, date, meal, delivery, place, diet_confirmed, made_at, status, number, total_fen, reason,"          \
  " decided_by"

static void read_items(struct db *db, struct order *order)
{
  struct db_rows *rows = db_query(
      db, "SELECT dish_id, name, count, price_fen FROM order_item WHERE order_id = $1 ORDER BY place", "s", order->id);
  while (order->item_count < MOST_ORDER_ITEMS && db_rows_next(rows)) {
    struct order_item *item = &order->items[order->item_count++];
    COPY_TEXT(item->dish_id, db_rows_text(rows, 0));
    COPY_TEXT(item->name, db_rows_text(rows, 1));
    item->count = (int)db_rows_integer(rows, 2);
    item->price_fen = (int)db_rows_integer(rows, 3);
  }
  db_rows_end(rows);
}

static void read_order(struct db *db, struct db_rows *rows, struct order *out)
{
  *out = (struct order){.meal = (enum meal)db_rows_integer(rows, 3),
                        .delivery = (enum delivery)db_rows_integer(rows, 4),
                        .diet_confirmed = db_rows_integer(rows, 6) != 0,
                        .made_at = db_rows_integer(rows, 7),
                        .status = (enum order_status)db_rows_integer(rows, 8),
                        .number = (int)db_rows_integer(rows, 9),
                        .total_fen = (int)db_rows_integer(rows, 10)};
  COPY_TEXT(out->id, db_rows_text(rows, 0));
  COPY_TEXT(out->resident_id, db_rows_text(rows, 1));
  COPY_TEXT(out->date, db_rows_text(rows, 2));
  COPY_TEXT(out->place, db_rows_text(rows, 5));
  COPY_TEXT(out->reason, db_rows_text(rows, 11));
  COPY_TEXT(out->decided_by, db_rows_text(rows, 12));
  read_items(db, out);
}

bool order_load(struct db *db, const char *id, struct order *out)
{
  struct db_rows *rows = db_query(db, "SELECT " COLUMNS " FROM meal_order WHERE id = $1", "s", id);
  bool found = db_rows_next(rows);
  if (found)
    read_order(db, rows, out);
  db_rows_end(rows);
  return found;
}

static void each_of(struct db *db, struct db_rows *rows, bool (*take)(void *ctx, const struct order *order), void *ctx)
{
  struct order order;
  bool wanted = true;
  while (wanted && db_rows_next(rows)) {
    read_order(db, rows, &order);
    wanted = take(ctx, &order);
  }
  db_rows_end(rows);
}

void order_each(struct db *db, const char *from, const char *to, const char *resident_id,
                bool (*take)(void *ctx, const struct order *order), void *ctx)
{
  each_of(db,
          db_query(db,
                   "SELECT " COLUMNS " FROM meal_order WHERE date >= $1 AND date <= $2"
                   " AND ($3 = '' OR resident_id = $3) ORDER BY date, meal, number",
                   "sss", from, to, resident_id),
          take, ctx);
}

void order_each_last(struct db *db, enum meal meal, const char *from, const char *before,
                     bool (*take)(void *ctx, const struct order *order), void *ctx)
{
  each_of(db,
          db_query(db,
                   "SELECT " COLUMNS " FROM (SELECT " COLUMNS ", ROW_NUMBER() OVER (PARTITION BY resident_id"
                   " ORDER BY date DESC, made_at DESC) AS nth FROM meal_order WHERE meal = $1 AND status = $2"
                   " AND date >= $3 AND date < $4) AS had WHERE nth = 1 ORDER BY resident_id",
                   "iiss", (int64_t)meal, (int64_t)ORDER_ACCEPTED, from, before),
          take, ctx);
}

static void save_items(struct db *db, const struct order *order)
{
  db_run(db, "DELETE FROM order_item WHERE order_id = $1", "s", order->id);
  for (int i = 0; i < order->item_count; i++) {
    const struct order_item *item = &order->items[i];
    db_run(db,
           "INSERT INTO order_item(order_id, place, dish_id, name, count, price_fen) VALUES($1, $2, $3, $4, $5, $6)",
           "sissii", order->id, (int64_t)i, item->dish_id, item->name, (int64_t)item->count, (int64_t)item->price_fen);
  }
}

void order_save(struct db *db, const struct order *order, anban_ms now)
{
  db_run(db,
         "INSERT INTO meal_order(" COLUMNS ", taken_at) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,"
         " $14)"
         " ON CONFLICT(id) DO UPDATE SET date = excluded.date, meal = excluded.meal, delivery = excluded.delivery,"
         " place = excluded.place, diet_confirmed = excluded.diet_confirmed, made_at = excluded.made_at,"
         " status = excluded.status, number = excluded.number, total_fen = excluded.total_fen,"
         " reason = excluded.reason, decided_by = excluded.decided_by, taken_at = excluded.taken_at",
         "sssiisiiiiissi", order->id, order->resident_id, order->date, (int64_t)order->meal, (int64_t)order->delivery,
         order->place, (int64_t)order->diet_confirmed, order->made_at, (int64_t)order->status, (int64_t)order->number,
         (int64_t)order->total_fen, order->reason, order->decided_by, now);
  save_items(db, order);
}

int order_next_number(struct db *db, const char *date)
{
  struct db_rows *rows = db_query(db,
                                  "INSERT INTO day_number(date, newest) VALUES($1, 1) ON CONFLICT(date) DO UPDATE SET"
                                  " newest = day_number.newest + 1 RETURNING newest",
                                  "s", date);
  int number = db_rows_next(rows) ? (int)db_rows_integer(rows, 0) : 0;
  db_rows_end(rows);
  return number;
}
