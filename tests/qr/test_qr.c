// SPDX-License-Identifier: GPL-3.0-or-later
// That a reader reads it is tested with the page that shows it; here its form.
#include "qr/qr.h"

#include "../cmocka_all.h"

#include <stdlib.h>
#include <string.h>

static void a_code_has_its_margin_and_no_script(void **state)
{
  struct buffer svg = {0};
  assert_true(qr_svg("https://anban.example/family#token", &svg));
  assert_non_null(strstr(svg.bytes, "viewBox=\"0 0 37 37\"")); // version 3 has 29 modules, and 4 on each side
  assert_non_null(strstr(svg.bytes, "M4 4h7v1h-7z"));          // the first row of the upper left finder
  assert_null(strstr(svg.bytes, "script"));
  assert_null(strstr(svg.bytes, "style"));
  buffer_free(&svg);
}

static void what_is_too_long_is_refused(void **state)
{
  char text[4001];
  struct buffer svg = {0};
  memset(text, 'a', sizeof text);
  text[4000] = '\0';
  assert_false(qr_svg(text, &svg));
  assert_int_equal(svg.size, 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_code_has_its_margin_and_no_script),
      cmocka_unit_test(what_is_too_long_is_refused),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
