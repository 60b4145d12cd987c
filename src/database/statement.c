// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/inside.h"

#include <string.h>

static struct kept_statement *find_kept(struct database *database, const char *sql)
{
  for (int i = 0; i < database->kept_count; i++)
    if (!database->kept[i].busy && strcmp(sqlite3_sql(database->kept[i].statement), sql) == 0)
      return &database->kept[i];
  return NULL;
}

static bool prepare(struct database *database, const char *sql, struct database_rows *rows)
{
  rows->kept = find_kept(database, sql);
  if (rows->kept) {
    rows->statement = rows->kept->statement;
  } else if (sqlite3_prepare_v3(database->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &rows->statement, NULL) !=
             SQLITE_OK) {
    return database_failed_at(database, sql);
  } else if (database->kept_count < MOST_KEPT_STATEMENTS) {
    rows->kept = &database->kept[database->kept_count++];
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

static bool bind(struct database_rows *rows, const char *types, va_list *values)
{
  int count = (int)strlen(types);
  bool ok = count <= MOST_VALUES && sqlite3_bind_parameter_count(rows->statement) == count;
  for (int i = 0; ok && i < count; i++) {
    int index = sqlite3_bind_parameter_index(rows->statement, names[i]);
    ok = index > 0 && bind_one(rows->statement, index, types[i], values) == SQLITE_OK;
  }
  if (!ok && !rows->database->failed) {
    rows->database->failed = true;
    fault_set(&rows->database->fault, "the database %s: the values \"%s\" don't fit the statement %.80s",
              rows->database->path, types, sqlite3_sql(rows->statement));
  }
  return ok;
}

static void release(struct database_rows *rows)
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

static void start(struct database_rows *rows, const char *sql, const char *types, va_list *values)
{
  if (rows->database->failed)
    return;
  if (prepare(rows->database, sql, rows) && !bind(rows, types, values))
    release(rows);
}

// Whether there is a row. On a fault the rows are released.
static bool step(struct database_rows *rows)
{
  if (!rows->statement)
    return false;
  int code = sqlite3_step(rows->statement);
  if (code == SQLITE_ROW)
    return true;
  if (code != SQLITE_DONE)
    database_failed_at(rows->database, sqlite3_sql(rows->statement));
  release(rows);
  return false;
}

int database_run_values(struct database *database, const char *sql, const char *types, va_list *values)
{
  struct database_rows rows = {.database = database};
  start(&rows, sql, types, values);
  int64_t before = sqlite3_total_changes64(database->handle);
  while (step(&rows))
    ;
  return database->failed ? -1 : (int)(sqlite3_total_changes64(database->handle) - before);
}

int database_run(struct database *database, const char *sql, const char *types, ...)
{
  va_list values;
  va_start(values, types);
  int changed = database_run_values(database, sql, types, &values);
  va_end(values);
  return changed;
}

void database_query_values(struct database *database, struct database_rows *rows, const char *sql, const char *types,
                           va_list *values)
{
  *rows = (struct database_rows){.database = database};
  start(rows, sql, types, values);
}

void database_query(struct database *database, struct database_rows *rows, const char *sql, const char *types, ...)
{
  va_list values;
  va_start(values, types);
  database_query_values(database, rows, sql, types, &values);
  va_end(values);
}

bool database_next(struct database_rows *rows)
{
  return step(rows);
}

int64_t database_integer(struct database_rows *rows, int column)
{
  return rows->statement ? sqlite3_column_int64(rows->statement, column) : 0;
}

const char *database_text(struct database_rows *rows, int column)
{
  const char *text = rows->statement ? (const char *)sqlite3_column_text(rows->statement, column) : NULL;
  return text ? text : "";
}

const void *database_blob(struct database_rows *rows, int column, size_t *size)
{
  const void *bytes = rows->statement ? sqlite3_column_blob(rows->statement, column) : NULL;
  *size = bytes ? (size_t)sqlite3_column_bytes(rows->statement, column) : 0;
  return bytes;
}

void database_end(struct database_rows *rows)
{
  release(rows);
}

int64_t database_ask(struct database *database, const char *sql)
{
  struct database_rows rows;
  database_query(database, &rows, sql, "");
  int64_t answer = database_next(&rows) ? database_integer(&rows, 0) : 0;
  database_end(&rows);
  return answer;
}
