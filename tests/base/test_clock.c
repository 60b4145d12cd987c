// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include "../cmocka_all.h"

static void a_day_begins_at_midnight_of_the_place(void **state)
{
  anban_ms wall = clock_at("2026-11-22", 0, 480);
  assert_int_equal(wall, 1795276800000);
  struct local_time local = clock_local(wall - 1, 480);
  assert_string_equal(local.date, "2026-11-21");
  assert_int_equal(local.minute, 1439);
  assert_int_equal(local.weekday, 6);
}

static void what_is_no_date_is_refused(void **state)
{
  static const char *const wrong[] = {"2026-02-30", "2026-2-3", "2026-02-03x", "", "yesterday"};
  for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
    assert_int_equal(clock_at(wrong[i], 0, 480), -1);
}

static void days_are_added_over_the_year(void **state)
{
  char date[CLOCK_DATE_SIZE];
  clock_add_days("2026-12-31", 1, date);
  assert_string_equal(date, "2027-01-01");
  clock_add_days("2028-03-01", -1, date);
  assert_string_equal(date, "2028-02-29");
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_day_begins_at_midnight_of_the_place),
      cmocka_unit_test(what_is_no_date_is_refused),
      cmocka_unit_test(days_are_added_over_the_year),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
