// SPDX-License-Identifier: GPL-3.0-or-later
// docs/operate.md tells every key with its default and its sentence.
#include "base/file.h"
#include "base/text.h"
#include "kiosk/app/options.h"

#include "../../cmocka_all.h"

#include <string.h>

// Folders that the installation decides are told as they are with the prefix /usr.
static bool is_installed(const char *preset)
{
  return strstr(preset, "/share/") != NULL;
}

static void every_key_is_told(void **state)
{
  struct buffer document = {0};
  struct fault fault;
  assert_true(file_read(ANBAN_SOURCE "/docs/operate.md", 1 << 20, &document, &fault));
  const char *part = strstr(document.bytes, "### kiosk.conf");
  assert_non_null(part);
  for (size_t i = 0; i < (size_t)options_key_count; i++) {
    const struct config_key *key = &options_keys[i];
    char row[600], range[40] = "";
    if (key->kind == CONFIG_NUMBER)
      FORMAT_TEXT(range, " (%d to %d)", key->least, key->most);
    if (is_installed(key->preset))
      FORMAT_TEXT(row, " | %s |", key->help);
    else
      FORMAT_TEXT(row, "| `[%s] %s` | %s%s | %s |", key->section, key->name, key->preset, range, key->help);
    if (!strstr(part, row))
      fail_msg("docs/operate.md lacks the line: %s", row);
  }
  buffer_free(&document);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(every_key_is_told),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
