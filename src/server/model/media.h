// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of people and dishes and clips of voices, known by the hash of their bytes: what has a hash never changes.
// Thread: the db's.
#pragma once

#include "server/model/outcome.h"
#include "server/store/db.h"

#include <stddef.h>

// "image/png", "image/jpeg" or "image/webp" by the bytes themselves, whatever the sender calls them; NULL: none of
// these. SVG is not taken: it can hold a program.
const char *media_type(const void *bytes, size_t size);

// Keeps the picture and says its hash; the same picture twice is kept once.
enum outcome media_put(struct db *db, const void *bytes, size_t size, anban_ms now, char hash[HASH_SIZE],
                       struct fault *fault);
// A clip of a recorded voice, Ogg Opus as server/sound makes it.
void media_keep_sound(struct db *db, const void *bytes, size_t size, anban_ms now, char hash[HASH_SIZE]);
// At once, unless another clip is the same bytes.
void media_forget_sound(struct db *db, const char *hash);
// Appends the bytes and says their type, a constant. NULL: there is no such thing.
const char *media_get(struct db *db, const char *hash, struct buffer *bytes);
// Forgets at most `most` of what nobody, no dish and no voice has and that were added before `before`. Returns how
// many.
int media_prune(struct db *db, anban_ms before, int most);
