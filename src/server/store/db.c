// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/driver.h"

#include <string.h>

static const struct db_driver *const drivers[] = {&sqlite_driver};

// NULL and a fault when it is of none. `*place` is then what follows the scheme.
static const struct db_driver *driver_of(const char *url, const char **place, struct fault *fault)
{
  for (size_t i = 0; i < sizeof drivers / sizeof *drivers; i++) {
    size_t length = strlen(drivers[i]->scheme);
    *place = url + length + 1;
    if (strncmp(url, drivers[i]->scheme, length) == 0 && url[length] == ':')
      return drivers[i];
  }
  fault_set(fault, "the database \"%s\" is of no known kind: sqlite:PATH is expected", url);
  return NULL;
}

struct db *db_open(const char *url, enum db_mode mode, struct fault *fault)
{
  const char *place;
  const struct db_driver *driver = driver_of(url, &place, fault);
  return driver ? driver->open(place, mode, fault) : NULL;
}

void db_close(struct db *db)
{
  if (!db)
    return;
  appended_free(&db->appended);
  db->driver->close(db);
}

bool db_migrate(struct db *db, struct fault *fault)
{
  return db->driver->migrate(db, fault);
}

bool db_backup(const char *url, const char *to, struct fault *fault)
{
  const char *place;
  const struct db_driver *driver = driver_of(url, &place, fault);
  return driver && driver->backup(place, to, fault);
}

bool db_begin(struct db *db)
{
  appended_free(&db->appended);
  return db->driver->begin(db);
}

bool db_commit(struct db *db)
{
  bool committed = db->driver->commit(db);
  if (!committed)
    appended_free(&db->appended);
  return committed;
}

void db_rollback(struct db *db)
{
  appended_free(&db->appended);
  db->driver->rollback(db);
}

int db_run(struct db *db, const char *sql, const char *types, ...)
{
  va_list values;
  va_start(values, types);
  int changed = db->driver->run(db, sql, types, &values);
  va_end(values);
  return changed;
}

struct db_rows *db_query(struct db *db, const char *sql, const char *types, ...)
{
  va_list values;
  va_start(values, types);
  struct db_rows *rows = db->driver->query(db, sql, types, &values);
  va_end(values);
  return rows;
}

bool db_rows_next(struct db_rows *rows)
{
  return rows->db->driver->next(rows);
}

int64_t db_rows_integer(struct db_rows *rows, int column)
{
  return rows->db->driver->integer(rows, column);
}

const char *db_rows_text(struct db_rows *rows, int column)
{
  return rows->db->driver->text(rows, column);
}

const void *db_rows_blob(struct db_rows *rows, int column, size_t *size)
{
  return rows->db->driver->blob(rows, column, size);
}

void db_rows_end(struct db_rows *rows)
{
  rows->db->driver->end(rows);
}

bool db_failed(const struct db *db)
{
  return db->driver->failed(db);
}

bool db_fault_take(struct db *db, struct fault *fault)
{
  return db->driver->fault_take(db, fault);
}

int64_t db_changes(const struct db *db)
{
  return db->driver->changes(db);
}
