// SPDX-License-Identifier: GPL-3.0-or-later
// Holds docs/operate.md to a table of keys: each with its default, its range and its sentence.
#pragma once

#include "../cmocka_all.h"
#include "base/config.h"
#include "base/file.h"
#include "base/text.h"

// Folders that the installation decides are told as they are with the prefix /usr.
static inline bool operate_is_installed(const char *preset)
{
  return strstr(preset, "/share/") || strstr(preset, "/bin/");
}

static inline void operate_tells(const char *heading, const struct config_key *keys, size_t count)
{
  struct buffer document = {0};
  struct fault fault;
  assert_true(file_read(ANBAN_SOURCE "/docs/operate.md", 1 << 20, &document, &fault));
  const char *part = strstr(document.bytes, heading);
  assert_non_null(part);
  for (size_t i = 0; i < count; i++) {
    const struct config_key *key = &keys[i];
    char row[600], range[40] = "";
    if (key->kind == CONFIG_NUMBER)
      FORMAT_TEXT(range, " (%d to %d)", key->least, key->most);
    if (operate_is_installed(key->preset))
      FORMAT_TEXT(row, " | %s |", key->help);
    else
      FORMAT_TEXT(row, "| `[%s] %s` | %s%s | %s |", key->section, key->name, key->preset, range, key->help);
    if (!strstr(part, row))
      fail_msg("docs/operate.md lacks the line: %s", row);
  }
  buffer_free(&document);
}
