// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/import.h"

#include "base/memory.h"
#include "server/model/announce.h"
#include "server/model/import_lines.h"

#include <stdlib.h>
#include <string.h>

#define CHINA_OFFSET_MIN 480

static const struct {
  void (*read)(struct import *import, const struct csv_table *table);
  void (*check)(struct import *import, struct db *db);
  enum outcome (*write)(struct import *import, struct db *db, const struct actor *who, anban_ms now,
                        struct fault *fault);
} kinds[] = {
    [IMPORT_RESIDENTS] = {import_residents_read, import_residents_check, import_residents_write},
    [IMPORT_MENU] = {import_menu_read, import_menu_check, import_menu_write},
    [IMPORT_READINGS] = {import_readings_read, import_readings_check, import_readings_write},
};

static void say_trouble(struct import *import, const struct csv_table *table)
{
  struct import_line *line = import_add_line(import, table->trouble_line);
  switch (table->trouble) {
  case CSV_UTF16:
    import_wrong(import, line, "这是“Unicode 文本”，请在 Excel 里另存为 CSV",
                 "this is \"Unicode text\": save it as CSV");
    break;
  case CSV_NOT_TEXT:
    import_wrong(import, line, "从这一行起读不出文字：既不是 UTF-8 也不是 GB18030，请在 Excel 里另存为 CSV",
                 "from here on this is no text in UTF-8 or GB18030: save it as CSV");
    break;
  case CSV_OPEN_QUOTE:
    import_wrong(import, line, "这一行开始的引号没有结束", "a quotation mark that begins here is never closed");
    break;
  case CSV_STRAY_QUOTE:
    import_wrong(import, line, "单元格中间有一个英文引号", "there is a quotation mark in the middle of a cell");
    break;
  case CSV_TOO_MANY_ROWS:
    import_wrong(import, line, "行数太多：最多 %d 行", "too many rows: at most %d", MOST_CSV_ROWS);
    break;
  case CSV_FINE:
    import_wrong(import, line, "文件是空的", "the file is empty");
    break;
  }
}

struct import *import_new(enum import_kind kind, const char *bytes, size_t size, bool english, anban_ms now)
{
  struct import *import = memory_new(sizeof *import);
  *import = (struct import){.kind = kind, .english = english, .now = now};
  memcpy(import->today, clock_local(now, CHINA_OFFSET_MIN).date, CLOCK_DATE_SIZE);
  struct csv_table table;
  csv_table_read(&table, bytes, size);
  import->encoding = table.encoding;
  if (table.count > 0)
    kinds[kind].read(import, &table);
  if (table.trouble || table.count == 0)
    say_trouble(import, &table);
  csv_table_free(&table);
  return import;
}

void import_free(struct import *import)
{
  if (!import)
    return;
  if (import->people) // PINs in the clear
    explicit_bzero(import->people, (size_t)import->count * sizeof *import->people);
  free(import->lines);
  free(import->people);
  free(import->servings);
  free(import->readings);
  free(import);
}

void import_check(struct import *import, struct db *db)
{
  for (int i = 0; i < import->count; i++)
    import->lines[i].against[0] = import->lines[i].change[0] = '\0';
  kinds[import->kind].check(import, db);
}

static bool is_good(const struct import_line *line)
{
  return !line->reason[0] && !line->against[0];
}

int import_good(const struct import *import)
{
  int good = 0;
  for (int i = 0; i < import->count; i++)
    good += is_good(&import->lines[i]);
  return good;
}

int import_bad(const struct import *import)
{
  return import->count - import_good(import);
}

bool import_hash_pins(struct import *import, struct fault *fault)
{
  bool ok = true;
  for (int i = 0; ok && import->people && i < import->count; i++)
    ok = resident_file_hash_pin(&import->people[i].file, import->people[i].pin, fault);
  return ok;
}

enum outcome import_commit(struct import *import, struct db *db, const struct actor *who, anban_ms now,
                           struct fault *fault)
{
  import_check(import, db);
  if (import_bad(import) > 0) {
    fault_set(fault, "%d of the %d lines can't be imported, so none was", import_bad(import), import->count);
    return OUTCOME_CONFLICT;
  }
  if (import->count == 0) {
    fault_set(fault, "the file has no lines under its headings");
    return OUTCOME_WRONG;
  }
  enum outcome outcome = kinds[import->kind].write(import, db, who, now, fault);
  if (outcome == OUTCOME_DONE)
    announce_catalogue(db, now);
  return outcome;
}

json_t *import_result(const struct import *import, bool committed)
{
  json_t *lines = json_array();
  for (int i = 0; i < import->count; i++) {
    const struct import_line *line = &import->lines[i];
    json_array_append_new(lines, json_pack("{s:i, s:b, s:s, s:s, s:s}", "line", line->line, "ok", is_good(line),
                                           "reason", line->reason[0] ? line->reason : line->against, "text", line->text,
                                           "change", line->change));
  }
  return json_pack("{s:s, s:o, s:i, s:i, s:b}", "encoding", import->encoding, "lines", lines, "good",
                   import_good(import), "bad", import_bad(import), "committed", committed);
}
