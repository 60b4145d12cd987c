// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/range.h"

#include "../../cmocka_all.h"

static void expect(const char *header, size_t size, enum range_kind kind, size_t first, size_t last)
{
  size_t a = 0, b = 0;
  assert_int_equal(range_read(header, size, &a, &b), kind);
  if (kind != RANGE_PART)
    return;
  assert_int_equal(a, first);
  assert_int_equal(b, last);
}

static void a_part_is_found(void **state)
{
  expect("bytes=0-1", 100, RANGE_PART, 0, 1);
  expect("bytes=10-", 100, RANGE_PART, 10, 99);
  expect("bytes=-10", 100, RANGE_PART, 90, 99);
  expect("bytes=-1000", 100, RANGE_PART, 0, 99);
  expect("bytes=90-1000", 100, RANGE_PART, 90, 99);
  expect("bytes=99-99", 100, RANGE_PART, 99, 99);
}

static void what_is_outside_is_told(void **state)
{
  expect("bytes=100-", 100, RANGE_OUTSIDE, 0, 0);
  expect("bytes=-0", 100, RANGE_OUTSIDE, 0, 0);
  expect("bytes=0-", 0, RANGE_OUTSIDE, 0, 0);
}

static void other_forms_are_passed_over(void **state)
{
  static const char *const others[] = {NULL,
                                       "",
                                       "bytes=",
                                       "bytes=-",
                                       "bytes=5-2",
                                       "bytes=a-b",
                                       "bytes=1-2,5-6",
                                       "lines=1-2",
                                       "bytes=1- 2",
                                       "bytes= 1-2",
                                       "bytes=99999999999999999999999-"};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    expect(others[i], 100, RANGE_ALL, 0, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_part_is_found),
      cmocka_unit_test(what_is_outside_is_told),
      cmocka_unit_test(other_forms_are_passed_over),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
