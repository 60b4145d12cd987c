// SPDX-License-Identifier: GPL-3.0-or-later
// A table as spreadsheets in China write it: CSV in UTF-8 with or without a byte order mark or in GB18030, any line
// ends, cells with line breaks inside quotes, separated by commas, tabs or semicolons. A row that begins with # is a
// note for people. Thread: any.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#define MOST_CSV_ROWS 4000 // a quarter of a year of menus
#define MOST_CSV_CELLS 32  // of a row

struct csv_row {
  int line; // of the file, from 1, where the row begins
  int count;
  bool has_more;               // than so many cells, with something in them
  char *cells[MOST_CSV_CELLS]; // cleaned: one line each, no space around
};

enum csv_trouble {
  CSV_FINE,
  CSV_UTF16,       // "Unicode text" of a spreadsheet
  CSV_NOT_TEXT,    // neither UTF-8 nor GB18030
  CSV_OPEN_QUOTE,  // a quotation mark that is never closed
  CSV_STRAY_QUOTE, // one in the middle of a cell
  CSV_TOO_MANY_ROWS,
};

struct csv_table {
  const char *encoding; // "UTF-8", "GB18030"; "" when it is neither
  int count;
  struct csv_row *rows; // those with anything in them, without notes
  enum csv_trouble trouble;
  int trouble_line;
};

// Always fills `table`, as far as it can be read. Give back with csv_table_free.
void csv_table_read(struct csv_table *table, const char *bytes, size_t size);
void csv_table_free(struct csv_table *table);
