// SPDX-License-Identifier: GPL-3.0-or-later
// Holds enums against tests/samples/enums.tsv: their numbers stand in databases and files in the field, their words go
// between programs of neighbouring versions.
#pragma once

#include "base/file.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

struct enum_row {
  const char *enumeration, *name;
  int number; // -1: kept and sent as a word only
  const char *word;
};

// By its number, and by its word alone.
#define BY_NUMBER(enumeration, name, word)                                                                             \
  {                                                                                                                    \
    enumeration, #name, (int)(name), word                                                                              \
  }
#define BY_WORD(enumeration, name, word)                                                                               \
  {                                                                                                                    \
    enumeration, #name, -1, word                                                                                       \
  }

static inline void enums_add(struct buffer *out, const struct enum_row *row)
{
  char number[16] = "-";
  if (row->number >= 0)
    FORMAT_TEXT(number, "%d", row->number);
  buffer_printf(out, "%s\t%s\t%s\t%s\n", row->enumeration, row->name, number, *row->word ? row->word : "-");
}

static inline bool enums_has(const struct enum_row *rows, size_t count, const char *line)
{
  for (size_t i = 0; i < count; i++) {
    size_t length = strlen(rows[i].enumeration);
    if (strncmp(line, rows[i].enumeration, length) == 0 && line[length] == '\t')
      return true;
  }
  return false;
}

// The lines of the sample that are about the enums of `rows`, in its order.
static inline void enums_of_sample(const struct enum_row *rows, size_t count, struct buffer *out)
{
  struct buffer sample = {0};
  struct fault fault;
  assert_true(file_read(ANBAN_SAMPLES "/enums.tsv", 1 << 16, &sample, &fault));
  char *rest = sample.bytes;
  for (char *line; (line = strsep(&rest, "\n"));)
    if (enums_has(rows, count, line))
      buffer_printf(out, "%s\n", line);
  buffer_free(&sample);
}

static inline void enums_hold(const struct enum_row *rows, size_t count)
{
  struct buffer now = {0}, sample = {0};
  for (size_t i = 0; i < count; i++)
    enums_add(&now, &rows[i]);
  enums_of_sample(rows, count, &sample);
  assert_string_equal(now.bytes, sample.bytes);
  buffer_free(&now);
  buffer_free(&sample);
}
