// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sqlite.h"

#include "base/file.h"
#include "database/database.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

// More events than any reader can be ahead of the copy.
#define JUMP_AHEAD "UPDATE stream SET gone = newest + 1000000, newest = newest + 1000000; DELETE FROM event"

static bool vacuum_into(const char *path, const char *to, struct fault *fault)
{
  struct db *db = sqlite_driver.open(path, DB_READ, fault); // never checkpoints, so it may stand beside the writer
  if (!db)
    return false;
  db_run(db, "VACUUM INTO $1", "s", to);
  bool ok = !db_fault_take(db, fault);
  db_close(db);
  return ok;
}

static bool jump_ahead(const char *path, struct fault *fault)
{
  struct database *copy = database_open_raw(path, fault);
  if (!copy)
    return false;
  if (database_begin(copy))
    database_script(copy, JUMP_AHEAD);
  bool ok = database_commit(copy) || !database_fault_take(copy, fault);
  database_close(copy);
  return ok;
}

// An empty file that only its owner may read; SQLite fills it.
static bool make_private(const char *path, struct fault *fault)
{
  int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    return fault_set(fault, "%s can't be made: %s", path, strerror(errno));
  return close(fd) == 0;
}

bool sqlite_backup(const char *path, const char *to, struct fault *fault)
{
  if (access(to, F_OK) == 0)
    return fault_set(fault, "%s is there already, and a backup overwrites nothing", to);
  struct buffer temporary = {0};
  buffer_printf(&temporary, "%s.new", to);
  unlink(temporary.bytes);
  bool ok = make_private(temporary.bytes, fault) && vacuum_into(path, temporary.bytes, fault) &&
            jump_ahead(temporary.bytes, fault) && file_settle(temporary.bytes, to, fault);
  if (!ok)
    unlink(temporary.bytes);
  buffer_free(&temporary);
  return ok;
}
