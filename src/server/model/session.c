// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/session.h"

#include <string.h>

static void hash_of(const char *token, char out[HASH_SIZE])
{
  secret_hash(token, strlen(token), out);
}

void session_open(struct db *db, const char *token, const char *staff_id, anban_ms now)
{
  char hash[HASH_SIZE];
  hash_of(token, hash);
  db_run(db, "INSERT INTO session(hash, staff_id, made_at, seen_at) VALUES($1, $2, $3, $3)", "ssi", hash, staff_id,
         now);
}

bool session_staff(struct db *db, const char *token, anban_ms now, struct staff *out, anban_ms *seen_at)
{
  char hash[HASH_SIZE];
  hash_of(token, hash);
  struct db_rows *rows = db_query(db,
                                  "SELECT staff_id, seen_at FROM session WHERE hash = $1 AND made_at > $2"
                                  " AND seen_at > $3",
                                  "sii", hash, now - SESSION_MOST_MS, now - SESSION_IDLE_MS);
  char id[UUID_SIZE] = "";
  if (db_rows_next(rows)) {
    COPY_TEXT(id, db_rows_text(rows, 0));
    *seen_at = db_rows_integer(rows, 1);
  }
  db_rows_end(rows);
  return id[0] && staff_get(db, id, out);
}

void session_seen(struct db *db, const char *token, anban_ms now)
{
  char hash[HASH_SIZE];
  hash_of(token, hash);
  db_run(db, "UPDATE session SET seen_at = $2 WHERE hash = $1", "si", hash, now);
}

void session_close(struct db *db, const char *token)
{
  char hash[HASH_SIZE];
  hash_of(token, hash);
  db_run(db, "DELETE FROM session WHERE hash = $1", "s", hash);
}

void session_prune(struct db *db, anban_ms now)
{
  db_run(db, "DELETE FROM session WHERE made_at <= $1 OR seen_at <= $2", "ii", now - SESSION_MOST_MS,
         now - SESSION_IDLE_MS);
}
