// SPDX-License-Identifier: GPL-3.0-or-later
// The people of the community, 一人一档: what a kiosk may know of them and what only the desk may. Thread: the db's.
#pragma once

#include "protocol/catalogue.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

struct contact {
  char name[NAME_SIZE];
  char relation[NAME_SIZE]; // "女儿"
  char phone[PHONE_SIZE];
};

struct resident_file {
  struct resident resident; // its pin is the hash
  char phone[PHONE_SIZE];
  char note[TEXT_SIZE];
  int contact_count;
  struct contact contacts[MOST_CONTACTS];
  bool consent_portrait, consent_family_calls;
  // What stands stays, whatever is here: the PIN, and when calls are answered by themselves.
  bool keeps_pin, keeps_answer_hours;
};

// As the desk page sends it; what it does not speak of is kept. `pin` is the new PIN in the clear ("" takes it away),
// and is not in the file yet: resident_file_hash_pin puts it there.
bool resident_file_read(const json_t *json, struct resident_file *out, char pin[5], struct fault *fault);
// Slow on purpose (some 10 ms): not on a thread that others wait for. Thread: any.
bool resident_file_hash_pin(struct resident_file *file, const char *pin, struct fault *fault);
// As the desk page gets it: without the PIN, but whether there is one.
json_t *resident_file_write(const struct resident_file *file);

bool resident_load(struct db *db, const char *id, struct resident *out); // false: none, or has left
// Those who live here, by room and name; the array is the caller's to free. A portrait only with the person's consent.
struct resident *residents_load(struct db *db, int *count);
json_t *residents_list(struct db *db);
json_t *resident_one(struct db *db, const char *id); // as in the list; NULL: none, or has left

enum outcome resident_put(struct db *db, const struct resident_file *file, const struct actor *who, anban_ms now,
                          struct fault *fault);
// The same as a part of a larger change, whose author announces the catalogue once.
enum outcome resident_store(struct db *db, const struct resident_file *file, const struct actor *who, anban_ms now,
                            struct fault *fault);
// Their own part of departure_of_resident. False: there is no such resident.
// Whether somebody else than `but_id` has this card.
bool resident_card_is_taken(struct db *db, const char *card, const char *but_id);
bool resident_leave(struct db *db, const char *id, anban_ms now);

// When a call may be answered by itself, as the resident has set it at a kiosk; one who has left sets nothing.
void resident_set_answer_hours(struct db *db, const char *id, int from, int to, const struct actor *who, anban_ms now);

// How long the name of somebody who has left stays with their orders.
#define LEFT_KEPT_MS (90 * MS_DAY)
// Forgets the names of those who left before `before`. Returns how many.
int residents_forget(struct db *db, anban_ms before);

// Its row in message_kinds.c.
struct message_handler;
extern const struct message_handler answer_hours_handler;
