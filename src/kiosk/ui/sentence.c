// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/sentence.h"

#include "base/text.h"

#include <stdbool.h>
#include <string.h>

static bool is_one_of(unsigned character, const unsigned *list)
{
  while (*list && *list != character)
    list++;
  return character && *list == character;
}

// A Latin mark ends a sentence only before a space: "11.30" has none.
static bool ends_before(unsigned mark, const char *rest)
{
  static const unsigned wide[] = {0x3002, 0xFF01, 0xFF1F, 0}, narrow[] = {'.', '!', '?', 0};
  return is_one_of(mark, wide) || (is_one_of(mark, narrow) && (!*rest || *rest == ' '));
}

// Past quotation marks that close behind the end.
static const char *past_quotes(const char *at)
{
  static const unsigned quotes[] = {0x300D, 0x300F, 0x201D, 0x2019, '\'', '"', 0};
  for (const char *next = at; is_one_of(text_next(&next), quotes);)
    at = next;
  return at;
}

int sentence_length(const char *text)
{
  for (const char *at = text; *at;) {
    unsigned character = text_next(&at);
    const char *end = past_quotes(at);
    if (ends_before(character, end))
      return (int)(end - text + (long)strspn(end, " "));
  }
  return (int)strlen(text);
}
