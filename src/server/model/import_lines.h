// SPDX-License-Identifier: GPL-3.0-or-later
// What imports share: the lines with what is wrong with each, and the columns by heading.
#pragma once

#include "protocol/reading.h"
#include "server/model/csv_table.h"
#include "server/model/import.h"
#include "server/model/residents.h"

#define REASON_SIZE 200

struct import_line {
  int line;                  // of the file
  char text[TEXT_SIZE];      // whom or what it is about, without secrets
  char reason[REASON_SIZE];  // of the file itself; empty: good
  char change[REASON_SIZE];  // what is changed of whom is on file, as of the last check; empty: it is new
  char against[REASON_SIZE]; // what stands against it in the data, as of the last check; empty: nothing
};

// A resident to be.
struct import_person {
  struct resident_file file; // what the line says, no more
  unsigned given;            // bits: the columns that say something
  char pin[5];
  char known_id[UUID_SIZE]; // who it is of those on file; empty: somebody new. Set by the check
};

// A dish on a menu to be. Flags say which cells had something in them.
struct import_serving {
  char date[CLOCK_DATE_SIZE];
  enum meal meal;
  struct dish dish; // its id is set by the check
  bool has_kind, has_price, has_marks, has_allergens, has_contents;
  bool is_new; // no dish of that name is known; set by the check
};

struct import {
  enum import_kind kind;
  bool english;
  anban_ms now;
  char today[CLOCK_DATE_SIZE]; // in China
  const char *encoding;
  int count;
  struct import_line *lines;
  // One for each line; the others are NULL.
  struct import_person *people;
  struct import_serving *servings;
  struct reading *readings;
};

#define MOST_COLUMNS 16

// Columns known to a kind of file: the names a heading may have, separated by '|': the first as it is said in Chinese,
// the last in English.
struct import_column {
  const char *names;
  bool needed;
};

struct import_columns {
  int at[MOST_COLUMNS];          // of the column in the table; -1: not there
  bool is_known[MOST_CSV_CELLS]; // whether something is read there, or may be passed over
  int heading_row;               // of the table: above it stand titles
};

// Says what is wrong with a line, unless something is said already: in the import's language. Returns false.
bool import_wrong(const struct import *import, struct import_line *line, const char *chinese, const char *english, ...)
    __attribute__((format(printf, 3, 5), format(printf, 4, 5)));
// The same of the data.
bool import_against(const struct import *import, struct import_line *line, const char *chinese, const char *english,
                    ...) __attribute__((format(printf, 3, 5), format(printf, 4, 5)));

// A new line at the end.
struct import_line *import_add_line(struct import *import, int number);

// Finds the row of headings, below titles if there are any, and the columns in it. False when the headings are wrong; a
// line then says so.
bool import_find_columns(struct import *import, const struct csv_table *table, const struct import_column *columns,
                         int count, struct import_columns *out);
// Whether all that is written in the row stands under a heading; says so otherwise.
bool import_is_all_read(const struct import *import, struct import_line *line, const struct csv_row *row,
                        const struct import_columns *columns);
// Copies a cell that is a name: not empty, whole.
bool import_name(const struct import *import, struct import_line *line, const char *cell,
                 const struct import_column *column, char *out, size_t size);
// The cell of a column; "" when there is none.
const char *import_cell(const struct csv_row *row, const struct import_columns *columns, int column);
// Copies a cell that is a text; says so when it is too long.
bool import_text(const struct import *import, struct import_line *line, const char *cell,
                 const struct import_column *column, char *out, size_t size);
// A column as it is called in the import's language.
void import_column_name(const struct import *import, const struct import_column *column, char out[NAME_SIZE]);

bool import_same_meal(const struct import_serving *one, const struct import_serving *other);

// import_residents.c, import_menu.c and import_readings.c: read a table, hold it against the data, write it.
void import_residents_read(struct import *import, const struct csv_table *table);
bool import_same_person(const struct import_person *one, const char *name, const char *room, const char *phone);
void import_residents_check(struct import *import, struct db *db);
enum outcome import_residents_write(struct import *import, struct db *db, const struct actor *who, anban_ms now,
                                    struct fault *fault);
void import_menu_read(struct import *import, const struct csv_table *table);
void import_menu_check(struct import *import, struct db *db);
enum outcome import_menu_write(struct import *import, struct db *db, const struct actor *who, anban_ms now,
                               struct fault *fault);
void import_readings_read(struct import *import, const struct csv_table *table);
void import_readings_check(struct import *import, struct db *db);
enum outcome import_readings_write(struct import *import, struct db *db, const struct actor *who, anban_ms now,
                                   struct fault *fault);
