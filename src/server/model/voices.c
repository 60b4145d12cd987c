// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/voices.h"

#include "base/memory.h"
#include "server/model/announce.h"
#include "server/model/media.h"

#include <stdlib.h>
#include <string.h>

#define COLUMNS "id, speaker, locale, licence, consent_date, consent_words, in_use, revision"

static bool read_consent(const struct json_at *at, struct voice *out, struct fault *fault)
{
  struct json_at date = json_member(at, "date"), words = json_member(at, "words");
  return json_get_object(at, fault) && date_read(&date, out->consent_date, fault) &&
         json_get_name(&words, out->consent_words, sizeof out->consent_words, fault);
}

bool voice_read(const json_t *json, struct voice *out, struct fault *fault)
{
  struct json_at at = json_root("voice", json);
  struct json_at id = json_member(&at, "id"), speaker = json_member(&at, "speaker"),
                 locale = json_member(&at, "locale"), licence = json_member(&at, "licence"),
                 consent = json_member(&at, "consent"), in_use = json_member(&at, "in_use");
  *out = (struct voice){0};
  return json_get_object(&at, fault) && json_get_uuid(&id, out->id, fault) &&
         json_get_name(&speaker, out->speaker, sizeof out->speaker, fault) &&
         json_get_name(&locale, out->locale, sizeof out->locale, fault) &&
         (pack_locale_is(out->locale) || json_fault(&locale, fault, "a locale such as \"zh_CN\"")) &&
         json_get_name(&licence, out->licence, sizeof out->licence, fault) && read_consent(&consent, out, fault) &&
         json_get_flag(&in_use, &out->in_use, fault);
}

json_t *voice_write(const struct voice *voice)
{
  return json_pack("{s:s, s:s, s:s, s:s, s:{s:s, s:s}, s:b, s:I}", "id", voice->id, "speaker", voice->speaker, "locale",
                   voice->locale, "licence", voice->licence, "consent", "date", voice->consent_date, "words",
                   voice->consent_words, "in_use", voice->in_use, "revision", (json_int_t)voice->revision);
}

static void read_row(struct db_rows *rows, struct voice *out)
{
  *out = (struct voice){.in_use = db_rows_integer(rows, 6) != 0, .revision = db_rows_integer(rows, 7)};
  COPY_TEXT(out->id, db_rows_text(rows, 0));
  COPY_TEXT(out->speaker, db_rows_text(rows, 1));
  COPY_TEXT(out->locale, db_rows_text(rows, 2));
  COPY_TEXT(out->licence, db_rows_text(rows, 3));
  COPY_TEXT(out->consent_date, db_rows_text(rows, 4));
  COPY_TEXT(out->consent_words, db_rows_text(rows, 5));
}

bool voice_load(struct db *db, const char *id, struct voice *out)
{
  struct db_rows *rows = db_query(db, "SELECT " COLUMNS " FROM voice WHERE id = $1", "s", id);
  bool found = db_rows_next(rows);
  if (found)
    read_row(rows, out);
  db_rows_end(rows);
  return found;
}

struct voice *voices_load(struct db *db, int *count)
{
  struct voice *voices = memory_new(MOST_PACKS * sizeof *voices);
  struct db_rows *rows = db_query(db, "SELECT " COLUMNS " FROM voice ORDER BY made_at, id", "");
  *count = 0;
  while (*count < MOST_PACKS && db_rows_next(rows))
    read_row(rows, &voices[(*count)++]);
  db_rows_end(rows);
  return voices;
}

struct pack_name *voices_in_use(struct db *db, int *count)
{
  struct pack_name *packs = memory_new(MOST_PACKS * sizeof *packs);
  struct db_rows *rows =
      db_query(db, "SELECT id, locale, revision FROM voice WHERE in_use = 1 ORDER BY locale, id", "");
  *count = 0;
  while (*count < MOST_PACKS && db_rows_next(rows)) {
    struct pack_name *pack = &packs[(*count)++];
    COPY_TEXT(pack->id, db_rows_text(rows, 0));
    COPY_TEXT(pack->locale, db_rows_text(rows, 1));
    pack->revision = db_rows_integer(rows, 2);
  }
  db_rows_end(rows);
  return packs;
}

static void load_clips(struct db *db, struct pack *pack)
{
  struct db_rows *rows =
      db_query(db, "SELECT text, media, gain_cb, ms FROM clip WHERE voice_id = $1 ORDER BY text", "s", pack->id);
  while (pack->clip_count < MOST_CLIPS && db_rows_next(rows)) {
    struct clip *clip = pack_add(pack);
    COPY_TEXT(clip->text, db_rows_text(rows, 0));
    COPY_TEXT(clip->hash, db_rows_text(rows, 1));
    clip->gain_cb = (int)db_rows_integer(rows, 2);
    clip->ms = (int)db_rows_integer(rows, 3);
  }
  db_rows_end(rows);
}

struct pack *voice_pack(struct db *db, const char *id)
{
  struct voice voice;
  if (!voice_load(db, id, &voice))
    return NULL;
  struct pack *pack = pack_new();
  COPY_TEXT(pack->id, voice.id);
  COPY_TEXT(pack->speaker, voice.speaker);
  COPY_TEXT(pack->locale, voice.locale);
  COPY_TEXT(pack->licence, voice.licence);
  COPY_TEXT(pack->consent_date, voice.consent_date);
  COPY_TEXT(pack->consent_words, voice.consent_words);
  pack->revision = voice.revision;
  load_clips(db, pack);
  return pack;
}

static bool is_room_for(struct db *db, const char *id)
{
  struct db_rows *rows = db_query(db, "SELECT COUNT(*) FROM voice WHERE id <> $1", "s", id);
  bool room = db_rows_next(rows) && db_rows_integer(rows, 0) < MOST_PACKS;
  db_rows_end(rows);
  return room;
}

static void write_voice(struct db *db, const struct voice *voice, anban_ms now)
{
  if (voice->in_use)
    db_run(db, "UPDATE voice SET in_use = 0 WHERE locale = $1 AND id <> $2", "ss", voice->locale, voice->id);
  db_run(db,
         "INSERT INTO voice(id, speaker, locale, licence, consent_date, consent_words, in_use, revision, made_at)"
         " VALUES($1, $2, $3, $4, $5, $6, $7, 1, $8) ON CONFLICT(id) DO UPDATE SET speaker = excluded.speaker,"
         " licence = excluded.licence, consent_date = excluded.consent_date, consent_words = excluded.consent_words,"
         " in_use = excluded.in_use, revision = voice.revision + 1",
         "ssssssii", voice->id, voice->speaker, voice->locale, voice->licence, voice->consent_date,
         voice->consent_words, (int64_t)voice->in_use, now);
}

enum outcome voice_put(struct db *db, const struct voice *voice, const struct actor *who, anban_ms now,
                       struct fault *fault)
{
  struct voice before;
  bool was_known = voice_load(db, voice->id, &before);
  if (was_known && strcmp(before.locale, voice->locale) != 0) {
    fault_set(fault, "voice.locale: %s is expected, for the clips of this voice are said in it", before.locale);
    return OUTCOME_WRONG;
  }
  if (!is_room_for(db, voice->id)) {
    fault_set(fault, "there are %d voices already, no more are taken", MOST_PACKS);
    return OUTCOME_FULL;
  }
  write_voice(db, voice, now);
  if (voice->in_use || (was_known && before.in_use))
    announce_catalogue(db, now);
  announce_audit(db, who, "voice.put", voice->id, now);
  return OUTCOME_DONE;
}

static enum outcome nothing(struct fault *fault, const char *what, const char *id)
{
  fault_set(fault, "there is no %s %s", what, id);
  return OUTCOME_NOT_FOUND;
}

enum outcome voice_withdraw(struct db *db, const char *id, const struct actor *who, anban_ms now, struct fault *fault)
{
  struct pack *pack = voice_pack(db, id);
  if (!pack)
    return nothing(fault, "voice", id);
  db_run(db, "DELETE FROM clip WHERE voice_id = $1", "s", id);
  db_run(db, "DELETE FROM voice WHERE id = $1", "s", id);
  for (int i = 0; i < pack->clip_count; i++)
    media_forget_sound(db, pack->clips[i].hash);
  pack_free(pack);
  announce_catalogue(db, now);
  announce_audit(db, who, "voice.withdraw", id, now);
  return OUTCOME_DONE;
}

// Forgets what was said of this text so far. Returns whether there was something.
static bool take_clip_away(struct db *db, const char *voice_id, const char *text)
{
  char hash[HASH_SIZE];
  struct db_rows *rows = db_query(db, "SELECT media FROM clip WHERE voice_id = $1 AND text = $2", "ss", voice_id, text);
  bool found = db_rows_next(rows);
  COPY_TEXT(hash, found ? db_rows_text(rows, 0) : "");
  db_rows_end(rows);
  if (!found)
    return false;
  db_run(db, "DELETE FROM clip WHERE voice_id = $1 AND text = $2", "ss", voice_id, text);
  media_forget_sound(db, hash);
  return true;
}

static void tell_clips_changed(struct db *db, const struct voice *voice, const struct actor *who, const char *what,
                               anban_ms now)
{
  db_run(db, "UPDATE voice SET revision = revision + 1 WHERE id = $1", "s", voice->id);
  if (voice->in_use)
    announce_catalogue(db, now);
  announce_audit(db, who, what, voice->id, now);
}

enum outcome clip_put(struct db *db, const char *voice_id, struct clip *clip, const struct buffer *opus,
                      const struct actor *who, anban_ms now, struct fault *fault)
{
  struct voice voice;
  if (!voice_load(db, voice_id, &voice))
    return nothing(fault, "voice", voice_id);
  take_clip_away(db, voice_id, clip->text);
  media_keep_sound(db, opus->bytes, opus->size, now, clip->hash);
  db_run(db, "INSERT INTO clip(voice_id, text, media, gain_cb, ms, made_at) VALUES($1, $2, $3, $4, $5, $6)", "sssiii",
         voice_id, clip->text, clip->hash, (int64_t)clip->gain_cb, (int64_t)clip->ms, now);
  tell_clips_changed(db, &voice, who, "clip.put", now);
  return OUTCOME_DONE;
}

enum outcome clip_remove(struct db *db, const char *voice_id, const char *text, const struct actor *who, anban_ms now,
                         struct fault *fault)
{
  struct voice voice;
  if (!voice_load(db, voice_id, &voice) || !take_clip_away(db, voice_id, text))
    return nothing(fault, "clip of the voice", voice_id);
  tell_clips_changed(db, &voice, who, "clip.remove", now);
  return OUTCOME_DONE;
}

void clips_forget_resident(struct db *db, const char *resident_id, anban_ms now)
{
  struct db_rows *rows = db_query(db,
                                  "SELECT clip.voice_id, clip.text FROM clip JOIN resident ON resident.name = clip.text"
                                  " WHERE resident.id = $1 AND NOT EXISTS (SELECT 1 FROM resident AS other"
                                  " WHERE other.name = clip.text AND other.id <> $1 AND other.left_at = 0)",
                                  "s", resident_id);
  char ids[MOST_PACKS][UUID_SIZE], name[TEXT_SIZE] = "";
  int count = 0;
  for (; count < MOST_PACKS && db_rows_next(rows); count++) {
    COPY_TEXT(ids[count], db_rows_text(rows, 0));
    COPY_TEXT(name, db_rows_text(rows, 1));
  }
  db_rows_end(rows);
  for (int i = 0; i < count; i++) {
    take_clip_away(db, ids[i], name);
    db_run(db, "UPDATE voice SET revision = revision + 1 WHERE id = $1", "s", ids[i]);
  }
}
