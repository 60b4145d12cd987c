// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/store/aside.h"

#include "base/log.h"
#include "database/database.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static bool name_of(const char *path, anban_ms now, int turn, char aside[ASIDE_PATH_SIZE])
{
  struct local_time utc = clock_local(now, 0);
  int stem = (int)(strlen(path) - strlen(".db"));
  char again[16] = "";
  if (turn > 0)
    FORMAT_TEXT(again, "-%d", turn);
  return text_format(aside, ASIDE_PATH_SIZE, "%.*s-damaged-%s-%02d%02d%02d%s.db", stem, path, utc.date, utc.minute / 60,
                     utc.minute % 60, utc.second, again);
}

static bool move(const char *from, const char *to, const char *suffix)
{
  char old[ASIDE_PATH_SIZE + 8], new[ASIDE_PATH_SIZE + 8];
  FORMAT_TEXT(old, "%s%s", from, suffix);
  FORMAT_TEXT(new, "%s%s", to, suffix);
  return rename(old, new) == 0 || (*suffix && errno == ENOENT);
}

bool aside_move(const char *path, anban_ms now, char aside[ASIDE_PATH_SIZE], struct fault *fault)
{
  int turn = 0;
  while (name_of(path, now, turn, aside) && access(aside, F_OK) == 0)
    turn++;
  // The journal first: without its file it would be taken for the new file's.
  if (move(path, aside, "-wal") && move(path, aside, "-journal") && move(path, aside, ""))
    return true;
  return fault_set(fault, "the damaged file %.150s can't be moved aside to %.150s: %s", path, aside, strerror(errno));
}

struct salvage {
  struct store *store;
  int saved;
};

static void take_over(void *ctx, const char *id, const char *text)
{
  struct salvage *salvage = ctx;
  struct fault fault;
  if (store_add_message(salvage->store, id, text, &fault))
    salvage->saved++;
  else
    log_error("store", "%s", fault.sentence);
}

int aside_salvage(struct store *store, const char *aside)
{
  struct salvage salvage = {.store = store};
  struct fault fault;
  struct store old = {.db = database_open_raw(aside, &fault)}; // the file stays as it was found
  if (!old.db || !store_each_message(&old, take_over, &salvage, &fault))
    log_warning("store", "not every message could be read: %s", fault.sentence);
  store_close(&old);
  return salvage.saved;
}
