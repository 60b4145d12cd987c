// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/family_session.h"

#include <string.h>

static void hash_of(const char *token, char out[HASH_SIZE])
{
  secret_hash(token, strlen(token), out);
}

void family_session_open(struct db *db, const char *token, const char *member_id, anban_ms now)
{
  char hash[HASH_SIZE];
  hash_of(token, hash);
  db_run(db, "INSERT INTO family_session(hash, member_id, made_at, seen_at) VALUES($1, $2, $3, $3)", "ssi", hash,
         member_id, now);
}

bool family_session_member(struct db *db, const char *token, anban_ms now, struct family_member *out, anban_ms *seen_at)
{
  char hash[HASH_SIZE];
  hash_of(token, hash);
  struct db_rows *rows = db_query(db,
                                  "SELECT member_id, seen_at FROM family_session WHERE hash = $1 AND made_at > $2"
                                  " AND seen_at > $3",
                                  "sii", hash, now - FAMILY_MOST_MS, now - FAMILY_IDLE_MS);
  char id[UUID_SIZE] = "";
  if (db_rows_next(rows)) {
    COPY_TEXT(id, db_rows_text(rows, 0));
    *seen_at = db_rows_integer(rows, 1);
  }
  db_rows_end(rows);
  return id[0] && family_get(db, id, out) && family_may_call(db, out->resident_id);
}

void family_session_seen(struct db *db, const char *token, anban_ms now)
{
  char hash[HASH_SIZE];
  hash_of(token, hash);
  db_run(db, "UPDATE family_session SET seen_at = $2 WHERE hash = $1", "si", hash, now);
}

void family_session_close(struct db *db, const char *token)
{
  char hash[HASH_SIZE];
  hash_of(token, hash);
  db_run(db, "DELETE FROM family_session WHERE hash = $1", "s", hash);
}

void family_session_prune(struct db *db, anban_ms now)
{
  db_run(db, "DELETE FROM family_session WHERE made_at <= $1 OR seen_at <= $2", "ii", now - FAMILY_MOST_MS,
         now - FAMILY_IDLE_MS);
}
