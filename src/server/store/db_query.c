// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sqlite.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

struct db_rows {
  struct db *db;
  sqlite3_stmt *statement;     // NULL: the query failed
  struct kept_statement *kept; // NULL: the statement is ours alone
};

static struct kept_statement *find_kept(struct db *db, const char *sql)
{
  for (int i = 0; i < db->kept_count; i++)
    if (!db->kept[i].busy && strcmp(sqlite3_sql(db->kept[i].statement), sql) == 0)
      return &db->kept[i];
  return NULL;
}

static bool prepare(struct db *db, const char *sql, struct db_rows *rows)
{
  rows->kept = find_kept(db, sql);
  if (rows->kept) {
    rows->statement = rows->kept->statement;
  } else if (sqlite3_prepare_v3(db->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &rows->statement, NULL) != SQLITE_OK) {
    return sqlite_failed(db, sql);
  } else if (db->kept_count < MOST_KEPT_STATEMENTS) {
    rows->kept = &db->kept[db->kept_count++];
    rows->kept->statement = rows->statement;
  }
  if (rows->kept)
    rows->kept->busy = true;
  return true;
}

static int bind_one(sqlite3_stmt *statement, int index, char type, va_list *values)
{
  switch (type) {
  case 'i':
    return sqlite3_bind_int64(statement, index, va_arg(*values, int64_t));
  case 's':
    return sqlite3_bind_text(statement, index, va_arg(*values, const char *), -1, SQLITE_TRANSIENT);
  case 'b': {
    const void *bytes = va_arg(*values, const void *);
    size_t size = va_arg(*values, size_t);
    return sqlite3_bind_blob64(statement, index, bytes, size, SQLITE_TRANSIENT);
  }
  case 'f':
    return sqlite3_bind_double(statement, index, va_arg(*values, double));
  default:
    return SQLITE_MISUSE;
  }
}

static const char *const names[] = {"$1",  "$2",  "$3",  "$4",  "$5",  "$6",  "$7",  "$8",  "$9",  "$10",
                                    "$11", "$12", "$13", "$14", "$15", "$16", "$17", "$18", "$19", "$20"};
#define MOST_VALUES ((int)(sizeof names / sizeof *names))

static bool bind(struct db_rows *rows, const char *types, va_list *values)
{
  int count = (int)strlen(types);
  bool ok = count <= MOST_VALUES && sqlite3_bind_parameter_count(rows->statement) == count;
  for (int i = 0; ok && i < count; i++) {
    int index = sqlite3_bind_parameter_index(rows->statement, names[i]);
    ok = index > 0 && bind_one(rows->statement, index, types[i], values) == SQLITE_OK;
  }
  if (!ok && !rows->db->failed) {
    rows->db->failed = true;
    fault_set(&rows->db->fault, "the database %s: the values \"%s\" don't fit the statement %.80s", rows->db->path,
              types, sqlite3_sql(rows->statement));
  }
  return ok;
}

static void release(struct db_rows *rows)
{
  if (!rows->statement)
    return;
  if (!rows->kept) {
    sqlite3_finalize(rows->statement);
  } else {
    sqlite3_reset(rows->statement);
    sqlite3_clear_bindings(rows->statement);
    rows->kept->busy = false;
  }
  rows->statement = NULL;
}

static void start(struct db_rows *rows, const char *sql, const char *types, va_list *values)
{
  if (rows->db->failed)
    return;
  if (prepare(rows->db, sql, rows) && !bind(rows, types, values))
    release(rows);
}

// Whether there is a row. On a fault the rows are released.
static bool step(struct db_rows *rows)
{
  if (!rows->statement)
    return false;
  int code = sqlite3_step(rows->statement);
  if (code == SQLITE_ROW)
    return true;
  if (code != SQLITE_DONE)
    sqlite_failed(rows->db, sqlite3_sql(rows->statement));
  release(rows);
  return false;
}

int db_run(struct db *db, const char *sql, const char *types, ...)
{
  struct db_rows rows = {.db = db};
  va_list values;
  va_start(values, types);
  start(&rows, sql, types, &values);
  va_end(values);
  int64_t before = sqlite3_total_changes64(db->handle);
  while (step(&rows))
    ;
  return db->failed ? -1 : (int)(sqlite3_total_changes64(db->handle) - before);
}

struct db_rows *db_query(struct db *db, const char *sql, const char *types, ...)
{
  struct db_rows *rows = memory_new(sizeof *rows);
  rows->db = db;
  va_list values;
  va_start(values, types);
  start(rows, sql, types, &values);
  va_end(values);
  return rows;
}

bool db_rows_next(struct db_rows *rows)
{
  return step(rows);
}

int64_t db_rows_integer(struct db_rows *rows, int column)
{
  return rows->statement ? sqlite3_column_int64(rows->statement, column) : 0;
}

const char *db_rows_text(struct db_rows *rows, int column)
{
  const char *text = rows->statement ? (const char *)sqlite3_column_text(rows->statement, column) : NULL;
  return text ? text : "";
}

const void *db_rows_blob(struct db_rows *rows, int column, size_t *size)
{
  const void *bytes = rows->statement ? sqlite3_column_blob(rows->statement, column) : NULL;
  *size = bytes ? (size_t)sqlite3_column_bytes(rows->statement, column) : 0;
  return bytes;
}

void db_rows_end(struct db_rows *rows)
{
  release(rows);
  free(rows);
}

int64_t db_changes(const struct db *db)
{
  return sqlite3_total_changes64(db->handle);
}
