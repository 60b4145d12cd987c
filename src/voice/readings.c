// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/readings.h"

#include "base/file.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define LONGEST_LINE (NAME_SIZE + PINYIN_SIZE)

void readings_renew(struct readings *readings)
{
  atomic_store(&readings->is_read, false);
}

static bool read_line(char *line, struct reading *reading, struct fault *fault)
{
  char *word = strsep(&line, "\t");
  if (!line)
    return fault_set(fault, "a word, a tab and its pinyin are expected");
  if (!COPY_TEXT(reading->word, word) || !COPY_TEXT(reading->pinyin, line))
    return fault_set(fault, "this is too long");
  return reading_tidy(reading, fault);
}

static void add_line(struct readings *readings, char *line, int number)
{
  struct fault fault;
  line[strcspn(line, "\r")] = '\0';
  if (!*line || *line == '#')
    return;
  if (readings->count == MOST_READINGS)
    fault_set(&readings->amiss, "%s:%d: at most %d readings are kept", readings->path, number, MOST_READINGS);
  else if (read_line(line, &readings->list[readings->count], &fault))
    readings->count++;
  else if (!*readings->amiss.sentence)
    fault_set(&readings->amiss, "%s:%d: %s", readings->path, number, fault.sentence);
}

static int count_lines(const char *text)
{
  int lines = 1;
  while ((text = strchr(text, '\n'))) {
    lines++;
    text++;
  }
  return lines;
}

static void read_text(struct readings *readings, char *text)
{
  int lines = count_lines(text), number = 0;
  readings->list = memory_new((size_t)(lines < MOST_READINGS ? lines : MOST_READINGS) * sizeof *readings->list);
  for (char *line; (line = strsep(&text, "\n"));)
    add_line(readings, line, ++number);
}

void readings_heed(struct readings *readings)
{
  if (atomic_exchange(&readings->is_read, true))
    return;
  struct buffer file = {0};
  readings_free(readings);
  readings->amiss = (struct fault){0};
  if (!*readings->path || access(readings->path, F_OK) != 0)
    return;
  if (file_read(readings->path, MOST_READINGS * LONGEST_LINE, &file, &readings->amiss) && file.bytes) {
    if (text_is_utf8(file.bytes, file.size))
      read_text(readings, file.bytes);
    else
      fault_set(&readings->amiss, "%s: this is not UTF-8", readings->path);
  }
  buffer_free(&file);
}

const struct reading *readings_at(const struct readings *readings, const char *text)
{
  const struct reading *longest = NULL;
  size_t most = 0;
  for (int i = 0; i < readings->count; i++) {
    size_t length = strlen(readings->list[i].word);
    if (length > most && strncmp(readings->list[i].word, text, length) == 0) {
      longest = &readings->list[i];
      most = length;
    }
  }
  return longest;
}

void readings_free(struct readings *readings)
{
  free(readings->list);
  readings->list = NULL;
  readings->count = 0;
}
