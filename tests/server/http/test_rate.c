// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/rate.h"

#include "../../cmocka_all.h"
#include "base/text.h"

static void a_burst_then_one_in_each_interval(void **state)
{
  struct rate *rate = rate_new(100000, 3);
  anban_ms wait;
  for (int i = 0; i < 3; i++)
    assert_true(rate_take(rate, "kiosk", 1000, &wait));
  assert_false(rate_take(rate, "kiosk", 1000, &wait));
  assert_int_equal(wait, 100);
  assert_false(rate_take(rate, "kiosk", 1099, &wait));
  assert_true(rate_take(rate, "kiosk", 1100, &wait));
  assert_false(rate_take(rate, "kiosk", 1100, &wait));
  rate_free(rate);
}

static void one_is_not_held_back_by_another(void **state)
{
  struct rate *rate = rate_new(1000000, 1);
  anban_ms wait;
  assert_true(rate_take(rate, "one", 1000, &wait));
  assert_true(rate_take(rate, "two", 1000, &wait));
  assert_false(rate_take(rate, "one", 1000, &wait));
  rate_free(rate);
}

static void many_who_ask_do_not_make_it_forget_one_who_asks_much(void **state)
{
  struct rate *rate = rate_new(1000000, 5);
  anban_ms wait;
  for (int i = 0; i < 5; i++)
    rate_take(rate, "greedy", 1000, &wait);
  for (int i = 0; i < 30000; i++) {
    char who[24];
    FORMAT_TEXT(who, "address %d", i);
    rate_take(rate, who, 1000, &wait);
  }
  assert_false(rate_take(rate, "greedy", 1000, &wait));
  rate_free(rate);
}

static void after_a_rest_the_whole_burst_is_there_again(void **state)
{
  struct rate *rate = rate_new(100000, 2);
  anban_ms wait;
  rate_take(rate, "kiosk", 1000, &wait);
  rate_take(rate, "kiosk", 1000, &wait);
  assert_true(rate_take(rate, "kiosk", 9000, &wait));
  assert_true(rate_take(rate, "kiosk", 9000, &wait));
  assert_false(rate_take(rate, "kiosk", 9000, &wait));
  rate_free(rate);
}

static void who_comes_under_many_names_gets_no_more_for_it(void **state)
{
  struct rate *rate = rate_new(1000000, 1);
  anban_ms wait;
  int granted = 0;
  for (int i = 0; i < 100000; i++) {
    char who[24];
    FORMAT_TEXT(who, "name %d", i);
    granted += rate_take(rate, who, 1000, &wait);
  }
  assert_in_range(granted, 4000, 8192); // as many as it remembers
  rate_free(rate);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_burst_then_one_in_each_interval),
      cmocka_unit_test(one_is_not_held_back_by_another),
      cmocka_unit_test(many_who_ask_do_not_make_it_forget_one_who_asks_much),
      cmocka_unit_test(who_comes_under_many_names_gets_no_more_for_it),
      cmocka_unit_test(after_a_rest_the_whole_burst_is_there_again),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
