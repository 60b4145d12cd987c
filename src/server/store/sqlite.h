// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of the door for SQLite. Only the db_*.c files include it.
#pragma once

#include "server/store/db.h"

#include <sqlite3.h>

#define MOST_KEPT_STATEMENTS 256 // more than the program has; what does not fit is prepared each time

struct kept_statement {
  sqlite3_stmt *statement;
  bool busy; // its rows are being read
};

struct db {
  sqlite3 *handle;
  char *path;
  enum db_mode mode;
  int lock; // file that says a writer is at work; -1: none
  bool failed;
  struct fault fault; // the first one, when failed
  int kept_count;
  struct kept_statement kept[MOST_KEPT_STATEMENTS];
};

// Remembers what SQLite's last call on this connection said, unless a fault is remembered already. Returns false.
bool sqlite_failed(struct db *db, const char *what);
// Runs statements without values and rows.
bool sqlite_script(struct db *db, const char *sql);
