// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/help_rules.h"

#include "base/text.h"
#include "server/model/announce.h"

#include <string.h>

#define RULE_COLUMNS "from_minute, to_minute, after_s, target, contact, name, address"
#define ON_CALL_COLUMNS "name, address, weekdays, from_minute, to_minute"

static void read_rule(struct db_rows *rows, struct escalation_rule *out)
{
  *out = (struct escalation_rule){
      .hours = {(int)db_rows_integer(rows, 0), (int)db_rows_integer(rows, 1)},
      .after_s = (int)db_rows_integer(rows, 2),
      .target = (enum escalation_target)db_rows_integer(rows, 3),
      .contact = (int)db_rows_integer(rows, 4),
  };
  COPY_TEXT(out->name, db_rows_text(rows, 5));
  COPY_TEXT(out->address, db_rows_text(rows, 6));
}

// Returns how many.
static int load_rules(struct db *db, const char *resident_id, struct escalation_rule out[MOST_RULES])
{
  int count = 0;
  struct db_rows *rows =
      db_query(db, "SELECT " RULE_COLUMNS " FROM help_rule WHERE resident_id = $1 ORDER BY place", "s", resident_id);
  for (; count < MOST_RULES && db_rows_next(rows); count++) {
    read_rule(rows, &out[count]);
    out[count].is_residents = resident_id[0];
  }
  db_rows_end(rows);
  return count;
}

static int load_site_rules(struct db *db, struct escalation_rule out[MOST_RULES])
{
  int count = load_rules(db, "", out);
  if (count > 0)
    return count;
  memcpy(out, escalation_presets, (size_t)escalation_preset_count * sizeof *out);
  return escalation_preset_count;
}

static int load_on_call(struct db *db, struct on_call out[MOST_ON_CALL])
{
  int count = 0;
  struct db_rows *rows = db_query(db, "SELECT " ON_CALL_COLUMNS " FROM help_on_call ORDER BY place", "");
  for (; count < MOST_ON_CALL && db_rows_next(rows); count++) {
    out[count] = (struct on_call){.weekdays = (int)db_rows_integer(rows, 2),
                                  .hours = {(int)db_rows_integer(rows, 3), (int)db_rows_integer(rows, 4)}};
    COPY_TEXT(out[count].name, db_rows_text(rows, 0));
    COPY_TEXT(out[count].address, db_rows_text(rows, 1));
  }
  db_rows_end(rows);
  return count;
}

void help_rules_load(struct db *db, const char *resident_id, struct escalation_rules *out)
{
  *out = (struct escalation_rules){0};
  if (resident_id[0])
    out->rule_count = load_rules(db, resident_id, out->rules);
  out->rule_count += load_site_rules(db, out->rules + out->rule_count);
  out->on_call_count = load_on_call(db, out->on_call);
}

json_t *help_rule_list_write(struct db *db, const char *resident_id)
{
  struct escalation_rule rules[MOST_RULES];
  json_t *list = json_array();
  int kept = load_rules(db, resident_id, rules);
  int count = kept == 0 && !resident_id[0] ? load_site_rules(db, rules) : kept;
  for (int i = 0; i < count; i++)
    json_array_append_new(list,
                          json_pack("{s:i, s:i, s:i, s:s, s:i, s:s, s:s}", "from_minute", rules[i].hours.from_minute,
                                    "to_minute", rules[i].hours.to_minute, "after_s", rules[i].after_s, "target",
                                    escalation_target_code(rules[i].target), "contact", rules[i].contact, "name",
                                    rules[i].name, "address", rules[i].address));
  return json_pack("{s:s, s:b, s:o}", "resident_id", resident_id, "preset", kept == 0, "rules", list);
}

json_t *on_call_list_write(struct db *db)
{
  struct on_call people[MOST_ON_CALL];
  json_t *list = json_array();
  int count = load_on_call(db, people);
  for (int i = 0; i < count; i++)
    json_array_append_new(list, json_pack("{s:s, s:s, s:i, s:i, s:i}", "name", people[i].name, "address",
                                          people[i].address, "weekdays", people[i].weekdays, "from_minute",
                                          people[i].hours.from_minute, "to_minute", people[i].hours.to_minute));
  return json_pack("{s:o}", "on_call", list);
}

enum outcome help_rules_put(struct db *db, const struct help_rule_list *list, const struct actor *who, anban_ms now)
{
  db_run(db, "DELETE FROM help_rule WHERE resident_id = $1", "s", list->resident_id);
  for (int i = 0; i < list->count; i++) {
    const struct escalation_rule *rule = &list->rules[i];
    db_run(db, "INSERT INTO help_rule(resident_id, place, " RULE_COLUMNS ") VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)",
           "siiiiiiss", list->resident_id, (int64_t)i, (int64_t)rule->hours.from_minute, (int64_t)rule->hours.to_minute,
           (int64_t)rule->after_s, (int64_t)rule->target, (int64_t)rule->contact, rule->name, rule->address);
  }
  announce_audit(db, who, "help_rules.put", list->resident_id, now);
  return OUTCOME_DONE;
}

enum outcome on_call_put(struct db *db, const struct on_call_list *list, const struct actor *who, anban_ms now)
{
  db_run(db, "DELETE FROM help_on_call WHERE place >= 0", "");
  for (int i = 0; i < list->count; i++) {
    const struct on_call *person = &list->people[i];
    db_run(db, "INSERT INTO help_on_call(place, " ON_CALL_COLUMNS ") VALUES($1, $2, $3, $4, $5, $6)", "issiii",
           (int64_t)i, person->name, person->address, (int64_t)person->weekdays, (int64_t)person->hours.from_minute,
           (int64_t)person->hours.to_minute);
  }
  announce_audit(db, who, "on_call.put", "", now);
  return OUTCOME_DONE;
}

void help_rules_forget_resident(struct db *db, const char *resident_id, anban_ms now)
{
  db_run(db, "DELETE FROM help_rule WHERE resident_id = $1", "s", resident_id);
  db_run(db, "DELETE FROM help_card WHERE resident_id = $1", "s", resident_id);
}
