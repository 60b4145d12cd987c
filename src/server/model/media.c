// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/media.h"

#include <string.h>

static bool has(const unsigned char *bytes, size_t size, size_t at, const char *wanted, size_t length)
{
  return size >= at + length && memcmp(bytes + at, wanted, length) == 0;
}

const char *media_type(const void *bytes, size_t size)
{
  const unsigned char *b = bytes;
  if (has(b, size, 0, "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", 16))
    return "image/png";
  if (has(b, size, 0, "\xFF\xD8\xFF", 3))
    return "image/jpeg";
  if (has(b, size, 0, "RIFF", 4) && has(b, size, 8, "WEBPVP8", 7))
    return "image/webp";
  return NULL;
}

// One that is added again counts as new, so that it is not pruned before it is shown anywhere.
static void keep(struct db *db, const char *hash, const char *type, const void *bytes, size_t size, anban_ms now)
{
  db_run(db,
         "INSERT INTO media(hash, type, bytes, added_at) VALUES($1, $2, $3, $4)"
         " ON CONFLICT(hash) DO UPDATE SET added_at = excluded.added_at",
         "ssbi", hash, type, bytes, size, now);
}

static const char *sound_type(const void *bytes, size_t size)
{
  return has(bytes, size, 0, "OggS", 4) && has(bytes, size, 28, "OpusHead", 8) ? "audio/ogg" : NULL;
}

void media_keep_sound(struct db *db, const void *bytes, size_t size, anban_ms now, char hash[HASH_SIZE])
{
  secret_hash(bytes, size, hash);
  keep(db, hash, "audio/ogg", bytes, size, now);
}

void media_forget_sound(struct db *db, const char *hash)
{
  db_run(db, "DELETE FROM media WHERE hash = $1 AND NOT EXISTS (SELECT 1 FROM clip WHERE clip.media = media.hash)", "s",
         hash);
}

enum outcome media_put(struct db *db, const void *bytes, size_t size, anban_ms now, char hash[HASH_SIZE],
                       struct fault *fault)
{
  const char *type = media_type(bytes, size);
  if (!type || size > MOST_PICTURE_BYTES) {
    if (type)
      fault_set(fault, "the picture has %zu bytes: at most %d are taken", size, MOST_PICTURE_BYTES);
    else
      fault_set(fault, "the picture is neither PNG nor JPEG nor WebP");
    return OUTCOME_WRONG;
  }
  secret_hash(bytes, size, hash);
  keep(db, hash, type, bytes, size, now);
  return OUTCOME_DONE;
}

const char *media_get(struct db *db, const char *hash, struct buffer *bytes)
{
  struct db_rows *rows = db_query(db, "SELECT bytes FROM media WHERE hash = $1", "s", hash);
  const char *type = NULL;
  if (db_rows_next(rows)) {
    size_t size = 0;
    const void *blob = db_rows_blob(rows, 0, &size);
    buffer_add(bytes, blob, size);
    type = media_type(blob, size);
    type = type ? type : sound_type(blob, size);
  }
  db_rows_end(rows);
  return type;
}

int media_prune(struct db *db, anban_ms before, int most)
{
  return db_run(db,
                "DELETE FROM media WHERE hash IN (SELECT hash FROM media WHERE added_at < $1"
                " AND NOT EXISTS (SELECT 1 FROM dish WHERE dish.picture = media.hash AND dish.gone_at = 0)"
                " AND NOT EXISTS (SELECT 1 FROM resident WHERE resident.portrait = media.hash)"
                " AND NOT EXISTS (SELECT 1 FROM family_member WHERE family_member.portrait = media.hash)"
                " AND NOT EXISTS (SELECT 1 FROM clip WHERE clip.media = media.hash)"
                " AND NOT EXISTS (SELECT 1 FROM booking WHERE booking.photo <> '' AND booking.photo = media.hash)"
                " ORDER BY added_at LIMIT $2)",
                "ii", before, (int64_t)most);
}
