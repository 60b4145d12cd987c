// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/inside.h"

#include "base/file.h"
#include "base/memory.h"
#include "server/store/steps.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

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
static bool lock_file(struct db *db, const char *path, struct fault *fault)
{
  struct buffer name = {0};
  buffer_printf(&name, "%s-lock", path);
  db->lock = open(name.bytes, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  bool ok = db->lock >= 0 && flock(db->lock, LOCK_EX | LOCK_NB) == 0;
  if (!ok && errno == EWOULDBLOCK)
    fault_set(fault, "the database %s is in use by another anban-server", path);
  else if (!ok)
    fault_set(fault, "%s can't be made: %s", name.bytes, strerror(errno));
  buffer_free(&name);
  return ok;
}

static bool open_file(struct db *db, const char *path, enum db_mode mode, struct fault *fault)
{
  bool writes = mode == DB_WRITE;
  if (writes && !(make_folder_of(path, fault) && lock_file(db, path, fault)))
    return false;
  enum database_mode how = writes ? DATABASE_WRITE : DATABASE_READ;
  return database_open(&db->file, path, &server_file, how, fault) == DATABASE_READY;
}

struct db *db_open(const char *url, enum db_mode mode, struct fault *fault)
{
  static const char scheme[] = "sqlite:";
  if (strncmp(url, scheme, sizeof scheme - 1) != 0) {
    fault_set(fault, "the database \"%s\" is of no known kind: sqlite:PATH is expected", url);
    return NULL;
  }
  struct db *db = memory_new(sizeof *db);
  db->lock = -1;
  if (open_file(db, url + sizeof scheme - 1, mode, fault))
    return db;
  db_close(db);
  return NULL;
}

void db_close(struct db *db)
{
  if (!db)
    return;
  database_close(db->file);
  if (db->lock >= 0)
    close(db->lock);
  free(db);
}
