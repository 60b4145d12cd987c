// SPDX-License-Identifier: GPL-3.0-or-later
// The families of residents, as the desk keeps them. A member comes in by a personal link; the data keep its hash only.
// Thread: the db's.
#pragma once

#include "protocol/family.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

bool family_get(struct db *db, const char *id, struct family_member *out);
// Whose link it is; false when there is none, or when the resident has not agreed to calls of the family.
bool family_of_link(struct db *db, const char *token, struct family_member *out);
// As the desk sees them: [{…, "has_link", "added_at"}], by when they were added.
json_t *family_list(struct db *db, const char *resident_id);
// Of all residents who live here and have agreed to such calls; the array is the caller's to free.
struct family_member *families_load(struct db *db, int *count);
// Of one of them, at most MOST_FAMILY.
int family_load(struct db *db, const char *resident_id, struct family_member out[MOST_FAMILY]);
// Whether the resident lives here and has agreed to calls of the family.
bool family_may_call(struct db *db, const char *resident_id);
// Whether a picture is of the member's family, or of the resident with their consent.
bool family_may_see(struct db *db, const struct family_member *member, const char *hash);

// Adds or changes. Nobody moves to another resident's family.
enum outcome family_put(struct db *db, const struct family_member *member, const struct actor *who, anban_ms now,
                        struct fault *fault);
// The same as a part of a larger change, whose author announces the catalogue once.
enum outcome family_store(struct db *db, const struct family_member *member, const struct actor *who, anban_ms now,
                          struct fault *fault);
// Their own part of departure_of_member: their sessions end too. False: there is no such member.
bool family_leave(struct db *db, const char *id);
// A new link, or with "" none any more. What came in by the old one is signed out.
enum outcome family_set_link(struct db *db, const char *id, const char *token, const struct actor *who, anban_ms now,
                             struct fault *fault);
// All of a resident who leaves.
void family_forget_resident(struct db *db, const char *resident_id, anban_ms now);
