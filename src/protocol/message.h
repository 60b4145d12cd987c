// SPDX-License-Identifier: GPL-3.0-or-later
// What an elder asks for, as it is written to the kiosk's disk, sent over HTTPS or printed on a slip: delivered any
// number of times, one effect. And the server's answer.
#pragma once

#include "protocol/order.h"

enum message_kind {
  MESSAGE_ORDER_PLACE,  // "order.place"   body: the order
  MESSAGE_ORDER_CHANGE, // "order.change"  body: the order with the same id, whole
  MESSAGE_ORDER_CANCEL, // "order.cancel"  body: {"order_id"}
  MESSAGE_HELP_RAISE,   // "help.raise"    body: {"help_id", "resident_id" or ""}
  MESSAGE_HELP_CANCEL,  // "help.cancel"   body: {"help_id"}
  MESSAGE_ANSWER_HOURS, // "answer_hours.set" body: {"resident_id", "from", "to"}: when a call may be answered by itself
  MESSAGE_KINDS
};
const char *message_kind_code(enum message_kind kind);
enum message_kind message_kind_of(const char *code); // MESSAGE_KINDS when none: that of a newer version

struct message {
  char id[UUID_SIZE]; // the key of "one effect"
  enum message_kind kind;
  anban_ms made_at;
  union {
    struct order order;       // place, change
    char order_id[UUID_SIZE]; // cancel
    struct {
      char id[UUID_SIZE];
      char resident_id[UUID_SIZE]; // empty: nobody had signed in
    } help;
    struct {
      char resident_id[UUID_SIZE];
      int from, to; // minutes of the day; both -1: never
    } hours;
  } body;
};

// {"id", "kind", "made_at", "body"}
bool message_read(const json_t *json, struct message *out, struct fault *fault);
json_t *message_write(const struct message *message);

// Why a wish could not be granted; each has a sentence in the catalogue.
enum refusal {
  REFUSAL_NONE,
  REFUSAL_CUTOFF,           // "cutoff"            the meal can't be ordered or changed any more
  REFUSAL_NOT_ON_MENU,      // "not_on_menu"       a dish is not offered at that meal
  REFUSAL_UNKNOWN_RESIDENT, // "unknown_resident"
  REFUSAL_UNKNOWN_ORDER,    // "unknown_order"
  REFUSAL_DIET,             // "diet"              conflicts with the person's diet and was not confirmed
  REFUSAL_WITHDRAWN,        // "withdrawn"         the person changed their mind
  REFUSAL_BY_STAFF,         // "by_staff"
  REFUSALS
};
const char *refusal_code(enum refusal refusal); // "" for REFUSAL_NONE
enum refusal refusal_of(const char *code);      // REFUSALS when none

// {"id", "accepted", "reason", "order"?}: the answer to a message; the same for every repeat of it. A reason of a newer
// server is read as REFUSAL_NONE: what has been answered is not asked again for want of a word.
struct answer {
  char id[UUID_SIZE]; // the message's
  bool accepted;
  enum refusal reason;
  bool has_order;
  struct order order; // as it stands now
};
bool answer_read(const json_t *json, struct answer *out, struct fault *fault);
json_t *answer_write(const struct answer *answer);
