// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/inside.h"

// What a person can do about it comes first; SQLite's own words follow.
static const char *explain(int code)
{
  switch (code & 0xFF) {
  case SQLITE_FULL:
    return "the disk is full, nothing of this was written";
  case SQLITE_IOERR:
    return "the disk can't be written or read, nothing of this was kept";
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    return "the file is damaged";
  case SQLITE_READONLY:
  case SQLITE_PERM:
  case SQLITE_CANTOPEN:
    return "the file can't be opened for this";
  default:
    return "a statement failed";
  }
}

bool database_failed_at(struct database *database, const char *what)
{
  if (database->failed)
    return false;
  int code = sqlite3_errcode(database->handle);
  database->failed = true;
  database->damaged = (code & 0xFF) == SQLITE_CORRUPT || (code & 0xFF) == SQLITE_NOTADB;
  return fault_set(&database->fault, "the database %s: %s (%s; %.60s)", database->path, explain(code),
                   sqlite3_errmsg(database->handle), what);
}

bool database_script(struct database *database, const char *sql)
{
  return sqlite3_exec(database->handle, sql, NULL, NULL, NULL) == SQLITE_OK || database_failed_at(database, sql);
}

bool database_begin(struct database *database)
{
  database->failed = false;
  return database_script(database, database->mode == DATABASE_WRITE ? "BEGIN IMMEDIATE" : "BEGIN");
}

bool database_commit(struct database *database)
{
  if (!database->failed && database_script(database, "COMMIT"))
    return true;
  database_rollback(database);
  return false;
}

void database_rollback(struct database *database)
{
  // Some errors (a full disk) have rolled back already.
  if (!sqlite3_get_autocommit(database->handle))
    sqlite3_exec(database->handle, "ROLLBACK", NULL, NULL, NULL);
}

bool database_failed(const struct database *database)
{
  return database->failed;
}

bool database_fault_take(struct database *database, struct fault *fault)
{
  bool failed = database->failed;
  if (failed)
    *fault = database->fault;
  database->failed = false;
  return failed;
}

int64_t database_changes(const struct database *database)
{
  return sqlite3_total_changes64(database->handle);
}
