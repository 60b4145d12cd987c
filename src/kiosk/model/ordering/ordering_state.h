// SPDX-License-Identifier: GPL-3.0-or-later
// An order in the making.
#pragma once

#include "protocol/message.h"

// A half-made order, kept for its person until the meal's cut-off.
struct draft {
  struct order order; // id empty: a new one; else it changes that one
  bool chosen_how;    // order.delivery is the person's choice
};

struct ordering {
  char day_in_hand[CLOCK_DATE_SIZE];
  struct draft draft;
  char order_in_hand[UUID_SIZE];
  struct draft *kept; // owned: half-made orders of people who left
  int kept_count;
};
