// SPDX-License-Identifier: GPL-3.0-or-later
// Who is told next, with rules and a clock of the test's own.
#include "server/model/escalation.h"

#include "../../cmocka_all.h"

#include "base/text.h"

#include <string.h>

#define NIGHT 120      // 02:00
#define NOON (12 * 60) // 12:00
#define RAISED ((anban_ms)1000000)

// "name@seconds" of those that are due, and of the next one behind a bar; who decides has no name.
static const char *look_at(const struct escalation_rules *rules, struct escalation_facts facts, int from_s, int now_s)
{
  static char said[400];
  struct escalation found;
  facts.begun_at = RAISED;
  facts.done_to = RAISED + from_s * MS_SECOND;
  escalation_look(rules, &facts, RAISED + now_s * MS_SECOND, &found);
  said[0] = '\0';
  for (int i = 0; i <= found.due_count; i++) {
    const struct rung *rung = i < found.due_count ? &found.due[i] : &found.next;
    size_t length = strlen(said);
    if (i == found.due_count && !found.has_next)
      break;
    text_format(said + length, sizeof said - length, "%s%s@%d ", i == found.due_count ? "| " : "", rung->name,
                (int)((rung->due_at - RAISED) / MS_SECOND));
  }
  return said;
}

#define PERSON(after, who)                                                                                             \
  {                                                                                                                    \
    .after_s = (after), .target = TELL_PERSON, .name = who, .address = "1"                                             \
  }

static void one_after_the_other(void **state)
{
  const struct escalation_rules rules = {
      .rule_count = 3, .rules = {PERSON(60, "b"), PERSON(30, "a"), {.after_s = 90, .target = TELL_DECIDE}}};
  struct escalation_facts facts = {.local = {.minute = NOON}};
  assert_string_equal(look_at(&rules, facts, 0, 0), "| a@30 ");
  assert_string_equal(look_at(&rules, facts, 30, 30), "a@30 | b@60 ");
  assert_string_equal(look_at(&rules, facts, 60, 89), "b@60 | @90 ");
  assert_string_equal(look_at(&rules, facts, 90, 90), "@90 ");
  assert_string_equal(look_at(&rules, facts, 91, 5000), "");
  assert_string_equal(look_at(&rules, facts, 30, 5000), "a@30 b@60 @90 "); // after a power cut
}

static void side_by_side_where_the_rule_says_so(void **state)
{
  const struct escalation_rules rules = {.rule_count = 2, .rules = {PERSON(30, "a"), PERSON(30, "b")}};
  struct escalation_facts facts = {.local = {.minute = NOON}};
  assert_string_equal(look_at(&rules, facts, 30, 30), "a@30 b@30 | @90 ");
}

static void a_resident_has_rules_of_their_own_at_their_hours(void **state)
{
  struct escalation_rules rules = {.rule_count = 2, .rules = {PERSON(10, "night nurse"), PERSON(30, "site")}};
  rules.rules[0].is_residents = true;
  rules.rules[0].hours = (struct day_hours){22 * 60, 6 * 60};
  struct escalation_facts facts = {.local = {.minute = NIGHT}};
  assert_string_equal(look_at(&rules, facts, 0, 10), "night nurse@10 | @70 ");
  facts.local.minute = NOON;
  assert_string_equal(look_at(&rules, facts, 0, 10), "| site@30 ");
}

static void who_is_on_call_goes_by_day_and_hour(void **state)
{
  const struct escalation_rules rules = {
      .rule_count = 1,
      .rules = {{.after_s = 30, .target = TELL_ON_CALL}},
      .on_call_count = 3,
      .on_call = {{"weekday", "1", .weekdays = 62, .hours = {8 * 60, 20 * 60}},
                  {"saturday night", "2", .weekdays = 64, .hours = {20 * 60, 8 * 60}},
                  {"always", "3", .weekdays = 127}}};
  struct escalation_facts facts = {.local = {.minute = NOON, .weekday = 1}};
  assert_string_equal(look_at(&rules, facts, 0, 30), "weekday@30 always@30 | @90 ");
  facts.local = (struct local_time){.minute = NIGHT, .weekday = 0}; // the night that began on Saturday
  assert_string_equal(look_at(&rules, facts, 0, 30), "saturday night@30 always@30 | @90 ");
  facts.local = (struct local_time){.minute = NIGHT, .weekday = 6};
  assert_string_equal(look_at(&rules, facts, 0, 30), "always@30 | @90 ");
}

static void contacts_are_told_as_far_as_there_are_any(void **state)
{
  struct escalation_rules rules = {.rule_count = escalation_preset_count};
  memcpy(rules.rules, escalation_presets, (size_t)escalation_preset_count * sizeof *escalation_presets);
  struct escalation_facts facts = {.local = {.minute = NOON}, .contact_count = 1, .contacts = {{"daughter", "1"}}};
  assert_string_equal(look_at(&rules, facts, 0, 999), "daughter@60 @180 ");
}

static void a_person_decides_at_last_even_when_no_rule_says_so(void **state)
{
  static struct escalation_rules full = {.rule_count = 2 * MOST_RULES, .on_call_count = MOST_ON_CALL};
  struct escalation_facts facts = {.local = {.minute = NOON}};
  struct escalation found;
  const struct escalation_rules none = {0};
  assert_string_equal(look_at(&none, facts, 0, 0), "| @60 ");
  for (int i = 0; i < full.rule_count; i++)
    full.rules[i] = (struct escalation_rule){.after_s = i, .target = TELL_ON_CALL};
  for (int i = 0; i < MOST_ON_CALL; i++)
    full.on_call[i] = (struct on_call){"one", "1", .weekdays = 127};
  escalation_look(&full, &facts, MS_DAY, &found);
  assert_int_equal(found.due_count, MOST_RUNGS);
  assert_int_equal(found.due[MOST_RUNGS - 1].target, TELL_DECIDE);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(one_after_the_other),
      cmocka_unit_test(side_by_side_where_the_rule_says_so),
      cmocka_unit_test(a_resident_has_rules_of_their_own_at_their_hours),
      cmocka_unit_test(who_is_on_call_goes_by_day_and_hour),
      cmocka_unit_test(contacts_are_told_as_far_as_there_are_any),
      cmocka_unit_test(a_person_decides_at_last_even_when_no_rule_says_so),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
