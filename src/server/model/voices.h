// SPDX-License-Identifier: GPL-3.0-or-later
// Recorded voices of the site: who speaks, what they agreed to, and their clips. Kiosks have the ones in use, one a
// locale. Each change of what kiosks have is announced. Thread: the db's.
#pragma once

#include "protocol/pack.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

struct voice {
  char id[UUID_SIZE];
  char speaker[NAME_SIZE];
  char locale[LOCALE_SIZE];
  char licence[NAME_SIZE];
  char consent_date[CLOCK_DATE_SIZE];
  char consent_words[CONSENT_SIZE];
  bool in_use;
  int64_t revision;
};

bool voice_read(const json_t *json, struct voice *out, struct fault *fault);
json_t *voice_write(const struct voice *voice);

bool voice_load(struct db *db, const char *id, struct voice *out); // false: there is none
// At most MOST_PACKS, the oldest first; the caller frees.
struct voice *voices_load(struct db *db, int *count);
// NULL: there is none. Give back with pack_free.
struct pack *voice_pack(struct db *db, const char *id);
// Those in use, as a snapshot names them; the caller frees.
struct pack_name *voices_in_use(struct db *db, int *count);

// New, or changed: its locale never changes, for its clips are said in it. One that is put in use takes the place of
// the one of its locale.
enum outcome voice_put(struct db *db, const struct voice *voice, const struct actor *who, anban_ms now,
                       struct fault *fault);
// The speaker takes the consent back: the voice, its clips and their sound are gone when this is committed.
enum outcome voice_withdraw(struct db *db, const char *id, const struct actor *who, anban_ms now, struct fault *fault);

// `clip`: all but the hash, which is set. What was said before of the same text is forgotten.
enum outcome clip_put(struct db *db, const char *voice_id, struct clip *clip, const struct buffer *opus,
                      const struct actor *who, anban_ms now, struct fault *fault);
enum outcome clip_remove(struct db *db, const char *voice_id, const char *text, const struct actor *who, anban_ms now,
                         struct fault *fault);
// Somebody has left: nobody's voice goes on saying the name, unless another resident has it too.
void clips_forget_resident(struct db *db, const char *resident_id, anban_ms now);
