// SPDX-License-Identifier: GPL-3.0-or-later
// An order on paper: what the person wishes, by the ids that the server knows. Names and prices are the server's.
#include "protocol/slip_shape.h"

#include "base/text.h"

#define DAYS 65536 // since 1970, in two bytes

enum { CONFIRMED = 1 };

static void put_day(struct slip_writer *out, const char *date)
{
  anban_ms day = clock_at(date, 0, 0) / MS_DAY;
  out->broken = out->broken || day < 0 || day >= DAYS;
  slip_put_number(out, (uint64_t)day, 2);
}

static void take_day(struct slip_reader *in, char out[CLOCK_DATE_SIZE])
{
  text_copy(out, CLOCK_DATE_SIZE, clock_local((anban_ms)slip_take_number(in, 2) * MS_DAY, 0).date);
}

static void write_order(struct slip_writer *out, const struct message *message)
{
  const struct order *order = &message->body.is.order;
  slip_put_uuid(out, order->id);
  slip_put_uuid(out, order->resident_id);
  put_day(out, order->date);
  slip_put_number(out, (uint64_t)order->meal, 1);
  slip_put_number(out, (uint64_t)order->delivery, 1);
  slip_put_number(out, order->diet_confirmed ? CONFIRMED : 0, 1);
  slip_put_text(out, order->place);
  slip_put_number(out, (uint64_t)order->item_count, 1);
  for (int i = 0; i < order->item_count; i++) {
    slip_put_uuid(out, order->items[i].dish_id);
    slip_put_number(out, (uint64_t)order->items[i].count, 1);
  }
}

static void read_items(struct slip_reader *in, struct order *order)
{
  order->item_count = slip_take_below(in, MOST_ORDER_ITEMS + 1);
  in->broken = in->broken || order->item_count == 0;
  for (int i = 0; i < order->item_count; i++) {
    slip_take_uuid(in, order->items[i].dish_id);
    order->items[i].count = slip_take_below(in, MOST_ITEM_COUNT + 1);
    in->broken = in->broken || order->items[i].count == 0;
  }
}

static void read_order(struct slip_reader *in, struct message *message)
{
  struct order *order = &message->body.is.order;
  slip_take_uuid(in, order->id);
  slip_take_uuid(in, order->resident_id);
  take_day(in, order->date);
  order->meal = (enum meal)slip_take_below(in, MEALS);
  order->delivery = (enum delivery)slip_take_below(in, DELIVERIES);
  order->diet_confirmed = slip_take_below(in, CONFIRMED + 1) == CONFIRMED;
  slip_take_text(in, order->place, sizeof order->place);
  read_items(in, order);
  order->made_at = message->made_at;
}

static void write_id(struct slip_writer *out, const struct message *message)
{
  slip_put_uuid(out, message->body.is.order.id);
}

static void read_id(struct slip_reader *in, struct message *message)
{
  slip_take_uuid(in, message->body.is.order.id);
}

const struct slip_shape order_place_slip = {1, write_order, read_order};
const struct slip_shape order_change_slip = {2, write_order, read_order};
const struct slip_shape order_cancel_slip = {3, write_id, read_id};
