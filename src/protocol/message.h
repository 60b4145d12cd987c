// SPDX-License-Identifier: GPL-3.0-or-later
// What an elder asks for, as it is written to the kiosk's disk, sent over HTTPS or printed on a slip: delivered any
// number of times, one effect.
#pragma once

#include "protocol/answer.h"

enum message_kind {
  MESSAGE_ORDER_PLACE,  // "order.place"   body: the order
  MESSAGE_ORDER_CHANGE, // "order.change"  body: the order with the same id, whole
  MESSAGE_ORDER_CANCEL, // "order.cancel"  body: {"order_id"}
  MESSAGE_HELP_RAISE,   // "help.raise"    body: {"help_id", "resident_id" or ""}
  MESSAGE_HELP_CANCEL,  // "help.cancel"   body: {"help_id"}
  MESSAGE_ANSWER_HOURS, // "answer_hours.set" body: {"resident_id", "from", "to"}: when a call may be answered by itself
  MESSAGE_BOOKING_ASK,  // "booking.ask"    body: the booking
  MESSAGE_BOOKING_CANCEL, // "booking.cancel" body: {"booking_id"}
  MESSAGE_BOOKING_RATE,   // "booking.rate"   body: {"booking_id", "face"}: how it was
  MESSAGE_KINDS
};
const char *message_kind_code(enum message_kind kind);
bool message_kind_is_known(const char *code); // false: that of a newer version
// A call for help: no limit holds it back, it waits behind nothing and goes out even when the disk takes nothing.
bool message_is_urgent(enum message_kind kind);

struct message {
  char id[UUID_SIZE]; // the key of "one effect"
  enum message_kind kind;
  anban_ms made_at;
  struct record body; // what it is about, as far as the message tells of it
};

// One without id and time, its body empty and of the right kind.
struct message message_blank(enum message_kind kind);
// {"id", "kind", "made_at", "body"}
bool message_read(const json_t *json, struct message *out, struct fault *fault);
json_t *message_write(const struct message *message);
