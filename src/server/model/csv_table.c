// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/csv_table.h"

#include "base/memory.h"
#include "server/model/csv_text.h"
#include "server/model/import_cells.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

struct scan {
  struct csv_table *table;
  struct csv_row row; // being read
  bool in_row;        // its end has not been seen
  int room;
};

static void take_cell(void *bytes, size_t size, void *ctx)
{
  struct scan *r = ctx;
  if (r->row.count == MOST_CSV_CELLS)
    return;
  char *cell = memory_new(size + 1);
  if (size > 0)
    memcpy(cell, bytes, size);
  cell_clean(cell);
  r->row.cells[r->row.count++] = cell;
}

static bool says_nothing(const struct csv_row *row)
{
  if (row->count > 0 && row->cells[0][0] == '#')
    return true;
  for (int i = 0; i < row->count; i++)
    if (*row->cells[i])
      return false;
  return true;
}

static void drop_cells(struct csv_row *row)
{
  for (int i = 0; i < row->count; i++)
    free(row->cells[i]);
  row->count = 0;
}

static void take_row(int end, void *ctx)
{
  struct scan *r = ctx;
  struct csv_table *table = r->table;
  r->in_row = false;
  bool empty = says_nothing(&r->row);
  if (empty || table->count == MOST_CSV_ROWS) {
    if (!empty && !table->trouble) {
      table->trouble = CSV_TOO_MANY_ROWS;
      table->trouble_line = r->row.line;
    }
    drop_cells(&r->row);
    return;
  }
  if (table->count == r->room) {
    r->room = r->room ? r->room * 2 : 64;
    table->rows = memory_resize(table->rows, (size_t)r->room * sizeof *table->rows);
  }
  table->rows[table->count++] = r->row;
  r->row.count = 0;
}

// What stands most often in the headings.
static unsigned char separator_of(const char *text, size_t size)
{
  static const char separators[] = ",\t;";
  size_t heading = 0, most = 0;
  unsigned char best = ',';
  while (heading < size && text[heading] != '\n')
    heading++;
  for (const char *separator = separators; *separator; separator++) {
    size_t found = 0;
    for (size_t i = 0; i < heading; i++)
      found += text[i] == *separator;
    if (found > most) {
      most = found;
      best = (unsigned char)*separator;
    }
  }
  return best;
}

static bool is_blank(const char *line, size_t length)
{
  while (length > 0 && (line[length - 1] == ' ' || line[length - 1] == '\n'))
    length--;
  return length == 0;
}

// Feeds the parser line by line: it does not count lines itself, and a row may have several.
static bool parse_lines(struct csv_parser *parser, struct scan *r, const char *text, size_t size)
{
  int line = 0;
  for (size_t at = 0; at < size;) {
    const char *end = memchr(text + at, '\n', size - at);
    size_t length = end ? (size_t)(end - text) - at + 1 : size - at;
    line++;
    bool begins = !r->in_row;
    if (begins)
      r->row.line = line;
    r->in_row = true;
    if (csv_parse(parser, text + at, length, take_cell, take_row, r) != length) {
      r->table->trouble = CSV_STRAY_QUOTE;
      r->table->trouble_line = r->row.line;
      return false;
    }
    if (begins && is_blank(text + at, length))
      r->in_row = false; // an empty line is no row
    at += length;
  }
  return true;
}

// Some programs write ="0012" so that a spreadsheet takes it for a text: the sign goes, the quotes stay.
static void drop_equal_signs(struct buffer *text, char separator)
{
  size_t to = 0;
  for (size_t from = 0; from < text->size; from++) {
    char before = from > 0 ? text->bytes[from - 1] : '\n';
    bool begins = before == separator || before == '\n';
    if (!begins || strncmp(text->bytes + from, "=\"", 2) != 0)
      text->bytes[to++] = text->bytes[from];
  }
  text->size = to;
  text->bytes[to] = '\0';
}

static void parse(struct csv_table *table, struct buffer *text)
{
  struct csv_parser parser;
  struct scan r = {.table = table};
  if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
    memory_exhausted();
  unsigned char separator = separator_of(text->bytes, text->size);
  csv_set_delim(&parser, separator);
  drop_equal_signs(text, (char)separator);
  if (parse_lines(&parser, &r, text->bytes, text->size) && csv_fini(&parser, take_cell, take_row, &r) != 0) {
    table->trouble = CSV_OPEN_QUOTE;
    table->trouble_line = r.row.line;
  }
  drop_cells(&r.row);
  csv_free(&parser);
}

void csv_table_read(struct csv_table *table, const char *bytes, size_t size)
{
  *table = (struct csv_table){0};
  struct buffer text = {0};
  csv_text(table, bytes, size, &text);
  if (text.size > 0 && !table->trouble)
    parse(table, &text);
  buffer_free(&text);
}

void csv_table_free(struct csv_table *table)
{
  for (int i = 0; i < table->count; i++)
    drop_cells(&table->rows[i]);
  free(table->rows);
  *table = (struct csv_table){0};
}
