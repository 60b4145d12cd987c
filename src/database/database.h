// SPDX-License-Identifier: GPL-3.0-or-later
// One SQLite file of ours, on the server and on the kiosk alike: opened and held against what it should be, brought to
// the newest step of its schema, read and written by prepared statements with bound values.
// A `struct database` belongs to one thread. A failing call remembers the first fault; the calls after it do nothing
// until database_begin or database_fault_take, so that a rule can be written straight down and be checked once.
#pragma once

#include "base/fault.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>

struct database;

// A step of a schema, forward only. One that has been released is never edited: the next one mends it.
// `sql`: statements, each ended by ';'. @ID@ (a primary key that counts by itself), @I64@, @BLOB@ and @STRICT@ stand
// for what SQLite calls so.
struct database_step {
  int number; // 1, 2, 3 …
  const char *name;
  const char *sql;
};

// What a program keeps in its file.
struct database_kind {
  const char *program;    // for faults
  int64_t application_id; // tells its files from other people's; 0: a file with a step's number in it is its own
  const struct database_step *steps;
  int step_count;
  int log_pages; // so many are written to the log before it is folded into the file
  bool alone;    // nobody else opens it meanwhile, to read neither; spares the file of shared memory
};

// DATABASE_READ never writes or folds the log in.
enum database_mode { DATABASE_WRITE, DATABASE_READ };

enum database_state {
  DATABASE_READY,
  DATABASE_DAMAGED, // nothing was written to it, its log was not folded in
  DATABASE_REFUSED, // likewise: in use, not this program's, of a newer version, can't be opened
};

// To write: makes a file that is missing, readable by its owner only, takes an empty one as new, and reads another one
// through once. `*out` is NULL unless it is ready, and the fault then names the file. `kind` outlives the database.
enum database_state database_open(struct database **out, const char *path, const struct database_kind *kind,
                                  enum database_mode mode, struct fault *fault);
// As it lies there, unchecked; its log is not folded in. NULL and a fault when it can't be opened.
struct database *database_open_raw(const char *path, struct fault *fault);
void database_close(struct database *database); // NULL is fine

// Takes the steps that the file has not had, each in a transaction of its own that writes the step's number too: one
// that fails, or is cut off, leaves nothing of itself, and the next time it goes on from there.
bool database_take_steps(struct database *database, struct fault *fault);

bool database_script(struct database *database, const char *sql); // statements without values and rows
bool database_begin(struct database *database);
// False when a call since database_begin failed, or the commit itself: everything since is then taken back.
bool database_commit(struct database *database);
void database_rollback(struct database *database);

// `types`: a letter per value $1, $2 …: i (int64_t), s (const char *, NULL is SQL's NULL), b (const void *, size_t),
// f (double). Returns the number of rows changed, -1 on a fault.
int database_run(struct database *database, const char *sql, const char *types, ...);
int database_run_values(struct database *database, const char *sql, const char *types, va_list *values);

// Rows of one query, on the caller's stack or in its memory; to be ended. Texts and blobs live until the next row.
struct database_rows {
  struct database *database;
  struct sqlite3_stmt *statement; // NULL: the query failed, or all rows were read
  struct kept_statement *kept;    // NULL: the statement is these rows' alone
};
void database_query(struct database *database, struct database_rows *rows, const char *sql, const char *types, ...);
void database_query_values(struct database *database, struct database_rows *rows, const char *sql, const char *types,
                           va_list *values);
bool database_next(struct database_rows *rows);
int64_t database_integer(struct database_rows *rows, int column);
const char *database_text(struct database_rows *rows, int column); // "" for NULL
const void *database_blob(struct database_rows *rows, int column, size_t *size);
void database_end(struct database_rows *rows);

bool database_failed(const struct database *database);
// Whether a call failed since database_begin or the last take; the fault then tells which statement and why.
bool database_fault_take(struct database *database, struct fault *fault);
int64_t database_changes(const struct database *database); // rows changed since it was opened
