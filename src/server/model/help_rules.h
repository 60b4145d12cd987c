// SPDX-License-Identifier: GPL-3.0-or-later
// The rules by which calls for help go on, who is on call, and what is to be said to 120 of a resident, as they are
// kept at the desk. Thread: the db's.
#pragma once

#include "protocol/json.h"
#include "server/model/escalation.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

// The resident's and the site's; without any of the site, the presets. `resident_id` empty: the site's only.
void help_rules_load(struct db *db, const char *resident_id, struct escalation_rules *out);

// A whole list of the site (resident_id empty) or of a resident, in the order in which it is shown.
struct help_rule_list {
  char resident_id[UUID_SIZE];
  int count;
  struct escalation_rule rules[MOST_RULES];
};
struct on_call_list {
  int count;
  struct on_call people[MOST_ON_CALL];
};
bool help_rule_list_read(const json_t *json, struct help_rule_list *out, struct fault *fault);
bool on_call_list_read(const json_t *json, struct on_call_list *out, struct fault *fault);
// {"resident_id", "rules", "preset"}: preset tells that nobody has written any, and these are what is done.
json_t *help_rule_list_write(struct db *db, const char *resident_id);
json_t *on_call_list_write(struct db *db);
enum outcome help_rules_put(struct db *db, const struct help_rule_list *list, const struct actor *who, anban_ms now);
enum outcome on_call_put(struct db *db, const struct on_call_list *list, const struct actor *who, anban_ms now);

struct help_card {
  char resident_id[UUID_SIZE];
  int born_year; // 0: not known
  char address[TEXT_SIZE];
  char illness[TEXT_SIZE];
  char medicine[TEXT_SIZE];
  char door_code[ROOM_SIZE];
  char other[TEXT_SIZE];
};
bool help_card_read(const json_t *json, struct help_card *out, struct fault *fault);
json_t *help_card_write(struct db *db, const char *resident_id); // an empty one when there is none
enum outcome help_card_put(struct db *db, const struct help_card *card, const struct actor *who, anban_ms now,
                           struct fault *fault);

// Their own part of departure_of_resident.
void help_rules_forget_resident(struct db *db, const char *resident_id, anban_ms now);
