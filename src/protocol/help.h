// SPDX-License-Identifier: GPL-3.0-or-later
// A call for help, from the red key to a person who has come.
#pragma once

#include "protocol/help_step.h"

struct record_shape;
struct message_shape;

enum help_state { HELP_RAISED = 0, HELP_ACKNOWLEDGED = 1, HELP_CANCELLED = 2, HELP_CLOSED = 3, HELP_STATES };
const char *help_state_code(enum help_state state); // "raised" "acknowledged" "cancelled" "closed"

// How it ended, as who closes it says.
enum help_ending {
  HELP_END_UNSAID = 0,    // ""  it is open, was taken back, or a version before this one closed it
  HELP_END_HELPED = 1,    // "helped"
  HELP_END_MISTAKE = 2,   // "mistake"   pressed by mistake
  HELP_END_AMBULANCE = 3, // "ambulance" 120 has come
  HELP_END_FAMILY = 4,    // "family"    the family looks after it
  HELP_END_NOBODY = 5,    // "nobody"    nobody was there any more
  HELP_END_OTHER = 6,     // "other"
  HELP_ENDINGS
};
const char *help_ending_code(enum help_ending ending);
enum help_ending help_ending_of(const char *code); // HELP_ENDINGS when none

struct help {
  char id[UUID_SIZE];
  char kiosk_id[UUID_SIZE];
  char resident_id[UUID_SIZE]; // empty: nobody had signed in
  enum help_state state;
  char staff_name[NAME_SIZE]; // who has taken it; empty: nobody yet
  anban_ms raised_at;
  // What follows may be missing in what a version before this one says.
  int presses;             // of the same person at the same kiosk, while it was open
  enum help_ending ending; // of a closed one
  bool drill;
  anban_ms next_at;         // when the next one is told if nobody takes it; 0: nobody is left to be told
  char next_who[NAME_SIZE]; // who that is; empty: a person at the desk has to decide
  int step_count;
  struct help_step steps[MOST_HELP_STEPS]; // oldest first; of more the newest
};
bool help_read_at(const struct json_at *at, struct help *out, struct fault *fault);
bool help_read(const json_t *json, struct help *out, struct fault *fault);
json_t *help_write(const struct help *help);
// Whether this id is the call's own or that of a press that was joined to it.
bool help_is_called(const struct help *help, const char *id);
// The newest step of that kind; NULL: it has not come to that.
const struct help_step *help_newest(const struct help *help, enum help_step_kind kind);

// Its rows in record_kinds.c and message_kinds.c.
extern const struct record_shape help_record;
extern const struct message_shape help_raise_message, help_cancel_message;
