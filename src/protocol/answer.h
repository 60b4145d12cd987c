// SPDX-License-Identifier: GPL-3.0-or-later
// What the server answers to a message.
#pragma once

#include "protocol/record.h"

// Why a wish could not be granted; each has a sentence in the catalogue.
enum refusal {
  REFUSAL_NONE,
  REFUSAL_CUTOFF,           // "cutoff"            the meal can't be ordered or changed any more; until
  REFUSAL_NOT_ON_MENU,      // "not_on_menu"       a dish is not offered at that meal; subject
  REFUSAL_UNKNOWN_RESIDENT, // "unknown_resident"
  REFUSAL_UNKNOWN_ORDER,    // "unknown_order"
  REFUSAL_DIET,             // "diet"              conflicts with the person's diet and was not confirmed; subject
  REFUSAL_WITHDRAWN,        // "withdrawn"         the person changed their mind
  REFUSAL_BY_STAFF,         // "by_staff"          decided_by
  REFUSAL_NOT_OFFERED,      // "not_offered"       the service is not, or not at such a time; next
  REFUSAL_TIME_TAKEN,       // "time_taken"        somebody was quicker; next
  REFUSAL_UNKNOWN_BOOKING,  // "unknown_booking"
  REFUSAL_NO_HELPER,        // "no_helper"         staff: nobody is free; decided_by
  REFUSAL_CLOSED,           // "closed"            staff: not on that day; decided_by
  REFUSAL_ILL,              // "ill"               staff: who would have come is ill; decided_by
  REFUSAL_NOBODY_THERE,     // "nobody_there"      the helper found nobody
  REFUSALS
};
const char *refusal_code(enum refusal refusal); // "" for REFUSAL_NONE
enum refusal refusal_of(const char *code);      // REFUSALS when none

// What a sentence about a refusal can say more than why. Each may be missing.
struct facts {
  anban_ms until;             // up to when it could have been done; 0: missing
  char subject[NAME_SIZE];    // the thing in the way: a dish
  char decided_by[NAME_SIZE]; // who of the staff
  int next_count;
  anban_ms next[MOST_NEXT_TIMES]; // when it can be done instead, earliest first
};
json_t *facts_write(const struct facts *facts); // NULL: all are missing

// {"id", "accepted", "reason", "facts"?, CODE?}: the answer to a message; the same for every repeat of it. The record
// stands under its code. A reason of a newer server is read as REFUSAL_NONE, and facts that are not known are passed
// over: what has been answered is not asked again for want of a word. A record that is known and can't be read makes
// the answer one that can't be read.
struct answer {
  char id[UUID_SIZE]; // the message's
  bool accepted;
  enum refusal reason;
  struct facts facts;
  struct record record; // as it stands now; RECORD_NONE: there is none
};
bool answer_read(const json_t *json, struct answer *out, struct fault *fault);
json_t *answer_write(const struct answer *answer);
