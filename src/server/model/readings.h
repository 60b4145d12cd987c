// SPDX-License-Identifier: GPL-3.0-or-later
// How words are read at this site, whatever the dictionary says. Thread: the db's.
#pragma once

#include "protocol/reading.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

// By word; the caller frees.
struct reading *readings_load(struct db *db, int *count);
json_t *readings_list(struct db *db);
json_t *reading_one(struct db *db, const char *word); // as in the list; NULL: none
// New, or in place of the one that the word has. reading_store announces nothing: for many at once.
enum outcome reading_store(struct db *db, const struct reading *reading, const struct actor *who, anban_ms now,
                           struct fault *fault);
enum outcome reading_put(struct db *db, const struct reading *reading, const struct actor *who, anban_ms now,
                         struct fault *fault);
enum outcome reading_remove(struct db *db, const char *word, const struct actor *who, anban_ms now,
                            struct fault *fault);
// Somebody has left: the reading of that very name goes, unless another resident has it too.
void reading_forget_resident(struct db *db, const char *resident_id, anban_ms now);
