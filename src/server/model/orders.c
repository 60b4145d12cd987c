// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/orders.h"

#include "base/memory.h"
#include "server/model/announce.h"
#include "server/model/dishes.h"
#include "server/model/menus.h"
#include "server/model/order_rows.h"
#include "server/model/residents.h"
#include "server/model/site.h"

#include <stdlib.h>
#include <string.h>

// Whether the meal can still be ordered, changed or cancelled by a wish made at `made_at`.
static bool is_in_time(const struct site *site, const struct order *order, anban_ms made_at, anban_ms now,
                       struct facts *facts)
{
  anban_ms cutoff = meal_cutoff(site, order->date, order->meal);
  bool in_time = now < cutoff || (made_at < cutoff && now < cutoff + ORDER_GRACE_MS);
  if (!in_time)
    facts->until = cutoff;
  return in_time;
}

static bool is_too_far(const struct site *site, const char *date, anban_ms now)
{
  char last[CLOCK_DATE_SIZE];
  clock_add_days(clock_local(now, site->utc_offset_min).date, MOST_MENU_DAYS - 1, last);
  return strcmp(date, last) > 0;
}

// Fills names and prices from the dishes as they are now. The fact about a refusal is the dish.
static enum refusal fill_items(struct db *db, const struct resident *resident, struct order *order, struct facts *facts)
{
  struct menu menu;
  menu_load(db, order->date, order->meal, &menu);
  order->total_fen = 0;
  for (int i = 0; i < order->item_count; i++) {
    struct order_item *item = &order->items[i];
    struct dish dish = {0};
    bool is_known = dish_load(db, item->dish_id, &dish);
    COPY_TEXT(facts->subject, dish.name);
    if (!is_known || !menu_has(&menu, item->dish_id))
      return REFUSAL_NOT_ON_MENU;
    struct diet conflict = diet_conflict(resident->diet, dish.diet);
    if ((conflict.marks || conflict.allergens) && !order->diet_confirmed)
      return REFUSAL_DIET;
    COPY_TEXT(item->name, dish.name);
    item->price_fen = dish_price_for(&dish, resident);
    order->total_fen += item->price_fen * item->count;
  }
  facts->subject[0] = '\0';
  return REFUSAL_NONE;
}

// The wish as an order the kitchen would take, without its number; or why not.
static enum refusal decide(struct db *db, const struct order *wish, anban_ms now, struct order *order,
                           struct facts *facts)
{
  struct site site;
  struct resident resident;
  site_load(db, &site);
  *order = *wish;
  order->status = ORDER_ACCEPTED;
  order->reason[0] = order->decided_by[0] = '\0';
  if (!resident_load(db, wish->resident_id, &resident))
    return REFUSAL_UNKNOWN_RESIDENT;
  if (!is_in_time(&site, wish, wish->made_at, now, facts))
    return REFUSAL_CUTOFF;
  if (is_too_far(&site, wish->date, now))
    return REFUSAL_NOT_ON_MENU;
  if (order->delivery != DELIVERY_DELIVER)
    order->place[0] = '\0';
  else if (!order->place[0])
    COPY_TEXT(order->place, resident.room);
  return fill_items(db, &resident, order, facts);
}

static void settle(struct db *db, const struct order *order, anban_ms now)
{
  order_save(db, order, now);
  announce_record(db, &(struct record){.kind = RECORD_ORDER, .is.order = *order}, now);
}

// Why the order does not stand any more; REFUSAL_NONE: it does.
static enum refusal refusal_told(const struct order *order, struct facts *facts)
{
  COPY_TEXT(facts->decided_by, order->decided_by);
  return refusal_of(order->reason);
}

enum refusal order_place(struct db *db, const struct order *wish, anban_ms now, struct order *out, struct facts *facts)
{
  // The same order in another message: it stands as it is.
  if (order_load(db, wish->id, out))
    return refusal_told(out, facts);
  struct order order;
  *out = (struct order){0};
  enum refusal refusal = decide(db, wish, now, &order, facts);
  if (refusal != REFUSAL_NONE)
    return refusal;
  order.number = order_next_number(db, order.date);
  settle(db, &order, now);
  *out = order;
  return REFUSAL_NONE;
}

// The order that is to be changed or cancelled, when that may still be done.
static enum refusal load_open(struct db *db, const char *id, anban_ms made_at, anban_ms now, struct order *out,
                              struct facts *facts)
{
  if (!order_load(db, id, out)) {
    *out = (struct order){0};
    return REFUSAL_UNKNOWN_ORDER;
  }
  if (out->status != ORDER_ACCEPTED)
    return refusal_told(out, facts);
  struct site site;
  site_load(db, &site);
  return is_in_time(&site, out, made_at, now, facts) ? REFUSAL_NONE : REFUSAL_CUTOFF;
}

enum refusal order_change(struct db *db, const struct order *wish, anban_ms now, struct order *out, struct facts *facts)
{
  enum refusal refusal = load_open(db, wish->id, wish->made_at, now, out, facts);
  if (refusal != REFUSAL_NONE)
    return refusal;
  if (strcmp(out->resident_id, wish->resident_id) != 0) {
    *out = (struct order){0};
    return REFUSAL_UNKNOWN_ORDER;
  }
  struct order order;
  refusal = decide(db, wish, now, &order, facts);
  if (refusal != REFUSAL_NONE)
    return refusal;
  order.number = strcmp(order.date, out->date) == 0 ? out->number : order_next_number(db, order.date);
  settle(db, &order, now);
  *out = order;
  return REFUSAL_NONE;
}

enum refusal order_cancel(struct db *db, const char *order_id, anban_ms made_at, anban_ms now, struct order *out,
                          struct facts *facts)
{
  enum refusal refusal = load_open(db, order_id, made_at, now, out, facts);
  if (refusal == REFUSAL_WITHDRAWN) // it is what was wished
    return REFUSAL_NONE;
  if (refusal != REFUSAL_NONE)
    return refusal;
  out->status = ORDER_CANCELLED;
  COPY_TEXT(out->reason, refusal_code(REFUSAL_WITHDRAWN));
  settle(db, out, now);
  return REFUSAL_NONE;
}

static void decline(struct db *db, struct order *order, const char *decided_by, anban_ms now)
{
  order->status = ORDER_DECLINED;
  COPY_TEXT(order->reason, refusal_code(REFUSAL_BY_STAFF));
  COPY_TEXT(order->decided_by, decided_by);
  settle(db, order, now);
}

enum outcome order_decline(struct db *db, const char *order_id, const struct actor *who, anban_ms now,
                           struct order *out, struct fault *fault)
{
  if (!order_load(db, order_id, out)) {
    fault_set(fault, "there is no order %s", order_id);
    return OUTCOME_NOT_FOUND;
  }
  if (out->status == ORDER_DECLINED)
    return OUTCOME_DONE;
  if (out->status != ORDER_ACCEPTED) {
    fault_set(fault, "the order %s is %s already", order_id, order_status_code(out->status));
    return OUTCOME_SETTLED;
  }
  decline(db, out, who->name, now);
  announce_audit(db, who, "order.decline", order_id, now);
  return OUTCOME_DONE;
}

struct gathering {
  struct order *orders;
  int most, count;
};

static bool gather_open(void *ctx, const struct order *order)
{
  struct gathering *gathering = ctx;
  if (order->status == ORDER_ACCEPTED)
    gathering->orders[gathering->count++] = *order;
  return gathering->count < gathering->most;
}

#define NO_END "9999-12-31"

struct order *orders_for_kiosks(struct db *db, const char *today, int most, int *count)
{
  struct gathering all = {.orders = memory_new((size_t)most * sizeof *all.orders), .most = most};
  char fortnight_ago[CLOCK_DATE_SIZE];
  clock_add_days(today, -14, fortnight_ago);
  order_each(db, today, NO_END, "", gather_open, &all);
  if (all.count < most)
    order_each_last(db, MEAL_LUNCH, fortnight_ago, today, gather_open, &all);
  *count = all.count;
  return all.orders;
}

void orders_decline_all(struct db *db, const char *resident_id, anban_ms now)
{
  struct site site;
  site_load(db, &site);
  struct local_time today = clock_local(now, site.utc_offset_min);
  struct gathering own = {.orders = memory_new(MOST_ORDERS * sizeof *own.orders), .most = MOST_ORDERS};
  order_each(db, today.date, NO_END, resident_id, gather_open, &own);
  for (int i = 0; i < own.count; i++)
    if (meal_served(&site, own.orders[i].date, own.orders[i].meal) > now)
      decline(db, &own.orders[i], "", now);
  free(own.orders);
}

static bool append_order(void *ctx, const struct order *order)
{
  json_array_append_new(ctx, order_write(order));
  return true;
}

json_t *orders_list(struct db *db, const char *from, const char *to)
{
  json_t *list = json_array();
  order_each(db, from, to, "", append_order, list);
  return list;
}
