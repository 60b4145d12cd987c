// SPDX-License-Identifier: GPL-3.0-or-later
// What people said when nobody answered, from a resident to somebody of the family and the other way round, or from
// staff to a resident. Thread: the db's.
#pragma once

#include "protocol/family.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

#include <stddef.h>

#define VOICE_MESSAGES_KEPT_MS (30 * MS_DAY)
#define MOST_KEPT_VOICES 40 // of one resident; then the oldest go, what was heard first

// "audio/ogg", "audio/webm" or "audio/mp4" by the bytes themselves; NULL: none of these.
const char *voice_message_type(const void *bytes, size_t size);

// Keeps it and tells whom it concerns. The same id with the same bytes is kept once; with others it is a conflict.
// `message`: its type is found here. Who may send to whom is held here too.
enum outcome voice_message_put(struct db *db, const struct voice_message *message, const void *bytes, size_t size,
                               anban_ms now, struct fault *fault);
bool voice_message_get(struct db *db, const char *id, struct voice_message *out);
// Appends the bytes.
bool voice_message_bytes(struct db *db, const char *id, struct buffer *out);
// Whom it is to has heard it. A second time changes nothing.
enum outcome voice_message_hear(struct db *db, const char *id, anban_ms now, struct fault *fault);
// To and from this party, newest first.
json_t *voice_message_list(struct db *db, const struct party *party);
// The newest of each resident; the array is the caller's to free.
struct voice_message *voice_message_load(struct db *db, int *count);

int voice_message_prune(struct db *db, anban_ms before, int most);
// All of a resident who leaves; all of a member who is taken away.
void voice_message_forget_resident(struct db *db, const char *resident_id, anban_ms now);
void voice_message_forget_member(struct db *db, const char *member_id, anban_ms now);
