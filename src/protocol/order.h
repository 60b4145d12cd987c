// SPDX-License-Identifier: GPL-3.0-or-later
// A meal's order, from the elder's wish to the kitchen's list.
#pragma once

#include "protocol/catalogue.h"

// requested: on its way to the server; accepted: the kitchen has it; the other two carry a reason.
enum order_status { ORDER_REQUESTED = 0, ORDER_ACCEPTED = 1, ORDER_CANCELLED = 2, ORDER_DECLINED = 3, ORDER_STATUSES };
const char *order_status_code(enum order_status status); // "requested" "accepted" "cancelled" "declined"

struct order_item {
  char dish_id[UUID_SIZE];
  char name[NAME_SIZE]; // as it was when ordered; filled by the server
  int count;
  int price_fen; // of one, after subsidy; filled by the server
};

struct order {
  char id[UUID_SIZE]; // made where the wish was first written down
  char resident_id[UUID_SIZE];
  char date[CLOCK_DATE_SIZE];
  enum meal meal;
  enum delivery delivery;
  char place[ROOM_SIZE]; // where it is brought; empty unless delivered
  int item_count;
  struct order_item items[MOST_ORDER_ITEMS];
  bool diet_confirmed; // the person was warned of a conflict with their diet and said yes
  anban_ms made_at;    // wall time of the wish
  // From here on filled by the server.
  enum order_status status;
  int number; // of the day, as called out at the counter; 0: none yet
  int total_fen;
  char reason[KIND_SIZE]; // of a cancelled or declined one: a code of enum refusal, see message.h; else empty
};

bool order_read_at(const struct json_at *at, struct order *out, struct fault *fault);
bool order_read(const json_t *json, struct order *out, struct fault *fault);
json_t *order_write(const struct order *order);
// What the items cost this person by the snapshot's prices; dishes that are not known count nothing.
int order_total_fen(const struct order *order, const struct snapshot *snapshot);
