// SPDX-License-Identifier: GPL-3.0-or-later
// A table as spreadsheets in China write it: CSV in UTF-8 with or without a byte order mark or in GB18030, any line
// ends, cells with line breaks inside quotes, separated by commas, tabs or semicolons. A row that begins with # is a
// note for people. Thread: any.
#pragma once

#include <stdbool.h>
#include <stddef.h>

#define MOST_SHEET_ROWS 4000 // a quarter of a year of menus
#define MOST_SHEET_CELLS 32  // of a row

struct sheet_row {
  int line; // of the file, from 1, where the row begins
  int count;
  char *cells[MOST_SHEET_CELLS]; // cleaned: one line each, no space around
};

enum sheet_trouble {
  SHEET_FINE,
  SHEET_UTF16,       // "Unicode text" of a spreadsheet
  SHEET_NOT_TEXT,    // neither UTF-8 nor GB18030
  SHEET_OPEN_QUOTE,  // a quotation mark that is never closed
  SHEET_STRAY_QUOTE, // one in the middle of a cell
  SHEET_TOO_MANY_ROWS,
};

struct sheet {
  const char *encoding; // "UTF-8", "GB18030"; "" when it is neither
  int count;
  struct sheet_row *rows; // those with anything in them, without notes
  enum sheet_trouble trouble;
  int trouble_line;
};

// Always fills `sheet`, as far as it can be read. Give back with sheet_free.
void sheet_read(struct sheet *sheet, const char *bytes, size_t size);
void sheet_free(struct sheet *sheet);
