// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/locale.h"

#include "../cmocka_all.h"

static void each_is_found_by_its_name(void **state)
{
  for (int i = 0; i < LOCALES; i++) {
    assert_int_equal(locale_index(locale_code(i)), i);
    assert_true(strlen(locale_code(i)) < LOCALE_SIZE);
    assert_true(strlen(locale_own_name(i)) > 0);
  }
  assert_int_equal(locale_index("zh_CN"), 0);
  assert_int_equal(locale_index("zh_CN@atlantis"), -1);
  assert_int_equal(locale_index(""), -1);
}

static void a_dialect_is_written_as_its_language(void **state)
{
  char written[LOCALE_SIZE];
  locale_written("zh_CN@sichuan", written);
  assert_string_equal(written, "zh_CN");
  locale_written("en", written);
  assert_string_equal(written, "en");
  assert_true(locale_is_written("zh_CN@sichuan", "zh_CN"));
  assert_true(locale_is_written("zh_HK", "zh_HK"));
  assert_false(locale_is_written("zh_CN@sichuan", "zh_HK"));
  assert_false(locale_is_written("zh_CN", "zh"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_is_found_by_its_name),
      cmocka_unit_test(a_dialect_is_written_as_its_language),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
