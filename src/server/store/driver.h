// SPDX-License-Identifier: GPL-3.0-or-later
// What stands behind the door: a driver is a table of functions, with what each of db.h promises. SQLite is one, tests
// have a scripted one. A driver's own connection and rows begin with the structs below. Only the files of this folder
// and drivers include it.
#pragma once

#include "server/store/db.h"
#include "server/store/events.h"

#include <stdarg.h>

struct db {
  const struct db_driver *driver;
  struct appended appended; // of the transaction, until db_begin or db_rollback
};

struct db_rows {
  struct db *db;
};

struct db_driver {
  const char *scheme; // of its URLs, SCHEME:PLACE
  struct db *(*open)(const char *place, enum db_mode mode, struct fault *fault);
  void (*close)(struct db *db);
  bool (*migrate)(struct db *db, struct fault *fault);
  bool (*backup)(const char *place, const char *to, struct fault *fault);
  bool (*begin)(struct db *db);
  bool (*commit)(struct db *db);
  void (*rollback)(struct db *db);
  int (*run)(struct db *db, const char *sql, const char *types, va_list *values);
  struct db_rows *(*query)(struct db *db, const char *sql, const char *types, va_list *values); // fills in `db`
  bool (*next)(struct db_rows *rows);
  int64_t (*integer)(struct db_rows *rows, int column);
  const char *(*text)(struct db_rows *rows, int column);
  const void *(*blob)(struct db_rows *rows, int column, size_t *size);
  void (*end)(struct db_rows *rows);
  bool (*failed)(const struct db *db);
  bool (*fault_take)(struct db *db, struct fault *fault);
  int64_t (*changes)(const struct db *db);
};

extern const struct db_driver sqlite_driver;
