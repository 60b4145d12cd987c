// SPDX-License-Identifier: GPL-3.0-or-later
// The one door to the data: prepared statements with bound values, one SQL text for every driver ($1.. as parameters;
// columns BIGINT, TEXT, BLOB, DOUBLE; no json_*, no LIKE, no now(): tests/style/sql.py holds the rules). SQL that
// begins a transaction or ends one is said by db_begin, db_commit and db_rollback only.
// A `struct db` belongs to one thread. A failing call remembers the first fault; the calls after it do nothing until
// db_begin or db_fault_take, so that a rule can be written straight down and be checked once.
#pragma once

#include "base/fault.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>

struct db;
struct db_rows;

enum db_mode { DB_WRITE, DB_READ };

// `url`: "sqlite:PATH". DB_WRITE makes the file and its folder; there is one such connection, the writer's (a second
// one would race its checkpoints, see the WAL-reset bug of SQLite before 3.51.3); DB_READ never writes or checkpoints.
struct db *db_open(const char *url, enum db_mode mode, struct fault *fault);
void db_close(struct db *db); // NULL is fine

// Brings the schema to the newest step, forward only, each step in a transaction of its own.
bool db_migrate(struct db *db, struct fault *fault);

bool db_begin(struct db *db);
// False when a call since db_begin failed, or the commit itself: everything since db_begin is then taken back, and
// db_fault_take tells why.
bool db_commit(struct db *db);
void db_rollback(struct db *db);

// `types`: a letter per value: i (int64_t), s (const char *, NULL is SQL's NULL), b (const void *, size_t), f (double).
// Returns the number of rows changed, -1 on a fault.
int db_run(struct db *db, const char *sql, const char *types, ...);
// Never NULL; give back with db_rows_end. Texts and blobs live until the next db_rows_next.
struct db_rows *db_query(struct db *db, const char *sql, const char *types, ...);
bool db_rows_next(struct db_rows *rows);
int64_t db_rows_integer(struct db_rows *rows, int column);
const char *db_rows_text(struct db_rows *rows, int column); // "" for NULL
const void *db_rows_blob(struct db_rows *rows, int column, size_t *size);
void db_rows_end(struct db_rows *rows);

// Whether a call failed since db_begin or the last take; the fault then tells which statement and why.
bool db_failed(const struct db *db);
bool db_fault_take(struct db *db, struct fault *fault);
// How many rows this connection has changed since it was opened.
int64_t db_changes(const struct db *db);

// Copies the whole database into the new file `to`, as of one moment, while the writer goes on; refuses when `to` is
// there. The copy holds no event log and its numbers jump ahead: whoever followed the lost data past the copy's moment
// is told to start again from a snapshot, instead of taking new events for those it has. Thread: any.
bool db_backup(const char *url, const char *to, struct fault *fault);
