// SPDX-License-Identifier: GPL-3.0-or-later
// Adds phoneme tables to a copy of espeak-ng's compiled phoneme data:
//   anban-phonemes SYSTEM PRIVATE TABLES
// reads phontab, phonindex and phondata in the folder SYSTEM, writes them with the tables of the file TABLES to the
// folder PRIVATE. TABLES has one thing a line:
//   table NAME BASE      begins a table that has all phonemes of BASE
//   tone NAME CHAO       a tone of one to four Chao digits, "213": 1 is the lowest pitch, 5 the highest
//   vowel NAME OF LIKE N the vowel LIKE of the table OF, N hundredths as long
// A tone or vowel whose NAME the base has already takes its place in this table only. The format is the one of
// espeak-ng 1.51, which no document describes: with any other version word nothing is written. Exit: 0, or 1 and a
// sentence.
#include "phonemes.h"

#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MOST_BYTES (16 << 20)

static bool read_part(const char *folder, const char *name, struct buffer *out, struct fault *fault)
{
  char path[512];
  return (FORMAT_TEXT(path, "%s/%s", folder, name) || fault_set(fault, "the path of %s is too long", name)) &&
         file_read(path, MOST_BYTES, out, fault);
}

static bool write_part(const char *folder, const char *name, const struct buffer *part, struct fault *fault)
{
  char path[512];
  return (FORMAT_TEXT(path, "%s/%s", folder, name) || fault_set(fault, "the path of %s is too long", name)) &&
         file_replace(path, part->bytes, part->size, 0644, fault);
}

static bool obey(struct phonemes *data, const char *line, struct fault *fault)
{
  char name[32], like[32], of[32];
  int percent, end = 0;
  if (sscanf(line, "table %31s %31s %n", name, like, &end) == 2 && !line[end])
    return phonemes_begin(data, name, like, fault);
  if (sscanf(line, "tone %31s %31s %n", name, like, &end) == 2 && !line[end])
    return phonemes_tone(data, name, like, fault);
  if (sscanf(line, "vowel %31s %31s %31s %d %n", name, of, like, &percent, &end) == 4 && !line[end])
    return phonemes_vowel(data, name, of, like, percent, fault);
  return fault_set(fault, "\"%s\" is no line of a table", line);
}

static bool add_all(struct phonemes *data, const char *path, struct fault *fault)
{
  struct buffer text = {0};
  bool ok = file_read(path, MOST_BYTES, &text, fault);
  int number = 1;
  for (char *line = text.bytes; ok && line && *line; number++) {
    char *end = strchr(line, '\n');
    if (end)
      *end = '\0';
    struct fault why = {""};
    ok = !*line || obey(data, line, &why) || fault_set(fault, "%s:%d: %s", path, number, why.sentence);
    line = end ? end + 1 : NULL;
  }
  buffer_free(&text);
  return ok;
}

int main(int count, char **words)
{
  if (count != 4) {
    fputs("anban-phonemes SYSTEM PRIVATE TABLES\n", stderr);
    return 1;
  }
  struct phonemes data = {0};
  struct fault fault = {""};
  bool ok = read_part(words[1], "phontab", &data.tables, &fault) &&
            read_part(words[1], "phonindex", &data.programs, &fault) &&
            read_part(words[1], "phondata", &data.sounds, &fault) && phonemes_open(&data, &fault) &&
            add_all(&data, words[3], &fault) && write_part(words[2], "phontab", &data.tables, &fault) &&
            write_part(words[2], "phonindex", &data.programs, &fault) &&
            write_part(words[2], "phondata", &data.sounds, &fault);
  if (!ok)
    fprintf(stderr, "anban-phonemes: %s\n", fault.sentence);
  phonemes_close(&data);
  return ok ? 0 : 1;
}
