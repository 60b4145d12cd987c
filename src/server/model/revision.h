// SPDX-License-Identifier: GPL-3.0-or-later
// Which revision of a thing somebody had before them when they changed it, so that of two people who edit one thing the
// second can't silently undo what the first has saved. Thread: the db's.
#pragma once

#include "protocol/json.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

// What people edit in forms.
enum revised {
  REVISED_RESIDENT,
  REVISED_FAMILY,
  REVISED_DISH,
  REVISED_MENU, // by menu_thing
  REVISED_SITE, // by ""
  REVISED_STAFF,
  REVISED_READING, // by its word
};

struct revision {
  int64_t number;     // 0: nobody has changed it yet; numbers of all things grow together, so none comes twice
  char by[NAME_SIZE]; // who made it; empty: no person did
  anban_ms at;
};

void revision_get(struct db *db, enum revised kind, const char *id, struct revision *out);
// The thing has been changed by `who`. Each rule that changes one says so.
void revision_next(struct db *db, enum revised kind, const char *id, const struct actor *who, anban_ms now);
// The thing is there no more.
void revision_end(struct db *db, enum revised kind, const char *id);
// Puts "revision" beside the other members of the thing, or of all things of a list, which `key` tells apart.
void revision_add(struct db *db, enum revised kind, const char *id, json_t *thing);
void revisions_add(struct db *db, enum revised kind, const char *key, json_t *list);
