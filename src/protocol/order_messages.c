// SPDX-License-Identifier: GPL-3.0-or-later
// How an order, and the messages about one, are written down.
#include "protocol/message_shape.h"

static bool read_record(const struct json_at *at, struct record *out, struct fault *fault)
{
  return order_read_at(at, &out->is.order, fault);
}

static json_t *write_record(const struct record *record)
{
  return order_write(&record->is.order);
}

static const char *id_of(const struct record *record)
{
  return record->is.order.id;
}

static const char *resident_of(const struct record *record)
{
  return record->is.order.resident_id;
}

const struct record_shape order_record = {.code = "order",
                                          .read = read_record,
                                          .write = write_record,
                                          .id = id_of,
                                          .resident_id = resident_of,
                                          .in_snapshot = true};

static bool read_id(const struct json_at *at, struct record *out, struct fault *fault)
{
  struct json_at id = json_member(at, "order_id");
  return json_get_object(at, fault) && json_get_uuid(&id, out->is.order.id, fault);
}

static json_t *write_id(const struct record *record)
{
  return json_pack("{s:s}", "order_id", record->is.order.id);
}

const struct message_shape order_place_message = {.code = "order.place", .record = RECORD_ORDER};
const struct message_shape order_change_message = {.code = "order.change", .record = RECORD_ORDER};
const struct message_shape order_cancel_message = {
    .code = "order.cancel", .record = RECORD_ORDER, .read = read_id, .write = write_id};
