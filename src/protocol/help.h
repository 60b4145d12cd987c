// SPDX-License-Identifier: GPL-3.0-or-later
// A call for help, from the red key to a person who has come.
#pragma once

#include "base/clock.h"
#include "base/secret.h"
#include "protocol/json.h"
#include "protocol/limits.h"

struct record_shape;
struct message_shape;

enum help_state { HELP_RAISED = 0, HELP_ACKNOWLEDGED = 1, HELP_CANCELLED = 2, HELP_CLOSED = 3, HELP_STATES };
const char *help_state_code(enum help_state state); // "raised" "acknowledged" "cancelled" "closed"

struct help {
  char id[UUID_SIZE];
  char kiosk_id[UUID_SIZE];
  char resident_id[UUID_SIZE]; // empty: nobody had signed in
  enum help_state state;
  char staff_name[NAME_SIZE]; // who has taken it; empty: nobody yet
  anban_ms raised_at;
};
bool help_read_at(const struct json_at *at, struct help *out, struct fault *fault);
bool help_read(const json_t *json, struct help *out, struct fault *fault);
json_t *help_write(const struct help *help);

// Its rows in record_kinds.c and message_kinds.c.
extern const struct record_shape help_record;
extern const struct message_shape help_raise_message, help_cancel_message;
