// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sqlite.h"

#include "base/file.h"
#include "base/memory.h"
#include "database/database.h"
#include "server/store/steps.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

struct sqlite {
  struct db db;
  struct database *file;
  int lock; // file that says a writer is at work; -1: none
};

struct sqlite_rows {
  struct db_rows base;
  struct database_rows rows;
};

static struct database *file_of(const struct db *db)
{
  return ((const struct sqlite *)db)->file;
}

static struct database_rows *rows_of(struct db_rows *rows)
{
  return &((struct sqlite_rows *)rows)->rows;
}

static bool make_folder_of(const char *path, struct fault *fault)
{
  const char *slash = strrchr(path, '/');
  if (!slash || slash == path)
    return true;
  struct buffer folder = {0};
  buffer_add(&folder, path, (size_t)(slash - path));
  bool ok = file_make_folder(folder.bytes, fault);
  buffer_free(&folder);
  return ok;
}

// Two writers on one file would race each other's checkpoints.
static bool lock_file(struct sqlite *sqlite, const char *path, struct fault *fault)
{
  struct buffer name = {0};
  buffer_printf(&name, "%s-lock", path);
  sqlite->lock = open(name.bytes, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  bool ok = sqlite->lock >= 0 && flock(sqlite->lock, LOCK_EX | LOCK_NB) == 0;
  if (!ok && errno == EWOULDBLOCK)
    fault_set(fault, "the database %s is in use by another anban-server", path);
  else if (!ok)
    fault_set(fault, "%s can't be made: %s", name.bytes, strerror(errno));
  buffer_free(&name);
  return ok;
}

static bool open_file(struct sqlite *sqlite, const char *path, enum db_mode mode, struct fault *fault)
{
  bool writes = mode == DB_WRITE;
  if (writes && !(make_folder_of(path, fault) && lock_file(sqlite, path, fault)))
    return false;
  enum database_mode how = writes ? DATABASE_WRITE : DATABASE_READ;
  return database_open(&sqlite->file, path, &server_file, how, fault) == DATABASE_READY;
}

static void close_file(struct db *db)
{
  struct sqlite *sqlite = (struct sqlite *)db;
  database_close(sqlite->file);
  if (sqlite->lock >= 0)
    close(sqlite->lock);
  free(sqlite);
}

static struct db *open_at(const char *path, enum db_mode mode, struct fault *fault)
{
  struct sqlite *sqlite = memory_new(sizeof *sqlite);
  *sqlite = (struct sqlite){.db = {.driver = &sqlite_driver}, .lock = -1};
  if (open_file(sqlite, path, mode, fault))
    return &sqlite->db;
  close_file(&sqlite->db);
  return NULL;
}

static bool migrate(struct db *db, struct fault *fault)
{
  return database_take_steps(file_of(db), fault);
}

static bool begin(struct db *db)
{
  return database_begin(file_of(db));
}

static bool commit(struct db *db)
{
  return database_commit(file_of(db));
}

static void rollback(struct db *db)
{
  database_rollback(file_of(db));
}

static int run(struct db *db, const char *sql, const char *types, va_list *values)
{
  return database_run_values(file_of(db), sql, types, values);
}

static struct db_rows *query(struct db *db, const char *sql, const char *types, va_list *values)
{
  struct sqlite_rows *rows = memory_new(sizeof *rows);
  rows->base.db = db;
  database_query_values(file_of(db), &rows->rows, sql, types, values);
  return &rows->base;
}

static bool next(struct db_rows *rows)
{
  return database_next(rows_of(rows));
}

static int64_t integer(struct db_rows *rows, int column)
{
  return database_integer(rows_of(rows), column);
}

static const char *text(struct db_rows *rows, int column)
{
  return database_text(rows_of(rows), column);
}

static const void *blob(struct db_rows *rows, int column, size_t *size)
{
  return database_blob(rows_of(rows), column, size);
}

static void end(struct db_rows *rows)
{
  database_end(rows_of(rows));
  free(rows);
}

static bool failed(const struct db *db)
{
  return database_failed(file_of(db));
}

static bool fault_take(struct db *db, struct fault *fault)
{
  return database_fault_take(file_of(db), fault);
}

static int64_t changes(const struct db *db)
{
  return database_changes(file_of(db));
}

const struct db_driver sqlite_driver = {
    .scheme = "sqlite",
    .open = open_at,
    .close = close_file,
    .migrate = migrate,
    .backup = sqlite_backup,
    .begin = begin,
    .commit = commit,
    .rollback = rollback,
    .run = run,
    .query = query,
    .next = next,
    .integer = integer,
    .text = text,
    .blob = blob,
    .end = end,
    .failed = failed,
    .fault_take = fault_take,
    .changes = changes,
};
