// SPDX-License-Identifier: GPL-3.0-or-later
// The door is SQLite's own: each call goes on to src/database.
#include "server/store/inside.h"

#include "base/memory.h"

#include <stdlib.h>

struct db_rows {
  struct database_rows rows;
};

bool db_migrate(struct db *db, struct fault *fault)
{
  return database_take_steps(db->file, fault);
}

bool db_begin(struct db *db)
{
  return database_begin(db->file);
}

bool db_commit(struct db *db)
{
  return database_commit(db->file);
}

void db_rollback(struct db *db)
{
  database_rollback(db->file);
}

int db_run(struct db *db, const char *sql, const char *types, ...)
{
  va_list values;
  va_start(values, types);
  int changed = database_run_values(db->file, sql, types, &values);
  va_end(values);
  return changed;
}

struct db_rows *db_query(struct db *db, const char *sql, const char *types, ...)
{
  struct db_rows *rows = memory_new(sizeof *rows);
  va_list values;
  va_start(values, types);
  database_query_values(db->file, &rows->rows, sql, types, &values);
  va_end(values);
  return rows;
}

bool db_rows_next(struct db_rows *rows)
{
  return database_next(&rows->rows);
}

int64_t db_rows_integer(struct db_rows *rows, int column)
{
  return database_integer(&rows->rows, column);
}

const char *db_rows_text(struct db_rows *rows, int column)
{
  return database_text(&rows->rows, column);
}

const void *db_rows_blob(struct db_rows *rows, int column, size_t *size)
{
  return database_blob(&rows->rows, column, size);
}

void db_rows_end(struct db_rows *rows)
{
  database_end(&rows->rows);
  free(rows);
}

bool db_failed(const struct db *db)
{
  return database_failed(db->file);
}

bool db_fault_take(struct db *db, struct fault *fault)
{
  return database_fault_take(db->file, fault);
}

int64_t db_changes(const struct db *db)
{
  return database_changes(db->file);
}
