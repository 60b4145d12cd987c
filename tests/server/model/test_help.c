// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/help.h"

#include "../../cmocka_all.h"
#include "community.h"
#include "server/model/help_escalation.h"
#include "server/model/help_rules.h"
#include "server/model/help_steps.h"

#define HELP "019aa9c0-0000-7000-8000-0000000000f1"
#define HELP2 "019aa9c0-0000-7000-8000-0000000000f2"

static const struct actor nurse = {.kind = ACTOR_STAFF, .id = "019aa9c0-0000-7000-8000-0000000000cc", .name = "小李"};

static void raise_for(struct community *c, const char *id, const char *resident, anban_ms at)
{
  struct help help = {.raised_at = at};
  COPY_TEXT(help.id, id);
  COPY_TEXT(help.kiosk_id, kiosk.id);
  COPY_TEXT(help.resident_id, resident);
  struct help out;
  help_raise(c->db, &help, at, &out);
  assert_false(db_failed(c->db));
}

static void raise_at(struct community *c, const char *id, anban_ms at)
{
  raise_for(c, id, "", at);
}

static size_t open_calls(struct community *c)
{
  json_t *list = help_list_open(c->db);
  size_t count = json_array_size(list);
  json_decref(list);
  return count;
}

static void a_call_is_taken_by_one_and_closed(void **state)
{
  struct community c;
  struct help help;
  community_open(&c);
  raise_at(&c, HELP, EIGHT);
  assert_int_equal(help_acknowledge(c.db, HELP, &cook, "desk", EIGHT, &help, &c.fault), OUTCOME_DONE);
  assert_string_equal(help.staff_name, "王师傅");
  assert_int_equal(help.state, HELP_ACKNOWLEDGED);
  assert_int_equal(help_acknowledge(c.db, HELP, &nurse, "desk", EIGHT, &help, &c.fault), OUTCOME_SETTLED);
  assert_non_null(strstr(c.fault.sentence, "王师傅"));
  assert_int_equal(help_acknowledge(c.db, HELP, &cook, "desk", EIGHT, &help, &c.fault), OUTCOME_DONE);
  assert_int_equal(open_calls(&c), 1);
  assert_int_equal(help_close(c.db, HELP, HELP_END_HELPED, &nurse, EIGHT, &help, &c.fault), OUTCOME_DONE);
  assert_string_equal(help.staff_name, "王师傅");
  assert_int_equal(open_calls(&c), 0);
  assert_int_equal(help_close(c.db, HELP, HELP_END_HELPED, &nurse, EIGHT, &help, &c.fault), OUTCOME_SETTLED);
  assert_int_equal(help_close(c.db, HELP2, HELP_END_HELPED, &nurse, EIGHT, &help, &c.fault), OUTCOME_NOT_FOUND);
  community_close(&c);
}

static void raising_twice_is_one_call(void **state)
{
  static const struct outbound_way ways[] = {{"program", OUTBOUND_TAKES_ALL}, {"message", OUTBOUND_TAKES_ALL}};
  struct community c;
  community_open(&c);
  outbound_set_ways(c.db, ways, 2, EIGHT);
  int64_t events = events_newest(c.db, STREAM_DESK);
  raise_at(&c, HELP, EIGHT);
  raise_at(&c, HELP, EIGHT + 1);
  assert_int_equal(events_newest(c.db, STREAM_DESK), events + 1);
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM outbound WHERE subject = '" HELP "'"), 2);
  assert_int_equal(number_of(c.db, "SELECT COUNT(DISTINCT id) FROM outbound"), 2);
  assert_int_equal(open_calls(&c), 1);
  community_close(&c);
}

static void a_wrong_press_is_taken_back_by_its_own_kiosk(void **state)
{
  struct community c;
  struct help help;
  community_open(&c);
  raise_at(&c, HELP, EIGHT);
  help_cancel(c.db, HELP, "019aa9c0-0000-7000-8000-0000000000ab", EIGHT, &help);
  assert_int_equal(open_calls(&c), 1);
  help_cancel(c.db, HELP, kiosk.id, EIGHT, &help);
  assert_int_equal(open_calls(&c), 0);
  int64_t events = events_newest(c.db, STREAM_DESK);
  help_cancel(c.db, HELP, kiosk.id, EIGHT, &help);
  help_cancel(c.db, HELP2, kiosk.id, EIGHT, &help);
  assert_int_equal(events_newest(c.db, STREAM_DESK), events);
  community_close(&c);
}

static void the_oldest_call_stands_first(void **state)
{
  struct community c;
  community_open(&c);
  raise_for(&c, HELP2, YULAN, EIGHT + 1);
  raise_at(&c, HELP, EIGHT);
  json_t *list = help_list_open(c.db);
  struct help help;
  assert_true(help_read(json_array_get(list, 0), &help, &c.fault));
  assert_string_equal(help.id, HELP);
  assert_true(help.raised_at == EIGHT);
  json_decref(list);
  community_close(&c);
}

static void a_kiosk_learns_of_its_own_calls_also_of_those_that_are_over(void **state)
{
  struct community c;
  struct help help;
  community_open(&c);
  raise_for(&c, HELP2, YULAN, EIGHT + 1);
  raise_at(&c, HELP, EIGHT);
  help_close(c.db, HELP, HELP_END_HELPED, &nurse, EIGHT, &help, &c.fault);
  json_t *own = help_list_own(c.db, kiosk.id), *others = help_list_own(c.db, "019aa9c0-0000-7000-8000-0000000000ab");
  assert_int_equal(json_array_size(others), 0);
  assert_int_equal(json_array_size(own), 2);
  assert_true(help_read(json_array_get(own, 0), &help, &c.fault));
  assert_int_equal(help.state, HELP_CLOSED);
  assert_true(help_read(json_array_get(own, 1), &help, &c.fault));
  assert_string_equal(help.id, HELP2);
  json_decref(own);
  json_decref(others);
  community_close(&c);
}

static void expect_steps(const struct help *help, const char *expected)
{
  char codes[400] = "";
  for (int i = 0; i < help->step_count; i++) {
    size_t length = strlen(codes);
    text_format(codes + length, sizeof codes - length, "%s%s%s%s", i ? " " : "",
                help_step_kind_code(help->steps[i].kind), help->steps[i].who[0] ? ":" : "", help->steps[i].who);
  }
  assert_string_equal(codes, expected);
}

static void each_step_is_kept_with_its_time(void **state)
{
  struct community c;
  struct help help;
  community_open(&c);
  raise_at(&c, HELP, EIGHT);
  assert_int_equal(help_shown(c.db, HELP, &nurse, EIGHT + 1, &help, &c.fault), OUTCOME_DONE);
  assert_int_equal(help_shown(c.db, HELP, &nurse, EIGHT + 2, &help, &c.fault), OUTCOME_DONE); // her other page
  assert_int_equal(help.state, HELP_RAISED);                                                  // a page is no person
  assert_int_equal(help_come(c.db, HELP, HELP_STEP_COMING, &cook, EIGHT + 3, &help, &c.fault), OUTCOME_DONE);
  assert_int_equal(help.state, HELP_ACKNOWLEDGED);
  assert_int_equal(help_come(c.db, HELP, HELP_STEP_THERE, &cook, EIGHT + 4, &help, &c.fault), OUTCOME_DONE);
  assert_int_equal(help_close(c.db, HELP, HELP_END_AMBULANCE, &nurse, EIGHT + 5, &help, &c.fault), OUTCOME_DONE);
  assert_true(help_load(c.db, HELP, &help));
  expect_steps(&help, "pressed received received:小李 taken:王师傅 coming:王师傅 there:王师傅 closed:小李");
  assert_int_equal(help.ending, HELP_END_AMBULANCE);
  for (int i = 1; i < help.step_count; i++)
    assert_true(help.steps[i].at >= help.steps[i - 1].at);
  community_close(&c);
}

static void who_changes_a_step_breaks_the_seal(void **state)
{
  struct community c;
  bool intact;
  community_open(&c);
  raise_at(&c, HELP, EIGHT);
  json_decref(help_steps_list(c.db, HELP, &intact));
  assert_true(intact);
  assert_int_equal(db_run(c.db, "UPDATE help_step SET at = 1 WHERE number = 1", ""), 1);
  json_decref(help_steps_list(c.db, HELP, &intact));
  assert_false(intact);
  community_close(&c);
}

static void a_press_more_of_the_same_person_is_told_anew_as_the_same_call(void **state)
{
  struct community c;
  struct help help;
  community_open(&c);
  raise_for(&c, HELP, YULAN, EIGHT);
  help_acknowledge(c.db, HELP, &nurse, "desk", EIGHT, &help, &c.fault);
  raise_for(&c, HELP2, YULAN, EIGHT + MS_HOUR);
  raise_for(&c, HELP2, YULAN, EIGHT + MS_HOUR); // delivered twice
  assert_int_equal(open_calls(&c), 1);
  assert_true(help_get_open(c.db, HELP, &help));
  assert_int_equal(help.presses, 2);
  assert_int_equal(help.state, HELP_RAISED);
  assert_string_equal(help.staff_name, "");
  assert_true(help_is_called(&help, HELP2));
  assert_true(timer_is_set(c.db, HELP_TIMER, HELP));
  raise_for(&c, "019aa9c0-0000-7000-8000-0000000000f3", GUO, EIGHT + MS_HOUR); // somebody else at the same kiosk
  assert_int_equal(open_calls(&c), 2);
  assert_true(help_cancel(c.db, HELP2, kiosk.id, EIGHT, &help)); // the kiosk knows its own name for it
  assert_string_equal(help.id, HELP);
  assert_int_equal(open_calls(&c), 1);
  community_close(&c);
}

// Has the timer of the call carried out as the timekeeper does. false: there is none.
static bool go_on(struct community *c, anban_ms now)
{
  struct timer timer = {0};
  if (timers_due(c->db, now, 1, &timer) == 0)
    return false;
  assert_true(timer_take(c->db, &timer));
  assert_string_equal(timer.kind, HELP_TIMER);
  assert_true(help_escalation_run(c->db, &timer, now, &c->fault));
  timer_clear(&timer);
  return true;
}

static void rules(struct community *c, const struct escalation_rule *list, int count)
{
  struct help_rule_list whole = {.count = count};
  memcpy(whole.rules, list, (size_t)count * sizeof *list);
  help_rules_put(c->db, &whole, &cook, EIGHT);
}

static const struct escalation_rule neighbour_then_worker[] = {
    {.after_s = 30, .target = TELL_PERSON, .name = "邻居", .address = "0571-1"},
    {.after_s = 60, .target = TELL_PERSON, .name = "网格员", .address = "0571-2"},
    {.after_s = 90, .target = TELL_DECIDE},
};

static void one_after_the_other_is_told_until_a_person_must_decide(void **state)
{
  static const struct outbound_way ways[] = {{"sms", OUTBOUND_TAKES_PHONE}, {"mail", OUTBOUND_TAKES_MAIL}};
  struct community c;
  struct help help;
  community_open(&c);
  outbound_set_ways(c.db, ways, 2, EIGHT);
  rules(&c, neighbour_then_worker, 3);
  raise_at(&c, HELP, EIGHT);
  help_load(c.db, HELP, &help);
  assert_string_equal(help.next_who, "邻居");
  assert_true(help.next_at == EIGHT + 30 * MS_SECOND);
  assert_false(go_on(&c, EIGHT + 30 * MS_SECOND - 1));
  assert_true(go_on(&c, EIGHT + 30 * MS_SECOND));
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM outbound WHERE way = 'sms' AND recipient = '邻居'"), 1);
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM outbound"), 1);
  assert_true(go_on(&c, EIGHT + 60 * MS_SECOND));
  assert_true(go_on(&c, EIGHT + 90 * MS_SECOND));
  assert_false(go_on(&c, EIGHT + MS_DAY));
  help_load(c.db, HELP, &help);
  expect_steps(&help, "pressed received telling:邻居 telling:网格员 decide");
  assert_true(help.next_at == 0);
  assert_int_equal(help.state, HELP_RAISED); // and stands at the desk until somebody takes it
  community_close(&c);
}

static void who_takes_it_stops_the_rest(void **state)
{
  static const struct outbound_way ways[] = {{"sms", OUTBOUND_TAKES_PHONE}};
  struct community c;
  struct help help;
  static const struct actor neighbour = {.kind = ACTOR_PROGRAM, .name = "邻居"};
  community_open(&c);
  outbound_set_ways(c.db, ways, 1, EIGHT);
  rules(&c, neighbour_then_worker, 3);
  raise_at(&c, HELP, EIGHT);
  assert_true(go_on(&c, EIGHT + 30 * MS_SECOND));
  assert_int_equal(help_acknowledge(c.db, HELP, &neighbour, "sms", EIGHT, &help, &c.fault), OUTCOME_DONE);
  assert_false(go_on(&c, EIGHT + MS_DAY));
  assert_true(help.next_at == 0);
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM outbound WHERE state = 3"), 1);
  community_close(&c);
}

static void after_a_night_without_power_all_who_were_to_be_told_are(void **state)
{
  struct community c;
  struct help help;
  community_open(&c);
  rules(&c, neighbour_then_worker, 3);
  raise_at(&c, HELP, EIGHT);
  assert_true(go_on(&c, EIGHT + MS_DAY));
  help_load(c.db, HELP, &help);
  // No way is set, and nobody is said to have been told.
  expect_steps(&help, "pressed received telling:邻居 failed:邻居 telling:网格员 failed:网格员 decide");
  assert_false(go_on(&c, EIGHT + 2 * MS_DAY));
  community_close(&c);
}

static void what_came_of_a_message_is_a_step(void **state)
{
  static const struct outbound_way ways[] = {{"sms", OUTBOUND_TAKES_PHONE}};
  struct community c;
  struct help help;
  struct outbound work;
  community_open(&c);
  outbound_set_ways(c.db, ways, 1, EIGHT);
  rules(&c, neighbour_then_worker, 3);
  raise_at(&c, HELP, EIGHT);
  assert_true(go_on(&c, EIGHT + 30 * MS_SECOND));
  assert_int_equal(outbound_due(c.db, "sms", EIGHT + MS_MINUTE, 1, &work), 1);
  assert_string_equal(work.address, "0571-1");
  assert_non_null(strstr(work.body, "呼救"));
  help_escalation_settled(c.db, &work, OUTBOUND_WAITING, EIGHT);
  work.tries = 1;
  help_escalation_settled(c.db, &work, OUTBOUND_WAITING, EIGHT); // the same once more
  help_escalation_settled(c.db, &work, OUTBOUND_DONE, EIGHT);
  help_load(c.db, HELP, &help);
  expect_steps(&help, "pressed received telling:邻居 failed:邻居 sent:邻居");
  assert_string_equal(help.steps[4].way, "sms");
  outbound_clear(&work);
  community_close(&c);
}

static void a_drill_says_so_wherever_it_goes(void **state)
{
  static const struct outbound_way ways[] = {{"program", OUTBOUND_TAKES_ALL}};
  struct community c;
  struct help help;
  community_open(&c);
  outbound_set_ways(c.db, ways, 1, EIGHT);
  db_run(c.db,
         "INSERT INTO kiosk(id, serial, public_key, name, place, state, code, code_at, tries, version, enrolled_at,"
         " last_heard) VALUES($1, 'a', '', '大厅', '', 1, '', 0, 0, '', 0, 0)",
         "s", kiosk.id);
  assert_int_equal(help_drill(c.db, kiosk.id, &nurse, EIGHT, &help, &c.fault), OUTCOME_DONE);
  assert_true(help.drill);
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM help WHERE drill = 1"), 1);
  struct outbound work;
  assert_int_equal(outbound_due(c.db, "program", EIGHT, 1, &work), 1);
  assert_non_null(strstr(work.body, "演练"));
  assert_non_null(strstr(work.body, "\"drill\":true"));
  outbound_clear(&work);
  raise_at(&c, HELP, EIGHT + 1); // a real one beside it is no part of it
  assert_int_equal(open_calls(&c), 2);
  assert_int_equal(help_drill(c.db, HELP, &nurse, EIGHT, &help, &c.fault), OUTCOME_NOT_FOUND);
  community_close(&c);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_call_is_taken_by_one_and_closed),
      cmocka_unit_test(raising_twice_is_one_call),
      cmocka_unit_test(a_wrong_press_is_taken_back_by_its_own_kiosk),
      cmocka_unit_test(the_oldest_call_stands_first),
      cmocka_unit_test(each_step_is_kept_with_its_time),
      cmocka_unit_test(who_changes_a_step_breaks_the_seal),
      cmocka_unit_test(a_press_more_of_the_same_person_is_told_anew_as_the_same_call),
      cmocka_unit_test(one_after_the_other_is_told_until_a_person_must_decide),
      cmocka_unit_test(who_takes_it_stops_the_rest),
      cmocka_unit_test(after_a_night_without_power_all_who_were_to_be_told_are),
      cmocka_unit_test(what_came_of_a_message_is_a_step),
      cmocka_unit_test(a_drill_says_so_wherever_it_goes),
      cmocka_unit_test(a_kiosk_learns_of_its_own_calls_also_of_those_that_are_over),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
