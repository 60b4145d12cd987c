// SPDX-License-Identifier: GPL-3.0-or-later
// What the kitchen can cook. Thread: the db's.
#pragma once

#include "protocol/catalogue.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

bool dish_load(struct db *db, const char *id, struct dish *out); // false: none, or taken off
// The dishes that are cooked now, by kind and name; the array is the caller's to free.
struct dish *dishes_load(struct db *db, int *count);
json_t *dishes_list(struct db *db);

enum outcome dish_put(struct db *db, const struct dish *dish, const struct actor *who, anban_ms now,
                      struct fault *fault);
// The same as a part of a larger change, whose author announces the catalogue once.
enum outcome dish_store(struct db *db, const struct dish *dish, const struct actor *who, anban_ms now,
                        struct fault *fault);
// Takes it off the menus too; orders that hold it stand.
enum outcome dish_remove(struct db *db, const char *id, const struct actor *who, anban_ms now, struct fault *fault);
