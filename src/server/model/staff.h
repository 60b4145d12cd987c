// SPDX-License-Identifier: GPL-3.0-or-later
// Staff: who may sign in at the desk page, and as what. Thread: the db's.
#pragma once

#include "base/secret.h"
#include "protocol/json.h"
#include "protocol/limits.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

enum staff_role { STAFF_DESK = 0, STAFF_KITCHEN = 1, STAFF_ADMIN = 2, STAFF_ROLES }; // "desk" "kitchen" "admin"
const char *staff_role_code(enum staff_role role);
enum staff_role staff_role_of(const char *code); // STAFF_ROLES when none

struct staff {
  char id[UUID_SIZE];
  char name[NAME_SIZE];         // to sign in with; one of a kind
  char display_name[NAME_SIZE]; // as others see it
  enum staff_role role;
};

// {id, name, display_name, role}
bool staff_read(const json_t *json, struct staff *out, struct fault *fault);
json_t *staff_write(const struct staff *staff);

bool staff_get(struct db *db, const char *id, struct staff *out);
// With the password's hash, for signing in.
bool staff_find(struct db *db, const char *name, struct staff *out, char hash[PASSWORD_HASH_SIZE]);
json_t *staff_list(struct db *db); // a new reference to an array, by name
int staff_count(struct db *db);

// Adds or changes; a new one needs a password, `hash` "" keeps the old one's. Whose password or role changes is signed
// out everywhere, which `signed_out` tells (NULL: nobody wants to know). Somebody must be left who may change staff.
enum outcome staff_put(struct db *db, const struct staff *staff, const char *hash, const struct actor *who,
                       anban_ms now, bool *signed_out, struct fault *fault);
enum outcome staff_remove(struct db *db, const char *id, const struct actor *who, anban_ms now, struct fault *fault);
