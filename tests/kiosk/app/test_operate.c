// SPDX-License-Identifier: GPL-3.0-or-later
// docs/operate.md tells every key with its default and its sentence.
#include "kiosk/app/options.h"

#include "../../support/operate.h"

static void every_key_is_told(void **state)
{
  operate_tells("### kiosk.conf", options_keys, (size_t)options_key_count);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_key_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
