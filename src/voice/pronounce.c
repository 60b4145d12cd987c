// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/pronounce.h"

#include <string.h>

static bool has_all(const struct syllables *syllables, const char *pinyin)
{
  // Cantonese has syllables that are spelt as other ones of Mandarin: who is named by a surname in pinyin alone is not
  // meant there.
  if (strchr(pinyin, '*') && strcmp(syllables->voice, "yue") == 0)
    return false;
  for (; *pinyin; pinyin += strspn(pinyin, " ")) {
    size_t length = strcspn(pinyin, " ");
    if (*pinyin != '*' && !syllables_find(syllables, pinyin, length))
      return false;
    pinyin += length;
  }
  return true;
}

static size_t put_word(const struct reading *reading, const struct syllables *syllables, const char *text, size_t at,
                       struct rewrite *spelt)
{
  size_t end = at + strlen(reading->word);
  const char *pinyin = reading->pinyin;
  for (const char *here = text + at; (size_t)(here - text) < end; pinyin += strspn(pinyin, " ")) {
    char phonemes[40];
    size_t from = (size_t)(here - text), length = strcspn(pinyin, " ");
    text_next(&here);
    if (*pinyin == '*') {
      rewrite_keep(spelt, text, from, (size_t)(here - text));
    } else {
      FORMAT_TEXT(phonemes, "[[%s]]", syllables_find(syllables, pinyin, length));
      rewrite_put(spelt, from, (size_t)(here - text), phonemes);
    }
    pinyin += length;
  }
  return end;
}

bool pronounce(const struct readings *readings, const struct syllables *syllables, const char *text,
               struct rewrite *spelt)
{
  size_t kept = 0, size = strlen(text);
  // Brackets in the text itself are no phonemes.
  for (const char *here = text; *here && readings->count > 0 && !strstr(text, "[[");) {
    size_t at = (size_t)(here - text);
    const struct reading *reading = readings_at(readings, here);
    if (!reading || !has_all(syllables, reading->pinyin)) {
      text_next(&here);
      continue;
    }
    rewrite_keep(spelt, text, kept, at);
    kept = put_word(reading, syllables, text, at, spelt);
    here = text + kept;
  }
  rewrite_keep(spelt, text, kept, size);
  return kept > 0;
}
