// SPDX-License-Identifier: GPL-3.0-or-later
// What is offered at which meal of which day. Thread: the db's.
#pragma once

#include "protocol/catalogue.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

// False: nothing is offered then, and `out` is an empty menu.
bool menu_load(struct db *db, const char *date, enum meal meal, struct menu *out);
bool menu_has(const struct menu *menu, const char *dish_id);
// The menus of the days from `from` to `to`, both included, at most `most`; the array is the caller's to free.
struct menu *menus_load(struct db *db, const char *from, const char *to, int most, int *count);
json_t *menus_list(struct db *db, const char *from, const char *to);

// The whole menu of that meal; none at all when it has no dishes. Orders made already stand.
enum outcome menu_put(struct db *db, const struct menu *menu, const struct actor *who, anban_ms now,
                      struct fault *fault);
// The same as a part of a larger change, whose author announces the catalogue once.
enum outcome menu_store(struct db *db, const struct menu *menu, const struct actor *who, anban_ms now,
                        struct fault *fault);

// How the audit names a menu: "2026-11-22 lunch".
#define MENU_THING_SIZE 32
void menu_thing(const struct menu *menu, char out[MENU_THING_SIZE]);
