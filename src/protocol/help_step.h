// SPDX-License-Identifier: GPL-3.0-or-later
// One step of a call for help. Steps are only added, so that who looks later sees what was known when.
#pragma once

#include "base/clock.h"
#include "base/secret.h"
#include "protocol/json.h"
#include "protocol/limits.h"

#define WAY_SIZE 16

// The numbers stand in the server's data.
enum help_step_kind {
  HELP_STEP_PRESSED = 0,    // "pressed"   press: its id
  HELP_STEP_TELLING = 1,    // "telling"   WHO is about to be told, by WAY or by each that reaches them
  HELP_STEP_SENT = 2,       // "sent"      WAY has taken the message to WHO
  HELP_STEP_FAILED = 3,     // "failed"    WAY could not reach WHO
  HELP_STEP_RECEIVED = 4,   // "received"  a machine has it: WAY "server", or WAY "desk" with the page of WHO
  HELP_STEP_TAKEN = 5,      // "taken"     a person, WHO, by WAY
  HELP_STEP_COMING = 6,     // "coming"    WHO is on the way
  HELP_STEP_THERE = 7,      // "there"     WHO is there
  HELP_STEP_DECIDE = 8,     // "decide"    nobody has taken it: a person at the desk must decide about 120
  HELP_STEP_CLOSED = 9,     // "closed"    by WHO
  HELP_STEP_CANCELLED = 10, // "cancelled" at the kiosk
  HELP_STEP_KINDS
};
const char *help_step_kind_code(enum help_step_kind kind);
enum help_step_kind help_step_kind_of(const char *code); // HELP_STEP_KINDS when none

struct help_step {
  enum help_step_kind kind;
  anban_ms at;
  char way[WAY_SIZE];
  char who[NAME_SIZE];
  char press[UUID_SIZE];
};
json_t *help_step_write(const struct help_step *step);
// Reads a list, as far as its kinds are known here, and of too many the newest. NULL is an empty one.
bool help_steps_read(const struct json_at *at, struct help_step out[], int *count, struct fault *fault);
// Adds one behind the others; when there are MOST_HELP_STEPS, in the place of the oldest.
void help_steps_add(struct help_step steps[], int *count, const struct help_step *step);
