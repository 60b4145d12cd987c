// SPDX-License-Identifier: GPL-3.0-or-later
// docs/operate.md tells every key with its default and its sentence.
#include "server/app/settings.h"

#include "../../support/operate.h"

static void every_key_is_told(void **state)
{
  operate_tells("### server.conf", settings_keys, (size_t)settings_key_count);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_key_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
