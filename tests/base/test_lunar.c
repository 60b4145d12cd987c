// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/lunar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static struct lunar_date at(const char *date)
{
  struct lunar_date lunar;
  if (!lunar_of(date, &lunar))
    fail_msg("%s is not in the table", date);
  return lunar;
}

static void assert_day(const char *date, int year, int month, int day, bool leap)
{
  struct lunar_date lunar = at(date);
  if (lunar.year != year || lunar.month != month || lunar.day != day || lunar.leap != leap)
    fail_msg("%s is %d-%d-%d %d", date, lunar.year, lunar.month, lunar.day, lunar.leap);
}

// As the almanacs print them; those of 2027 to 2030 are days that ICU moves by a day.
static void days_are_as_the_almanacs_print_them(void **state)
{
  assert_day("1900-01-31", 1900, 1, 1, false);
  assert_day("1949-10-01", 1949, 8, 10, false);
  assert_day("2025-07-25", 2025, 6, 1, true);
  assert_day("2026-11-22", 2026, 10, 14, false);
  assert_day("2027-02-05", 2026, 12, 29, false);
  assert_day("2027-02-06", 2027, 1, 1, false);
  assert_day("2028-01-26", 2028, 1, 1, false);
  assert_day("2030-02-03", 2030, 1, 1, false);
  assert_day("2033-12-22", 2033, 11, 1, true); // the leap month that older tables put after the seventh
  assert_day("2057-09-29", 2057, 9, 1, false);
  assert_day("2097-08-07", 2097, 7, 1, false);
  assert_day("2101-01-28", 2100, 12, 29, false);
}

// Each day follows the one before it, without a hole and without an impossible month, from the first to the last.
static void every_day_follows_the_one_before(void **state)
{
  char date[CLOCK_DATE_SIZE] = "1900-01-31", next[CLOCK_DATE_SIZE];
  struct lunar_date before = at(date);
  int years = 0, leaps = 0;
  for (; strcmp(date, "2101-01-28") != 0; memcpy(date, next, sizeof date)) {
    clock_add_days(date, 1, next);
    struct lunar_date now = at(next);
    bool new_month = before.day == before.month_days;
    assert_int_equal(now.day, new_month ? 1 : before.day + 1);
    assert_int_equal(now.year, before.year + before.is_last_day);
    if (new_month && !before.is_last_day)
      assert_int_equal(now.month, before.month + !now.leap);
    if (before.is_last_day)
      assert_true(now.month == 1 && now.day == 1 && !now.leap);
    years += before.is_last_day;
    leaps += now.leap && now.day == 1;
    before = now;
  }
  assert_int_equal(years, 200);
  assert_int_equal(leaps, 74);
}

static void what_is_no_day_of_the_table_is_none(void **state)
{
  struct lunar_date lunar;
  static const char *const none[] = {"1900-01-30", "2101-01-29", "2026-02-30", "", "tomorrow", "9999-12-31"};
  for (size_t i = 0; i < sizeof none / sizeof *none; i++)
    assert_false(lunar_of(none[i], &lunar));
}

static void feasts_fall_on_their_days(void **state)
{
  static const struct {
    const char *date;
    enum lunar_feast feast;
  } days[] = {{"2027-02-05", LUNAR_FEAST_EVE},         {"2027-02-06", LUNAR_FEAST_SPRING},
              {"2027-02-20", LUNAR_FEAST_LANTERN},     {"2026-06-19", LUNAR_FEAST_DRAGON},
              {"2026-08-19", LUNAR_FEAST_SEVENTH},     {"2026-09-25", LUNAR_FEAST_MID_AUTUMN},
              {"2026-10-18", LUNAR_FEAST_DOUBLE_NINE}, {"2026-01-26", LUNAR_FEAST_LABA},
              {"2026-11-22", LUNAR_FEAST_NONE},        {"2020-05-27", LUNAR_FEAST_NONE}}; // a fifth of a leap month
  for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
    struct lunar_date lunar = at(days[i].date);
    assert_int_equal(lunar_feast(&lunar), days[i].feast);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(days_are_as_the_almanacs_print_them),
      cmocka_unit_test(every_day_follows_the_one_before),
      cmocka_unit_test(what_is_no_day_of_the_table_is_none),
      cmocka_unit_test(feasts_fall_on_their_days),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
