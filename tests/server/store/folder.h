// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of a test's own with a database in it, gone afterwards.
#pragma once

#include "server/store/db.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct folder {
  char path[64];
  char file[80]; // the database
  char url[96];
};

static inline void folder_make(struct folder *folder)
{
  strcpy(folder->path, "/tmp/anban-test-XXXXXX");
  if (!mkdtemp(folder->path))
    abort();
  FORMAT_TEXT(folder->file, "%s/anban.db", folder->path);
  FORMAT_TEXT(folder->url, "sqlite:%s", folder->file);
}

static inline void folder_remove(const struct folder *folder)
{
  char command[96];
  FORMAT_TEXT(command, "rm -rf %s", folder->path);
  if (system(command) != 0)
    abort();
}

// The writing connection on a new database with the whole schema.
static inline struct db *folder_db(struct folder *folder)
{
  struct fault fault;
  folder_make(folder);
  struct db *db = db_open(folder->url, DB_WRITE, &fault);
  if (!db || !db_migrate(db, &fault)) {
    fprintf(stderr, "%s\n", fault.sentence);
    abort();
  }
  return db;
}

// A query's first value as a number; -1 when there is no row.
static inline int64_t number_of(struct db *db, const char *sql)
{
  struct db_rows *rows = db_query(db, sql, "");
  int64_t number = db_rows_next(rows) ? db_rows_integer(rows, 0) : -1;
  db_rows_end(rows);
  return number;
}
