// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/help.h"

#include "../../cmocka_all.h"
#include "community.h"
#include "server/store/outbound.h"

#define HELP "019aa9c0-0000-7000-8000-0000000000f1"
#define HELP2 "019aa9c0-0000-7000-8000-0000000000f2"

static const struct actor nurse = {.kind = ACTOR_STAFF, .id = "019aa9c0-0000-7000-8000-0000000000cc", .name = "小李"};

static void raise_at(struct community *c, const char *id, anban_ms at)
{
  struct help help = {.raised_at = at};
  COPY_TEXT(help.id, id);
  COPY_TEXT(help.kiosk_id, kiosk.id);
  help_raise(c->db, &help, at);
  assert_false(db_failed(c->db));
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
  assert_int_equal(help_acknowledge(c.db, HELP, &cook, EIGHT, &help, &c.fault), OUTCOME_DONE);
  assert_string_equal(help.staff_name, "王师傅");
  assert_int_equal(help.state, HELP_ACKNOWLEDGED);
  assert_int_equal(help_acknowledge(c.db, HELP, &nurse, EIGHT, &help, &c.fault), OUTCOME_SETTLED);
  assert_non_null(strstr(c.fault.sentence, "王师傅"));
  assert_int_equal(help_acknowledge(c.db, HELP, &cook, EIGHT, &help, &c.fault), OUTCOME_DONE);
  assert_int_equal(open_calls(&c), 1);
  assert_int_equal(help_close(c.db, HELP, &nurse, EIGHT, &help, &c.fault), OUTCOME_DONE);
  assert_string_equal(help.staff_name, "王师傅");
  assert_int_equal(open_calls(&c), 0);
  assert_int_equal(help_close(c.db, HELP, &nurse, EIGHT, &help, &c.fault), OUTCOME_SETTLED);
  assert_int_equal(help_close(c.db, HELP2, &nurse, EIGHT, &help, &c.fault), OUTCOME_NOT_FOUND);
  community_close(&c);
}

static void raising_twice_is_one_call(void **state)
{
  static const char *const ways[] = {"program", "message"};
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
  raise_at(&c, HELP2, EIGHT + 1);
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
  raise_at(&c, HELP2, EIGHT + 1);
  raise_at(&c, HELP, EIGHT);
  help_close(c.db, HELP, &nurse, EIGHT, &help, &c.fault);
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

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_call_is_taken_by_one_and_closed),
      cmocka_unit_test(raising_twice_is_one_call),
      cmocka_unit_test(a_wrong_press_is_taken_back_by_its_own_kiosk),
      cmocka_unit_test(the_oldest_call_stands_first),
      cmocka_unit_test(a_kiosk_learns_of_its_own_calls_also_of_those_that_are_over),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
