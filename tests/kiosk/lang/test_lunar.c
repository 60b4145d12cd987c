// SPDX-License-Identifier: GPL-3.0-or-later
// A second opinion on the Chinese calendar: ICU's, which errs. The stretches in which it does stand in
// tests/samples/lunar-icu.tsv (first day, last day); a day of ours that it contradicts elsewhere is looked at by hand.
#include "base/clock.h"
#include "base/file.h"
#include "base/lunar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <unicode/ucal.h>

#include <cmocka.h>

static bool agrees(UCalendar *icu, const char *date, const struct lunar_date *ours)
{
  UErrorCode error = U_ZERO_ERROR;
  ucal_setMillis(icu, (UDate)clock_at(date, 12 * 60, 480), &error);
  int month = ucal_get(icu, UCAL_MONTH, &error) + 1, day = ucal_get(icu, UCAL_DATE, &error);
  bool leap = ucal_get(icu, UCAL_IS_LEAP_MONTH, &error) != 0;
  assert_true(U_SUCCESS(error));
  return month == ours->month && day == ours->day && leap == ours->leap;
}

// Of each month its first and its last day; before 1929 the almanacs went by another meridian.
static void compare(UCalendar *icu, struct buffer *stretches)
{
  char first[CLOCK_DATE_SIZE] = "", last[CLOCK_DATE_SIZE] = "", date[CLOCK_DATE_SIZE] = "1929-01-01";
  for (; strcmp(date, "2101-01-01") != 0; clock_add_days(last, 1, date)) {
    struct lunar_date ours;
    assert_true(lunar_of(date, &ours));
    bool is_end = ours.day == 1 || ours.day == ours.month_days;
    bool good = is_end && agrees(icu, date, &ours);
    if (good && first[0])
      buffer_printf(stretches, "%s\t%s\n", first, last);
    if (good)
      first[0] = '\0';
    else if (is_end && !first[0])
      memcpy(first, date, sizeof first);
    memcpy(last, date, sizeof last);
  }
}

static void icu_errs_where_it_is_known_to(void **state)
{
  UErrorCode error = U_ZERO_ERROR;
  struct buffer stretches = {0}, known = {0};
  struct fault fault;
  UCalendar *icu = ucal_open(u"Asia/Shanghai", -1, "zh@calendar=chinese", UCAL_TRADITIONAL, &error);
  assert_true(U_SUCCESS(error));
  compare(icu, &stretches);
  assert_true(file_read(ANBAN_SAMPLES "/lunar-icu.tsv", 1 << 16, &known, &fault));
  assert_string_equal(stretches.bytes, known.bytes);
  ucal_close(icu);
  buffer_free(&stretches);
  buffer_free(&known);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(icu_errs_where_it_is_known_to)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
