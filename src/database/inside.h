// SPDX-License-Identifier: GPL-3.0-or-later
// The inside of a database. Only the files of this folder include it.
#pragma once

#include "database/database.h"

#include <sqlite3.h>

#define MOST_KEPT_STATEMENTS 256 // more than a program has; what does not fit is prepared each time

struct kept_statement {
  sqlite3_stmt *statement;
  bool busy; // its rows are being read
};

struct database {
  sqlite3 *handle;
  char *path;
  const struct database_kind *kind; // NULL: opened raw
  enum database_mode mode;
  bool failed;
  bool damaged;       // so said the call that failed
  struct fault fault; // the first one, when failed
  int kept_count;
  struct kept_statement kept[MOST_KEPT_STATEMENTS];
};

// Remembers what SQLite's last call on this connection said, unless a fault is remembered already. Returns false.
bool database_failed_at(struct database *database, const char *what);
// A query's first value; 0 when there is no row.
int64_t database_ask(struct database *database, const char *sql);
// The newest step that the file has had; 0: none.
int64_t database_newest_step(struct database *database);
