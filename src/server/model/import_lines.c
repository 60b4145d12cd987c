// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/import_lines.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static void say(char reason[REASON_SIZE], const char *format, va_list values)
{
  char *whole = NULL;
  if (*reason)
    return;
  if (vasprintf(&whole, format, values) < 0)
    memory_exhausted();
  text_copy(reason, REASON_SIZE, whole);
  free(whole);
}

bool import_wrong(const struct import *import, struct import_line *line, const char *chinese, const char *english, ...)
{
  va_list values;
  va_start(values, english);
  say(line->reason, import->english ? english : chinese, values);
  va_end(values);
  return false;
}

bool import_against(const struct import *import, struct import_line *line, const char *chinese, const char *english,
                    ...)
{
  va_list values;
  va_start(values, english);
  say(line->against, import->english ? english : chinese, values);
  va_end(values);
  return false;
}

struct import_line *import_add_line(struct import *import, int number)
{
  size_t count = (size_t)++import->count;
  import->lines = memory_resize(import->lines, count * sizeof *import->lines);
  struct import_line *line = &import->lines[count - 1];
  *line = (struct import_line){.line = number};
  switch (import->kind) {
  case IMPORT_RESIDENTS:
    import->people = memory_resize(import->people, count * sizeof *import->people);
    import->people[count - 1] = (struct import_person){0};
    break;
  case IMPORT_MENU:
    import->servings = memory_resize(import->servings, count * sizeof *import->servings);
    import->servings[count - 1] = (struct import_serving){0};
    break;
  case IMPORT_READINGS:
    import->readings = memory_resize(import->readings, count * sizeof *import->readings);
    import->readings[count - 1] = (struct reading){0};
    break;
  }
  return line;
}

// Whether `heading` is one of the names "姓名|名字|name".
static bool is_named(const char *names, const char *heading)
{
  size_t length = strlen(heading);
  while (*names) {
    size_t name = strcspn(names, "|");
    if (name == length && strncasecmp(names, heading, length) == 0)
      return true;
    names += name + (names[name] == '|');
  }
  return false;
}

void import_column_name(const struct import *import, const struct import_column *column, char out[NAME_SIZE])
{
  const char *last = strrchr(column->names, '|');
  if (import->english && last)
    text_copy(out, NAME_SIZE, last + 1);
  else
    text_format(out, NAME_SIZE, "%.*s", (int)strcspn(column->names, "|"), column->names);
}

// What may stand there and is not kept.
#define PASSED_OVER "序号|编号|性别|年龄|no|no.|number|sex|gender|age"

// As "姓名*", "姓名（必填）" and "姓 名" are written in forms.
static void plain_heading(const char *heading, char out[NAME_SIZE])
{
  static const char *const marks[] = {"*", "＊", "（必填）", "(必填)", " ", "\u3000", "：", ":"};
  size_t to = 0;
  while (*heading && to + 4 < NAME_SIZE) {
    size_t skipped = 0;
    for (size_t i = 0; skipped == 0 && i < sizeof marks / sizeof *marks; i++)
      if (strncmp(heading, marks[i], strlen(marks[i])) == 0)
        skipped = strlen(marks[i]);
    if (skipped == 0)
      out[to++] = *heading;
    heading += skipped ? skipped : 1;
  }
  out[to] = '\0';
}

static bool has_heading(const struct csv_row *row, const char *names)
{
  char plain[NAME_SIZE];
  for (int i = 0; i < row->count; i++) {
    plain_heading(row->cells[i], plain);
    if (is_named(names, plain))
      return true;
  }
  return false;
}

#define MOST_TITLES 5

// The first row that has all headings that are needed; else the first one, which then is said to be wrong.
static int find_heading_row(const struct csv_table *table, const struct import_column *columns, int count)
{
  for (int at = 0; at < table->count && at <= MOST_TITLES; at++) {
    bool has_all = true;
    for (int i = 0; has_all && i < count; i++)
      has_all = !columns[i].needed || has_heading(&table->rows[at], columns[i].names);
    if (has_all)
      return at;
  }
  return 0;
}

static bool place_heading(struct import *import, struct import_line *line, const struct import_column *columns,
                          int count, const char *heading, int at, struct import_columns *out)
{
  char plain[NAME_SIZE];
  plain_heading(heading, plain);
  out->is_known[at] = true;
  if (is_named(PASSED_OVER, plain))
    return true;
  for (int i = 0; i < count; i++) {
    if (!is_named(columns[i].names, plain))
      continue;
    if (out->at[i] >= 0)
      return import_wrong(import, line, "表头里“%s”出现了两次", "the heading \"%s\" stands twice", heading);
    out->at[i] = at;
    return true;
  }
  return import_wrong(import, line, "不认识表头“%s”：请改成模板里的表头，或者去掉这一列",
                      "the heading \"%s\" is not known: use those of the template, or take the column away", heading);
}

bool import_find_columns(struct import *import, const struct csv_table *table, const struct import_column *columns,
                         int count, struct import_columns *out)
{
  *out = (struct import_columns){.heading_row = find_heading_row(table, columns, count)};
  const struct csv_row *row = &table->rows[out->heading_row];
  struct import_line found = {.line = row->line};
  bool ok = true;
  for (int i = 0; i < count; i++)
    out->at[i] = -1;
  for (int at = 0; ok && at < row->count; at++)
    ok = !*row->cells[at] || place_heading(import, &found, columns, count, row->cells[at], at, out);
  for (int i = 0; ok && i < count; i++) {
    char name[NAME_SIZE];
    import_column_name(import, &columns[i], name);
    if (columns[i].needed && out->at[i] < 0)
      ok = import_wrong(import, &found, "表头里缺少“%s”", "the heading \"%s\" is missing", name);
  }
  if (!ok)
    *import_add_line(import, row->line) = found;
  return ok;
}

bool import_is_all_read(const struct import *import, struct import_line *line, const struct csv_row *row,
                        const struct import_columns *columns)
{
  for (int i = 0; i < row->count; i++)
    if (*row->cells[i] && !columns->is_known[i])
      return import_wrong(import, line, "第 %d 格“%s”上面没有表头：请给这一列写上表头；金额里不要写逗号",
                          "cell %d, \"%s\", stands under no heading: give its column one; write no comma into sums",
                          i + 1, row->cells[i]);
  return !row->has_more ||
         import_wrong(import, line, "这一行超过 %d 格", "this row has more than %d cells", MOST_CSV_CELLS);
}

// A spreadsheet saves what its encoding has not as a question mark: the name is lost.
static bool is_whole(const char *name)
{
  return !strchr(name, '?') && !strstr(name, "？") && !strstr(name, "\uFFFD") && !strstr(name, "□");
}

bool import_name(const struct import *import, struct import_line *line, const char *cell,
                 const struct import_column *column, char *out, size_t size)
{
  if (!is_whole(cell))
    return import_wrong(import, line, "“%s”里有一个字在表格里变成了问号：请重新填写，另存为“CSV UTF-8”",
                        "a character of \"%s\" has become a question mark: write it again, save as \"CSV UTF-8\"",
                        cell);
  return import_text(import, line, cell, column, out, size);
}

const char *import_cell(const struct csv_row *row, const struct import_columns *columns, int column)
{
  int at = columns->at[column];
  return at >= 0 && at < row->count ? row->cells[at] : "";
}

bool import_text(const struct import *import, struct import_line *line, const char *cell,
                 const struct import_column *column, char *out, size_t size)
{
  char name[NAME_SIZE];
  import_column_name(import, column, name);
  return text_copy(out, size, cell) ||
         import_wrong(import, line, "%s太长：最多 %zu 个字节", "%s is too long: at most %zu bytes", name, size - 1);
}

bool import_same_meal(const struct import_serving *one, const struct import_serving *other)
{
  return one->meal == other->meal && strcmp(one->date, other->date) == 0;
}
