// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sqlite.h"

#include "base/file.h"
#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define APPLICATION_ID 1097753185 // "Anba" as four bytes: tells our files from other people's
#define SIGN "PRAGMA application_id = 1097753185"

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
static bool lock_file(struct db *db, struct fault *fault)
{
  struct buffer name = {0};
  buffer_printf(&name, "%s-lock", db->path);
  db->lock = open(name.bytes, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  bool ok = db->lock >= 0 && flock(db->lock, LOCK_EX | LOCK_NB) == 0;
  if (!ok && errno == EWOULDBLOCK)
    fault_set(fault, "the database %s is in use by another anban-server", db->path);
  else if (!ok)
    fault_set(fault, "%s can't be made: %s", name.bytes, strerror(errno));
  buffer_free(&name);
  return ok;
}

// Only the owner may read what is known about people; SQLite gives its log the same mode.
static bool make_file(const char *path, struct fault *fault)
{
  int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0)
    return fault_set(fault, "the database %s can't be opened: %s", path, strerror(errno));
  return close(fd) == 0;
}

static int64_t ask(struct db *db, const char *sql)
{
  struct db_rows *rows = db_query(db, sql, "");
  int64_t answer = db_rows_next(rows) ? db_rows_integer(rows, 0) : 0;
  db_rows_end(rows);
  return answer;
}

// Reads the whole file once: a damaged one is named now, before anything is written to it.
static bool is_sound(struct db *db)
{
  struct db_rows *rows = db_query(db, "PRAGMA quick_check(1)", "");
  bool sound = db_rows_next(rows) && strcmp(db_rows_text(rows, 0), "ok") == 0;
  if (!sound && !db->failed) {
    db->failed = true;
    fault_set(&db->fault, "the database %s: the file is damaged (%s)", db->path, db_rows_text(rows, 0));
  }
  db_rows_end(rows);
  return sound;
}

static bool is_ours(struct db *db)
{
  if (ask(db, "PRAGMA application_id") == APPLICATION_ID || db->failed)
    return !db->failed;
  if (ask(db, "SELECT count(*) FROM sqlite_schema") == 0 && !db->failed)
    return true;
  if (!db->failed)
    fault_set(&db->fault, "the database %s was not made by anban-server", db->path);
  db->failed = true;
  return false;
}

static bool prepare_for_writing(struct db *db)
{
  // A file that turns out to be damaged is left as it was found, its log too.
  sqlite3_db_config(db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
  if (!is_ours(db) || !is_sound(db))
    return false;
  sqlite3_db_config(db->handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
  sqlite3_db_config(db->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  // Every commit reaches the disk. The log is folded in every 16 MB or so: fewer pauses in a busy hour.
  bool ok = sqlite_script(db, "PRAGMA journal_mode = WAL") && sqlite_script(db, "PRAGMA synchronous = FULL") &&
            sqlite_script(db, "PRAGMA wal_autocheckpoint = 4000") && sqlite_script(db, "PRAGMA foreign_keys = ON");
  return ok && (ask(db, "PRAGMA application_id") == APPLICATION_ID || sqlite_script(db, SIGN));
}

static bool open_file(struct db *db, struct fault *fault)
{
  int flags = db->mode == DB_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  if (sqlite3_open_v2(db->path, &db->handle, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    return fault_set(fault, "the database %s can't be opened: %s", db->path, sqlite3_errmsg(db->handle));
  sqlite3_extended_result_codes(db->handle, 1);
  sqlite3_busy_timeout(db->handle, 5000);
  bool ok = db->mode == DB_WRITE ? prepare_for_writing(db) : is_ours(db);
  return ok || !db_fault_take(db, fault);
}

struct db *db_open(const char *url, enum db_mode mode, struct fault *fault)
{
  static const char scheme[] = "sqlite:";
  if (strncmp(url, scheme, sizeof scheme - 1) != 0) {
    fault_set(fault, "the database \"%s\" is of no known kind: sqlite:PATH is expected", url);
    return NULL;
  }
  struct db *db = memory_new(sizeof *db);
  db->path = memory_text(url + sizeof scheme - 1);
  db->mode = mode;
  db->lock = -1;
  bool ok = mode == DB_READ || (make_folder_of(db->path, fault) && lock_file(db, fault) && make_file(db->path, fault));
  if (ok && open_file(db, fault))
    return db;
  db_close(db);
  return NULL;
}

void db_close(struct db *db)
{
  if (!db)
    return;
  for (int i = 0; i < db->kept_count; i++)
    sqlite3_finalize(db->kept[i].statement);
  sqlite3_close(db->handle);
  if (db->lock >= 0)
    close(db->lock);
  free(db->path);
  free(db);
}
