// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/inside.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

// Only the owner may read what is known about people; SQLite gives its log the same mode.
static bool make_file(const char *path, struct fault *fault)
{
  int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0)
    return fault_set(fault, "the database %s can't be opened: %s", path, strerror(errno));
  return close(fd) == 0;
}

// As a call that failed, for what SQLite itself finds nothing wrong with.
#define FAIL(database, ...) ((database)->failed = true, fault_set(&(database)->fault, __VA_ARGS__))

static bool is_ours(struct database *database)
{
  int64_t id = database_ask(database, "PRAGMA application_id");
  bool empty = database_ask(database, "SELECT count(*) FROM sqlite_schema") == 0;
  const struct database_kind *kind = database->kind;
  if (database->failed)
    return false;
  if (empty || (id == kind->application_id && (id != 0 || database_newest_step(database) > 0)))
    return !database->failed;
  return FAIL(database, "the database %s was not made by %s", database->path, kind->program);
}

// Reads the whole file once: a damaged one is named now, before anything is written to it.
static bool is_sound(struct database *database)
{
  struct database_rows rows;
  database_query(database, &rows, "PRAGMA quick_check(1)", "");
  bool sound = database_next(&rows) && strcmp(database_text(&rows, 0), "ok") == 0;
  if (!sound && !database->failed) {
    database->damaged = true;
    FAIL(database, "the database %s: the file is damaged (%s)", database->path, database_text(&rows, 0));
  }
  database_end(&rows);
  return sound;
}

static bool is_known(struct database *database)
{
  const struct database_kind *kind = database->kind;
  int64_t newest = database_newest_step(database);
  if (newest > kind->step_count && !database->failed)
    return FAIL(database, "the database %s was written by a newer %s: it has schema %" PRId64 ", this one knows %d",
                database->path, kind->program, newest, kind->step_count);
  return !database->failed;
}

static bool set_up(struct database *database)
{
  const struct database_kind *kind = database->kind;
  char log[64], sign[64];
  sqlite3_db_config(database->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  FORMAT_TEXT(log, "PRAGMA wal_autocheckpoint = %d", kind->log_pages);
  FORMAT_TEXT(sign, "PRAGMA application_id = %" PRId64, kind->application_id);
  // Every commit reaches the disk.
  bool ok = database_script(database, "PRAGMA journal_mode = WAL") &&
            database_script(database, "PRAGMA synchronous = FULL") && database_script(database, log) &&
            database_script(database, "PRAGMA foreign_keys = ON");
  return ok &&
         (database_ask(database, "PRAGMA application_id") == kind->application_id || database_script(database, sign));
}

static void keep_log(struct database *database, bool keep)
{
  sqlite3_db_config(database->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, keep, NULL);
}

static bool prepare_for_writing(struct database *database)
{
  keep_log(database, true);
  // Before the first reading, or the file of shared memory is made.
  if (database->kind->alone && !database_script(database, "PRAGMA locking_mode = EXCLUSIVE"))
    return false;
  if (!is_ours(database) || !is_sound(database) || !is_known(database))
    return false;
  keep_log(database, false);
  return set_up(database);
}

static struct database *open_file(const char *path, const struct database_kind *kind, enum database_mode mode,
                                  struct fault *fault)
{
  struct database *database = memory_new(sizeof *database);
  *database = (struct database){.path = memory_text(path), .kind = kind, .mode = mode};
  int flags = mode == DATABASE_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  if (sqlite3_open_v2(path, &database->handle, flags | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK) {
    sqlite3_extended_result_codes(database->handle, 1);
    return database;
  }
  fault_set(fault, "the database %s can't be opened: %s", path, sqlite3_errmsg(database->handle));
  database_close(database);
  return NULL;
}

enum database_state database_open(struct database **out, const char *path, const struct database_kind *kind,
                                  enum database_mode mode, struct fault *fault)
{
  *out = NULL;
  if (mode == DATABASE_WRITE && !make_file(path, fault))
    return DATABASE_REFUSED;
  struct database *database = open_file(path, kind, mode, fault);
  if (!database)
    return DATABASE_REFUSED;
  sqlite3_busy_timeout(database->handle, kind->alone ? 0 : 5000);
  if (mode == DATABASE_WRITE ? prepare_for_writing(database) : is_ours(database)) {
    *out = database;
    return DATABASE_READY;
  }
  enum database_state state = database->damaged ? DATABASE_DAMAGED : DATABASE_REFUSED;
  database_fault_take(database, fault);
  database_close(database);
  return state;
}

struct database *database_open_raw(const char *path, struct fault *fault)
{
  struct database *database = open_file(path, NULL, DATABASE_WRITE, fault);
  if (database)
    keep_log(database, true);
  return database;
}

void database_close(struct database *database)
{
  if (!database)
    return;
  for (int i = 0; i < database->kept_count; i++)
    sqlite3_finalize(database->kept[i].statement);
  sqlite3_close(database->handle);
  free(database->path);
  free(database);
}
