// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/store/statement.h"

#include <sqlite3.h>

bool statement_fault(struct store *store, const char *what, struct fault *fault)
{
  if (!store->db)
    return fault_set(fault, "%s: %s is not open", what, store->path);
  return fault_set(fault, "%s: %s: %s", what, store->path, sqlite3_errmsg(store->db));
}

static sqlite3_stmt *prepare(struct store *store, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  if (!store->db || sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) != SQLITE_OK)
    return NULL;
  return statement;
}

bool statement_run(struct store *store, const char *what, const char *sql, const char *first, const char *second,
                   struct fault *fault)
{
  sqlite3_stmt *statement = prepare(store, sql);
  bool ok = statement && (!first || sqlite3_bind_text(statement, 1, first, -1, SQLITE_STATIC) == SQLITE_OK) &&
            (!second || sqlite3_bind_text(statement, 2, second, -1, SQLITE_STATIC) == SQLITE_OK) &&
            sqlite3_step(statement) == SQLITE_DONE;
  if (!ok)
    statement_fault(store, what, fault);
  sqlite3_finalize(statement);
  return ok;
}

static const char *column(sqlite3_stmt *statement, int index)
{
  const unsigned char *text = sqlite3_column_text(statement, index);
  return text ? (const char *)text : "";
}

bool statement_each(struct store *store, const char *what, const char *sql, store_row *each, void *ctx,
                    struct fault *fault)
{
  sqlite3_stmt *statement = prepare(store, sql);
  int code = statement ? SQLITE_ROW : SQLITE_ERROR;
  while (statement && (code = sqlite3_step(statement)) == SQLITE_ROW)
    each(ctx, column(statement, 0), column(statement, 1));
  bool ok = code == SQLITE_DONE;
  if (!ok)
    statement_fault(store, what, fault);
  sqlite3_finalize(statement);
  return ok;
}
