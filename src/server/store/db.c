// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sqlite.h"

#include <string.h>

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

bool sqlite_failed(struct db *db, const char *what)
{
  if (db->failed)
    return false;
  db->failed = true;
  return fault_set(&db->fault, "the database %s: %s (%s; %.60s)", db->path, explain(sqlite3_errcode(db->handle)),
                   sqlite3_errmsg(db->handle), what);
}

bool sqlite_script(struct db *db, const char *sql)
{
  return sqlite3_exec(db->handle, sql, NULL, NULL, NULL) == SQLITE_OK || sqlite_failed(db, sql);
}

bool db_begin(struct db *db)
{
  db->failed = false;
  return sqlite_script(db, db->mode == DB_WRITE ? "BEGIN IMMEDIATE" : "BEGIN");
}

bool db_commit(struct db *db)
{
  if (!db->failed && sqlite_script(db, "COMMIT"))
    return true;
  db_rollback(db);
  return false;
}

void db_rollback(struct db *db)
{
  // Some errors (a full disk) have rolled back already.
  if (!sqlite3_get_autocommit(db->handle))
    sqlite3_exec(db->handle, "ROLLBACK", NULL, NULL, NULL);
}

bool db_failed(const struct db *db)
{
  return db->failed;
}

bool db_fault_take(struct db *db, struct fault *fault)
{
  bool failed = db->failed;
  if (failed)
    *fault = db->fault;
  db->failed = false;
  return failed;
}
