// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/escalation.h"

#include "base/text.h"

#include <string.h>

#define DECIDE_AFTER_S 60 // the last of the others

const struct escalation_rule escalation_presets[] = {
    {.after_s = 30, .target = TELL_ON_CALL},
    {.after_s = 60, .target = TELL_CONTACT, .contact = 0},
    {.after_s = 90, .target = TELL_CONTACT, .contact = 1},
    {.after_s = 180, .target = TELL_DECIDE},
};
const int escalation_preset_count = sizeof escalation_presets / sizeof *escalation_presets;

const char *escalation_target_code(enum escalation_target target)
{
  static const char *const codes[ESCALATION_TARGETS] = {
      [TELL_ON_CALL] = "on_call", [TELL_CONTACT] = "contact", [TELL_PERSON] = "person", [TELL_DECIDE] = "decide"};
  return codes[target];
}

static bool is_within(const struct day_hours *hours, int minute)
{
  if (hours->from_minute == hours->to_minute)
    return true;
  if (hours->from_minute < hours->to_minute)
    return minute >= hours->from_minute && minute < hours->to_minute;
  return minute >= hours->from_minute || minute < hours->to_minute;
}

static bool is_on_call(const struct on_call *person, const struct local_time *local)
{
  const struct day_hours *hours = &person->hours;
  bool began_yesterday = hours->from_minute > hours->to_minute && local->minute < hours->to_minute;
  int weekday = began_yesterday ? (local->weekday + 6) % 7 : local->weekday;
  return (person->weekdays >> weekday & 1) && is_within(hours, local->minute);
}

struct ladder {
  int count;
  struct rung rungs[MOST_RUNGS + 1];
};

// By time; of the same time in the order in which they were written.
static void put(struct ladder *ladder, anban_ms due_at, enum escalation_target target, const char *name,
                const char *address)
{
  if (ladder->count == MOST_RUNGS)
    return;
  int at = ladder->count++;
  for (; at > 0 && ladder->rungs[at - 1].due_at > due_at; at--)
    ladder->rungs[at] = ladder->rungs[at - 1];
  ladder->rungs[at] = (struct rung){.due_at = due_at, .target = target};
  COPY_TEXT(ladder->rungs[at].name, name);
  COPY_TEXT(ladder->rungs[at].address, address);
}

static void put_on_call(struct ladder *ladder, const struct escalation_rules *rules,
                        const struct escalation_facts *facts, anban_ms due_at)
{
  for (int i = 0; i < rules->on_call_count; i++)
    if (is_on_call(&rules->on_call[i], &facts->local))
      put(ladder, due_at, TELL_ON_CALL, rules->on_call[i].name, rules->on_call[i].address);
}

// A rule that names nobody puts nobody.
static void put_rule(struct ladder *ladder, const struct escalation_rules *rules, const struct escalation_rule *rule,
                     const struct escalation_facts *facts)
{
  anban_ms due_at = facts->begun_at + rule->after_s * MS_SECOND;
  switch (rule->target) {
  case TELL_ON_CALL:
    put_on_call(ladder, rules, facts, due_at);
    break;
  case TELL_CONTACT:
    if (rule->contact < facts->contact_count)
      put(ladder, due_at, TELL_CONTACT, facts->contacts[rule->contact].name, facts->contacts[rule->contact].address);
    break;
  case TELL_PERSON:
    put(ladder, due_at, TELL_PERSON, rule->name, rule->address);
    break;
  case TELL_DECIDE:
    put(ladder, due_at, TELL_DECIDE, "", "");
    break;
  case ESCALATION_TARGETS:
    break;
  }
}

static bool applies(const struct escalation_rule *rule, bool residents, const struct escalation_facts *facts)
{
  return rule->is_residents == residents && is_within(&rule->hours, facts->local.minute);
}

static int put_all(struct ladder *ladder, const struct escalation_rules *rules, bool residents,
                   const struct escalation_facts *facts)
{
  int used = 0;
  for (int i = 0; i < rules->rule_count; i++) {
    if (!applies(&rules->rules[i], residents, facts))
      continue;
    put_rule(ladder, rules, &rules->rules[i], facts);
    used++;
  }
  return used;
}

static void end_with_decision(struct ladder *ladder, const struct escalation_facts *facts)
{
  anban_ms last = facts->begun_at;
  for (int i = 0; i < ladder->count; i++) {
    if (ladder->rungs[i].target == TELL_DECIDE)
      return;
    last = ladder->rungs[i].due_at;
  }
  if (ladder->count == MOST_RUNGS)
    ladder->count--;
  put(ladder, last + DECIDE_AFTER_S * MS_SECOND, TELL_DECIDE, "", "");
}

void escalation_look(const struct escalation_rules *rules, const struct escalation_facts *facts, anban_ms now,
                     struct escalation *out)
{
  struct ladder ladder = {0};
  *out = (struct escalation){0};
  if (put_all(&ladder, rules, true, facts) == 0)
    put_all(&ladder, rules, false, facts);
  end_with_decision(&ladder, facts);
  for (int i = 0; i < ladder.count && !out->has_next; i++) {
    const struct rung *rung = &ladder.rungs[i];
    if (rung->due_at < facts->done_to)
      continue;
    if (rung->due_at <= now)
      out->due[out->due_count++] = *rung;
    else {
      out->has_next = true;
      out->next = *rung;
    }
  }
}
