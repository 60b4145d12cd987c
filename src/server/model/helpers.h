// SPDX-License-Identifier: GPL-3.0-or-later
// Those who come: no accounts, only what the desk must know to send them, and when each is taken. Thread: the db's.
#pragma once

#include "protocol/json.h"
#include "protocol/limits.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

#define MOST_HELPERS 400
#define MOST_BUILDINGS 12
#define HELPER_UNIT_MS (15 * MS_MINUTE) // a helper's time is given away in such pieces

struct helper {
  char id[UUID_SIZE];
  char name[NAME_SIZE]; // as elders hear it
  char phone[PHONE_SIZE];
  int service_count; // that they can do; none: nothing
  char services[MOST_SERVICES][UUID_SIZE];
  int building_count; // where they go, as rooms begin: "3 幢"; none: everywhere
  char buildings[MOST_BUILDINGS][ROOM_SIZE];
};

bool helper_read(const json_t *json, struct helper *out, struct fault *fault);
json_t *helper_write(const struct helper *helper);

bool helper_load(struct db *db, const char *id, struct helper *out); // false: none, or has gone
json_t *helpers_list(struct db *db);                                 // by name
// All that are there, by name; the array is the caller's to free.
struct helper *helpers_load(struct db *db, int *count);
bool helper_can(const struct helper *helper, const char *service_id);
bool helper_goes_to(const struct helper *helper, const char *room);

enum outcome helper_put(struct db *db, const struct helper *helper, const struct actor *who, anban_ms now,
                        struct fault *fault);
// Their links end. Visits they still have stay theirs by name, for the desk to give to somebody else.
enum outcome helper_remove(struct db *db, const char *id, const struct actor *who, anban_ms now, struct fault *fault);

// Takes all the pieces of their time from `from` on, or none: false when one of them is taken by another booking. A
// booking holds one helper's time at most: what it had is given back.
bool helper_take_time(struct db *db, const char *helper_id, const char *booking_id, anban_ms from, int minutes);
void helper_give_back_time(struct db *db, const char *booking_id);
