// SPDX-License-Identifier: GPL-3.0-or-later
// When calls of a resident's family may be answered by themselves.
#pragma once

#include "base/secret.h"

struct record_shape;
struct message_shape;

struct auto_answer {
  char resident_id[UUID_SIZE];
  int from, to; // minutes of the day; both -1: never
};

// Its rows in record_kinds.c and message_kinds.c.
extern const struct record_shape auto_answer_record;
extern const struct message_shape auto_answer_message;
