// SPDX-License-Identifier: GPL-3.0-or-later
// Configuration: an INI file whose keys are described by a table, so that every key has a default, a range and a
// sentence, and a wrong line is named. Thread: the caller's.
#pragma once

#include "base/fault.h"

#include <stdbool.h>
#include <stddef.h>

enum config_kind { CONFIG_TEXT, CONFIG_NUMBER, CONFIG_FLAG };

struct config_key {
  const char *section, *name;
  enum config_kind kind;
  size_t offset;      // of the field in the caller's struct: char[size], int, bool
  size_t size;        // of a text field
  int least, most;    // of a number, both allowed
  const char *preset; // the default, as it would stand in the file
  const char *help;   // one sentence for docs/operate.md
};

// Sets every field of the table to its default.
void config_presets(const struct config_key *keys, size_t count, void *fields);
// Reads the file over them. On a bad line all other lines are still taken, and the fault names the file, the key and
// what is allowed for the first bad one. A missing file is a fault only to a caller that calls it one.
bool config_read(const char *path, const struct config_key *keys, size_t count, void *fields, struct fault *fault);
// Sets one field from text, as a command line does.
bool config_set(const struct config_key *key, void *fields, const char *value, struct fault *fault);
