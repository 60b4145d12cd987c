// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/surnames.h"

#include "base/text.h"

#include <string.h>

static const struct {
  const char *surname, *pinyin;
} surnames[] = {
#include "server/model/surnames.inc"
};

static const char *longest_of(const char *name, size_t *length)
{
  const char *pinyin = NULL;
  *length = 0;
  for (size_t i = 0; i < sizeof surnames / sizeof *surnames; i++) {
    size_t size = strlen(surnames[i].surname);
    if (size > *length && strncmp(name, surnames[i].surname, size) == 0) {
      pinyin = surnames[i].pinyin;
      *length = size;
    }
  }
  return pinyin;
}

bool surname_read(const char *name, struct reading *reading)
{
  size_t length;
  struct fault fault;
  struct buffer said = {0};
  const char *pinyin = longest_of(name, &length), *given = name + length;
  if (!pinyin || !*given)
    return false;
  buffer_add_text(&said, pinyin);
  while (text_next(&given))
    buffer_add_text(&said, " *");
  bool fits = COPY_TEXT(reading->word, name) && COPY_TEXT(reading->pinyin, said.bytes);
  buffer_free(&said);
  return fits && reading_tidy(reading, &fault);
}
