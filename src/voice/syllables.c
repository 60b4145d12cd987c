// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/syllables.h"

#include "base/file.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

#define LARGEST_FILE (1 << 20)
#define MOST_SYLLABLES 8000

static int compare(const void *a, const void *b)
{
  const struct syllable *one = a, *other = b;
  return strcmp(one->pinyin, other->pinyin);
}

static void add_line(struct syllables *syllables, char *line)
{
  char *pinyin = strsep(&line, "\t");
  struct syllable *syllable = &syllables->list[syllables->count];
  if (line && COPY_TEXT(syllable->pinyin, pinyin) && COPY_TEXT(syllable->phonemes, line))
    syllables->count++;
}

static void read_table(struct syllables *syllables, char *text)
{
  syllables->list = memory_new(MOST_SYLLABLES * sizeof *syllables->list);
  for (char *line; syllables->count < MOST_SYLLABLES && (line = strsep(&text, "\n"));)
    add_line(syllables, line);
  syllables->list = memory_resize(syllables->list, ((size_t)syllables->count + 1) * sizeof *syllables->list);
  qsort(syllables->list, (size_t)syllables->count, sizeof *syllables->list, compare);
}

bool syllables_choose(struct syllables *syllables, const char *data, const char *voice)
{
  char path[400];
  struct buffer file = {0};
  struct fault fault;
  if (strcmp(syllables->voice, voice) == 0)
    return syllables->count > 0;
  syllables_free(syllables);
  COPY_TEXT(syllables->voice, voice);
  if (FORMAT_TEXT(path, "%s/%s.syllables", data, voice) && file_read(path, LARGEST_FILE, &file, &fault) && file.bytes)
    read_table(syllables, file.bytes);
  buffer_free(&file);
  return syllables->count > 0;
}

const char *syllables_find(const struct syllables *syllables, const char *pinyin, size_t length)
{
  struct syllable wanted;
  if (!FORMAT_TEXT(wanted.pinyin, "%.*s", (int)length, pinyin) || syllables->count == 0)
    return NULL;
  const struct syllable *found =
      bsearch(&wanted, syllables->list, (size_t)syllables->count, sizeof *syllables->list, compare);
  return found ? found->phonemes : NULL;
}

void syllables_free(struct syllables *syllables)
{
  free(syllables->list);
  *syllables = (struct syllables){0};
}
