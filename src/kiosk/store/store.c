// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/store/store.h"

#include "base/file.h"
#include "kiosk/store/aside.h"
#include "kiosk/store/steps.h"

static enum database_state open_file(struct store *store, struct fault *fault)
{
  enum database_state state = database_open(&store->db, store->path, &kiosk_file, DATABASE_WRITE, fault);
  if (state != DATABASE_READY || database_take_steps(store->db, fault))
    return state;
  store_close(store);
  return DATABASE_REFUSED;
}

// The file is damaged, `fault` says how. Ends with a new one in its place.
static enum store_state renew(struct store *store, anban_ms now, struct fault *fault)
{
  char aside[ASIDE_PATH_SIZE];
  struct fault why = *fault;
  if (!aside_move(store->path, now, aside, fault) || open_file(store, fault) != DATABASE_READY)
    return STORE_CLOSED;
  int saved = aside_salvage(store, aside);
  fault_set(fault,
            "the kiosk's file was damaged (%.200s); it now stands aside as %.160s, %d waiting messages were saved",
            why.sentence, aside, saved);
  return STORE_RENEWED;
}

enum store_state store_open(struct store *store, const char *folder, anban_ms now, struct fault *fault)
{
  *store = (struct store){0};
  if (!FORMAT_TEXT(store->path, "%s/kiosk.db", folder)) {
    fault_set(fault, "the name of the data folder %.200s… is too long", folder);
    return STORE_CLOSED;
  }
  if (!file_make_folder(folder, fault))
    return STORE_CLOSED;
  switch (open_file(store, fault)) {
  case DATABASE_READY:
    return STORE_READY;
  case DATABASE_DAMAGED:
    return renew(store, now, fault);
  case DATABASE_REFUSED:
    break;
  }
  return STORE_CLOSED;
}

void store_close(struct store *store)
{
  database_close(store->db);
  store->db = NULL;
}
