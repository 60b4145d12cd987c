// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/voice_message.h"

#include "base/memory.h"
#include "base/text.h"
#include "server/model/announce.h"
#include "server/model/family.h"
#include "server/model/residents.h"

#include <string.h>

#define COLUMNS "id, resident_id, from_kind, from_id, to_kind, to_id, made_at, heard_at, type, seconds"

static bool begins(const char *bytes, size_t size, size_t at, const char *words, size_t length)
{
  return size >= at + length && memcmp(bytes + at, words, length) == 0;
}

const char *voice_message_type(const void *bytes, size_t size)
{
  if (begins(bytes, size, 0, "OggS", 4))
    return "audio/ogg";
  if (begins(bytes, size, 0, "\x1A\x45\xDF\xA3", 4))
    return "audio/webm";
  return begins(bytes, size, 4, "ftyp", 4) ? "audio/mp4" : NULL;
}

static void read_row(struct db_rows *rows, struct voice_message *out)
{
  *out = (struct voice_message){.from = {.kind = (enum party_kind)db_rows_integer(rows, 2)},
                                .to = {.kind = (enum party_kind)db_rows_integer(rows, 4)},
                                .made_at = db_rows_integer(rows, 6),
                                .heard_at = db_rows_integer(rows, 7),
                                .seconds = (int)db_rows_integer(rows, 9)};
  COPY_TEXT(out->id, db_rows_text(rows, 0));
  COPY_TEXT(out->resident_id, db_rows_text(rows, 1));
  COPY_TEXT(out->from.id, db_rows_text(rows, 3));
  COPY_TEXT(out->to.id, db_rows_text(rows, 5));
  COPY_TEXT(out->type, db_rows_text(rows, 8));
}

bool voice_message_get(struct db *db, const char *id, struct voice_message *out)
{
  struct db_rows *rows = db_query(db, "SELECT " COLUMNS " FROM voice_message WHERE id = $1", "s", id);
  bool found = db_rows_next(rows);
  if (found)
    read_row(rows, out);
  db_rows_end(rows);
  return found;
}

bool voice_message_bytes(struct db *db, const char *id, struct buffer *out)
{
  struct db_rows *rows = db_query(db, "SELECT bytes FROM voice_message WHERE id = $1", "s", id);
  bool found = db_rows_next(rows);
  size_t size = 0;
  if (found) {
    const void *bytes = db_rows_blob(rows, 0, &size);
    buffer_add(out, bytes, size);
  }
  db_rows_end(rows);
  return found;
}

// Between the resident and their own family, or from staff to the resident.
static bool may_be_sent(struct db *db, const struct voice_message *m)
{
  struct resident resident;
  struct family_member member;
  struct party own = {.kind = PARTY_RESIDENT};
  COPY_TEXT(own.id, m->resident_id);
  bool from_elder = party_same(&m->from, &own), to_elder = party_same(&m->to, &own);
  if (from_elder == to_elder || !resident_load(db, m->resident_id, &resident))
    return false;
  const struct party *other = from_elder ? &m->to : &m->from;
  if (other->kind == PARTY_STAFF)
    return to_elder;
  return other->kind == PARTY_FAMILY && family_get(db, other->id, &member) &&
         strcmp(member.resident_id, m->resident_id) == 0 && family_may_call(db, m->resident_id);
}

static enum outcome check(struct db *db, const struct voice_message *message, const void *bytes, size_t size,
                          struct fault *fault)
{
  if (!voice_message_type(bytes, size) || size > MOST_VOICE_BYTES) {
    fault_set(fault, "A voice message is Ogg, WebM or MP4 of at most %d bytes.", MOST_VOICE_BYTES);
    return OUTCOME_WRONG;
  }
  if (!may_be_sent(db, message)) {
    fault_set(fault, "Voice messages go between a resident and their own family only.");
    return OUTCOME_NOT_FOUND;
  }
  return OUTCOME_DONE;
}

// Whether the id is there already; then `*outcome` tells whether it is the same message.
static bool was_kept(struct db *db, const char *id, const char *hash, enum outcome *outcome, struct fault *fault)
{
  struct db_rows *rows = db_query(db, "SELECT hash FROM voice_message WHERE id = $1", "s", id);
  bool found = db_rows_next(rows);
  bool same = found && strcmp(db_rows_text(rows, 0), hash) == 0;
  db_rows_end(rows);
  *outcome = same ? OUTCOME_DONE : OUTCOME_CONFLICT;
  if (found && !same)
    fault_set(fault, "The voice message %s was kept before with another content.", id);
  return found;
}

static void drop_oldest(struct db *db, const char *resident_id)
{
  db_run(db,
         "DELETE FROM voice_message WHERE id IN (SELECT id FROM (SELECT id, ROW_NUMBER() OVER (ORDER BY"
         " CASE WHEN heard_at = 0 THEN 0 ELSE 1 END, made_at DESC, id) AS place FROM voice_message"
         " WHERE resident_id = $1) AS ranked WHERE place > $2)",
         "si", resident_id, (int64_t)MOST_KEPT_VOICES);
}

enum outcome voice_message_put(struct db *db, const struct voice_message *m, const void *bytes, size_t size,
                               anban_ms now, struct fault *fault)
{
  char hash[HASH_SIZE];
  struct voice_message kept = *m;
  enum outcome outcome = check(db, m, bytes, size, fault);
  secret_hash(bytes, size, hash);
  if (outcome != OUTCOME_DONE || was_kept(db, m->id, hash, &outcome, fault))
    return outcome;
  COPY_TEXT(kept.type, voice_message_type(bytes, size));
  db_run(db,
         "INSERT INTO voice_message(" COLUMNS
         ", hash, kept_at, bytes) VALUES($1, $2, $3, $4, $5, $6, $7, 0, $8, $9, $10,"
         " $11, $12)",
         "ssisisisisib", m->id, m->resident_id, (int64_t)m->from.kind, m->from.id, (int64_t)m->to.kind, m->to.id,
         m->made_at, kept.type, (int64_t)m->seconds, hash, now, bytes, size);
  drop_oldest(db, m->resident_id);
  announce_voice_message(db, &kept, now);
  return OUTCOME_DONE;
}

enum outcome voice_message_hear(struct db *db, const char *id, anban_ms now, struct fault *fault)
{
  struct voice_message message;
  if (!voice_message_get(db, id, &message)) {
    fault_set(fault, "There is no such voice message.");
    return OUTCOME_NOT_FOUND;
  }
  if (message.heard_at > 0)
    return OUTCOME_DONE;
  message.heard_at = now;
  db_run(db, "UPDATE voice_message SET heard_at = $2 WHERE id = $1", "si", id, now);
  announce_voice_message(db, &message, now);
  return OUTCOME_DONE;
}

json_t *voice_message_list(struct db *db, const struct party *party)
{
  json_t *list = json_array();
  struct db_rows *rows = db_query(db,
                                  "SELECT " COLUMNS " FROM voice_message WHERE (from_kind = $1 AND from_id = $2)"
                                  " OR (to_kind = $1 AND to_id = $2) ORDER BY made_at DESC, id",
                                  "is", (int64_t)party->kind, party->id);
  while (db_rows_next(rows)) {
    struct voice_message message;
    read_row(rows, &message);
    json_array_append_new(list, voice_message_write(&message));
  }
  db_rows_end(rows);
  return list;
}

struct voice_message *voice_message_load(struct db *db, int *count)
{
  struct voice_message *messages = NULL;
  int room = 0;
  struct db_rows *rows = db_query(
      db,
      "SELECT " COLUMNS " FROM (SELECT " COLUMNS ", ROW_NUMBER() OVER (PARTITION BY resident_id ORDER BY made_at DESC,"
      " id) AS place FROM voice_message) AS ranked WHERE place <= $1 ORDER BY made_at DESC, id LIMIT $2",
      "ii", (int64_t)MOST_VOICES, (int64_t)MOST_ALL_VOICES);
  for (*count = 0; db_rows_next(rows); (*count)++) {
    if (*count == room) {
      room = room ? room * 2 : 64;
      messages = memory_resize(messages, (size_t)room * sizeof *messages);
    }
    read_row(rows, &messages[*count]);
  }
  db_rows_end(rows);
  return messages;
}

int voice_message_prune(struct db *db, anban_ms before, int most)
{
  return db_run(db,
                "DELETE FROM voice_message WHERE id IN (SELECT id FROM voice_message WHERE kept_at < $1"
                " ORDER BY kept_at LIMIT $2)",
                "ii", before, (int64_t)most);
}

void voice_message_forget_resident(struct db *db, const char *resident_id, anban_ms now)
{
  db_run(db, "DELETE FROM voice_message WHERE resident_id = $1", "s", resident_id);
}

void voice_message_forget_member(struct db *db, const char *member_id, anban_ms now)
{
  db_run(db, "DELETE FROM voice_message WHERE from_id = $1 OR to_id = $1", "s", member_id);
}
