// SPDX-License-Identifier: GPL-3.0-or-later
// Who is told next when nobody has taken a call for help: rules, what is known and the time in, who is due out. Pure.
#pragma once

#include "base/clock.h"
#include "base/secret.h"
#include "protocol/limits.h"

#include <stdbool.h>

#define ADDRESS_SIZE 128 // a telephone number, or an address of mail
#define MOST_RULES 24    // of the site, and of each resident
#define MOST_ON_CALL 40
#define MOST_RUNGS (MOST_RULES + MOST_ON_CALL)
#define MOST_RULE_SECONDS 3600

// The numbers stand in the server's data.
enum escalation_target {
  TELL_ON_CALL = 0, // "on_call" everybody who is on call at that hour
  TELL_CONTACT = 1, // "contact" the resident's contact of that place
  TELL_PERSON = 2,  // "person"  the one of that name and address
  TELL_DECIDE = 3,  // "decide"  a person at the desk must decide about 120
  ESCALATION_TARGETS
};
const char *escalation_target_code(enum escalation_target target);

// Hours of the day: from one minute up to the other, perhaps over midnight; both the same: all day.
struct day_hours {
  int from_minute, to_minute;
};

struct escalation_rule {
  bool is_residents; // of the resident, whose rules stand in the place of the site's
  struct day_hours hours;
  int after_s; // rules with the same one go side by side
  enum escalation_target target;
  int contact; // which of the resident's contacts, from 0
  char name[NAME_SIZE];
  char address[ADDRESS_SIZE];
};

struct on_call {
  char name[NAME_SIZE];
  char address[ADDRESS_SIZE];
  int weekdays; // bit 0 is Sunday; hours over midnight belong to the day on which they begin
  struct day_hours hours;
};

struct escalation_rules {
  int rule_count, on_call_count;
  struct escalation_rule rules[2 * MOST_RULES];
  struct on_call on_call[MOST_ON_CALL];
};

struct escalation_contact {
  char name[NAME_SIZE];
  char address[ADDRESS_SIZE];
};

struct escalation_facts {
  struct local_time local; // there, now
  int contact_count;
  struct escalation_contact contacts[MOST_CONTACTS];
  anban_ms begun_at; // on the clock of `now`
  anban_ms done_to;  // what was due before that has been done
};

struct rung {
  anban_ms due_at;
  enum escalation_target target;
  char name[NAME_SIZE]; // empty: a person at the desk has to decide
  char address[ADDRESS_SIZE];
};

struct escalation {
  int due_count;
  struct rung due[MOST_RUNGS]; // by time
  bool has_next;
  struct rung next;
};

// The last one is always TELL_DECIDE, a minute after the others when no rule says so.
void escalation_look(const struct escalation_rules *rules, const struct escalation_facts *facts, anban_ms now,
                     struct escalation *out);

// What is done where nobody has written rules.
extern const struct escalation_rule escalation_presets[];
extern const int escalation_preset_count;
