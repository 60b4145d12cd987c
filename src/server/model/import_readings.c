// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "server/model/import_lines.h"
#include "server/model/readings.h"

#include <string.h>

enum column { WORD, PINYIN, COLUMNS };

static const struct import_column known[COLUMNS] = {
    [WORD] = {"词|词语|字词|word", true},
    [PINYIN] = {"拼音|读音|pinyin", true},
};

static int line_before(const struct import *import, const char *word)
{
  for (int i = 0; i < import->count - 1; i++)
    if (strcmp(import->readings[i].word, word) == 0)
      return import->lines[i].line;
  return 0;
}

static void read_line(struct import *import, const struct csv_row *cells, const struct import_columns *columns)
{
  struct import_line *line = import_add_line(import, cells->line);
  struct reading *reading = &import->readings[import->count - 1];
  const char *word = import_cell(cells, columns, WORD), *pinyin = import_cell(cells, columns, PINYIN);
  struct fault fault;
  FORMAT_TEXT(line->text, "%s %s", word, pinyin);
  if (!import_is_all_read(import, line, cells, columns) ||
      !import_text(import, line, word, &known[WORD], reading->word, sizeof reading->word) ||
      !import_text(import, line, pinyin, &known[PINYIN], reading->pinyin, sizeof reading->pinyin))
    return;
  if (!reading_tidy(reading, &fault)) {
    import_wrong(import, line, "“%s”要是汉字，并且一个字一个拼音，例如：乐清 yue4 qing1",
                 "\"%s\" must be Chinese characters with a syllable each, such as 乐清 yue4 qing1", word);
    return;
  }
  int before = line_before(import, reading->word);
  if (before)
    import_wrong(import, line, "“%s”与第 %d 行重复", "\"%s\" stands in line %d already", reading->word, before);
  FORMAT_TEXT(line->text, "%s %s", reading->word, reading->pinyin);
}

void import_readings_read(struct import *import, const struct csv_table *table)
{
  struct import_columns columns;
  if (!import_find_columns(import, table, known, COLUMNS, &columns))
    return;
  for (int i = columns.heading_row + 1; i < table->count; i++)
    read_line(import, &table->rows[i], &columns);
}

// Whatever stands there is replaced: nothing in the data is against a reading.
void import_readings_check(struct import *import, struct db *db)
{
}

enum outcome import_readings_write(struct import *import, struct db *db, const struct actor *who, anban_ms now,
                                   struct fault *fault)
{
  enum outcome outcome = OUTCOME_DONE;
  for (int i = 0; i < import->count && outcome == OUTCOME_DONE; i++)
    outcome = reading_store(db, &import->readings[i], who, now, fault);
  return outcome;
}
