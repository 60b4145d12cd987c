// SPDX-License-Identifier: GPL-3.0-or-later
// What an example of a command comes to, by how near it is to what the person has taught.
#include "kiosk/listen/judge.h"

#include "../../cmocka_all.h"

#define NONE 2.0 // the score of a command without an example

static enum listen_event_kind judged(double own, double first, double second, bool has_own, int *other)
{
  struct match match = {.scores = {own, first, second}};
  return judge_compared(&match, 3, has_own, other);
}

static void a_first_example_is_kept_unless_it_is_another_command(void **state)
{
  int other;
  assert_int_equal(judged(NONE, NONE, NONE, false, &other), LISTEN_ENROLLED);
  assert_int_equal(judged(NONE, 0.8, 0.7, false, &other), LISTEN_ENROLLED);
  assert_int_equal(judged(NONE, 0.8, 0.4, false, &other), LISTEN_TOO_ALIKE);
  assert_int_equal(other, 2);
}

static void a_later_one_must_be_nearest_to_its_own(void **state)
{
  int other;
  assert_int_equal(judged(0.3, 0.8, 0.9, true, &other), LISTEN_ENROLLED);
  assert_int_equal(judged(0.5, 0.9, 0.55, true, &other), LISTEN_TOO_ALIKE);
  assert_int_equal(other, 2);
}

static void what_is_like_none_is_not_kept(void **state)
{
  int other;
  assert_int_equal(judged(0.9, 1.1, 1.2, true, &other), LISTEN_UNLIKE);
  assert_int_equal(judged(1.4, NONE, NONE, true, &other), LISTEN_UNLIKE);
  assert_int_equal(judged(1.4, 1.2, NONE, true, &other), LISTEN_TOO_ALIKE);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_first_example_is_kept_unless_it_is_another_command),
      cmocka_unit_test(a_later_one_must_be_nearest_to_its_own),
      cmocka_unit_test(what_is_like_none_is_not_kept),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
