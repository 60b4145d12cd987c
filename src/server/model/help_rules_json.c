// SPDX-License-Identifier: GPL-3.0-or-later
// Rules and the rota as the desk page sends them.
#include "server/model/help_rules.h"

#define DAY_MINUTES 1440

static const char *target_at(int target)
{
  return escalation_target_code((enum escalation_target)target);
}

static bool read_hours(const struct json_at *at, struct day_hours *out, struct fault *fault)
{
  struct json_at from = json_member(at, "from_minute"), to = json_member(at, "to_minute");
  return json_get_int(&from, 0, DAY_MINUTES - 1, &out->from_minute, fault) &&
         json_get_int(&to, 0, DAY_MINUTES - 1, &out->to_minute, fault);
}

static bool read_person(const struct json_at *at, char name[NAME_SIZE], char address[ADDRESS_SIZE], bool needed,
                        struct fault *fault)
{
  struct json_at name_at = json_member(at, "name"), address_at = json_member(at, "address");
  if (!needed)
    return json_get_text(&name_at, name, NAME_SIZE, fault) && json_get_text(&address_at, address, ADDRESS_SIZE, fault);
  return json_get_name(&name_at, name, NAME_SIZE, fault) && json_get_name(&address_at, address, ADDRESS_SIZE, fault);
}

static bool read_rule(const struct json_at *at, struct escalation_rule *out, struct fault *fault)
{
  struct json_at after = json_member(at, "after_s"), target = json_member(at, "target");
  struct json_at contact = json_member(at, "contact");
  int index = 0;
  *out = (struct escalation_rule){0};
  if (!json_get_object(at, fault) || !read_hours(at, &out->hours, fault) ||
      !json_get_int(&after, 0, MOST_RULE_SECONDS, &out->after_s, fault) ||
      !json_get_code(&target, target_at, ESCALATION_TARGETS, &index, fault) ||
      !json_get_int(&contact, 0, MOST_CONTACTS - 1, &out->contact, fault))
    return false;
  out->target = (enum escalation_target)index;
  return read_person(at, out->name, out->address, out->target == TELL_PERSON, fault);
}

bool help_rule_list_read(const json_t *json, struct help_rule_list *out, struct fault *fault)
{
  *out = (struct help_rule_list){0};
  struct json_at at = json_root("help_rules", json);
  struct json_at resident = json_member(&at, "resident_id"), rules = json_member(&at, "rules");
  bool ok = json_get_object(&at, fault) && json_get_uuid_or_empty(&resident, out->resident_id, fault) &&
            json_get_array(&rules, MOST_RULES, fault);
  for (size_t i = 0; ok && i < json_array_size(rules.value); i++) {
    struct json_at item = json_item(&rules, i);
    ok = read_rule(&item, &out->rules[out->count++], fault);
  }
  return ok;
}

static bool read_on_call(const struct json_at *at, struct on_call *out, struct fault *fault)
{
  struct json_at weekdays = json_member(at, "weekdays");
  return json_get_object(at, fault) && read_person(at, out->name, out->address, true, fault) &&
         json_get_int(&weekdays, 1, 127, &out->weekdays, fault) && read_hours(at, &out->hours, fault);
}

bool on_call_list_read(const json_t *json, struct on_call_list *out, struct fault *fault)
{
  *out = (struct on_call_list){0};
  struct json_at at = json_root("on_call", json);
  struct json_at people = json_member(&at, "on_call");
  bool ok = json_get_object(&at, fault) && json_get_array(&people, MOST_ON_CALL, fault);
  for (size_t i = 0; ok && i < json_array_size(people.value); i++) {
    struct json_at item = json_item(&people, i);
    ok = read_on_call(&item, &out->people[out->count++], fault);
  }
  return ok;
}
