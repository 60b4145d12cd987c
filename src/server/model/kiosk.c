// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/kiosk.h"

#include "protocol/json.h"
#include "server/model/announce.h"
#include "server/store/events.h"

#include <stdlib.h>
#include <string.h>

#define COLUMNS "id, serial, public_key, name, place, state, code, code_at, tries, version, last_heard, revoked_at"

const char *kiosk_state_code(enum kiosk_state state)
{
  static const char *const codes[KIOSK_STATES] = {
      [KIOSK_PENDING] = "pending",
      [KIOSK_APPROVED] = "approved",
      [KIOSK_REVOKED] = "revoked",
  };
  return codes[state];
}

json_t *kiosk_write(const struct kiosk *kiosk, bool online, const char *problems)
{
  struct fault fault;
  json_t *list = json_parse(problems, strlen(problems), &fault);
  return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:I, s:b, s:o}", "id", kiosk->id, "serial", kiosk->serial, "name",
                   kiosk->name, "place", kiosk->place, "state", kiosk_state_code(kiosk->state), "version",
                   kiosk->version, "last_heard", (json_int_t)kiosk->last_heard, "online", online, "problems",
                   list ? list : json_array());
}

static void take_row(struct db_rows *rows, struct kiosk *out)
{
  COPY_TEXT(out->id, db_rows_text(rows, 0));
  COPY_TEXT(out->serial, db_rows_text(rows, 1));
  COPY_TEXT(out->public_key, db_rows_text(rows, 2));
  COPY_TEXT(out->name, db_rows_text(rows, 3));
  COPY_TEXT(out->place, db_rows_text(rows, 4));
  out->state = (enum kiosk_state)db_rows_integer(rows, 5);
  COPY_TEXT(out->code, db_rows_text(rows, 6));
  out->code_at = db_rows_integer(rows, 7);
  out->tries = (int)db_rows_integer(rows, 8);
  COPY_TEXT(out->version, db_rows_text(rows, 9));
  out->last_heard = db_rows_integer(rows, 10);
  out->revoked_at = db_rows_integer(rows, 11);
}

static bool one(struct db_rows *rows, struct kiosk *out)
{
  bool found = db_rows_next(rows);
  if (found)
    take_row(rows, out);
  db_rows_end(rows);
  return found;
}

bool kiosk_get(struct db *db, const char *id, struct kiosk *out)
{
  return one(db_query(db, "SELECT " COLUMNS " FROM kiosk WHERE id = $1", "s", id), out);
}

bool kiosk_find(struct db *db, const char *serial, struct kiosk *out)
{
  return one(db_query(db, "SELECT " COLUMNS " FROM kiosk WHERE serial = $1", "s", serial), out);
}

void kiosk_each(struct db *db, void (*each)(void *ctx, const struct kiosk *kiosk), void *ctx)
{
  struct kiosk kiosk;
  struct db_rows *rows = db_query(db, "SELECT " COLUMNS " FROM kiosk ORDER BY name, serial", "");
  while (db_rows_next(rows)) {
    take_row(rows, &kiosk);
    each(ctx, &kiosk);
  }
  db_rows_end(rows);
}

static enum outcome refuse_unknown(const char *id, struct fault *fault)
{
  fault_set(fault, "There is no kiosk %s.", id);
  return OUTCOME_NOT_FOUND;
}

static enum outcome check_code(struct db *db, const struct kiosk *kiosk, const char *code, anban_ms now,
                               struct fault *fault)
{
  if (kiosk->state != KIOSK_PENDING) {
    fault_set(fault, "The kiosk %s does not wait for approval: it is %s.", kiosk->serial,
              kiosk_state_code(kiosk->state));
    return OUTCOME_SETTLED;
  }
  if (kiosk->tries >= KIOSK_CODE_TRIES || now - kiosk->code_at > KIOSK_CODE_MS) {
    fault_set(fault, "This code can't be used any more; the kiosk shows a new one soon.");
    return OUTCOME_CODE_OVER;
  }
  if (!secret_same(kiosk->code, code)) {
    db_run(db, "UPDATE kiosk SET tries = tries + 1 WHERE id = $1", "s", kiosk->id);
    fault_set(fault, "This is not the code on the screen of the kiosk.");
    return OUTCOME_CODE_WRONG;
  }
  return OUTCOME_DONE;
}

enum outcome kiosk_approve(struct db *db, const char *id, const char *code, const char *name, const char *place,
                           const struct actor *who, anban_ms now, struct fault *fault)
{
  struct kiosk kiosk;
  if (!kiosk_get(db, id, &kiosk))
    return refuse_unknown(id, fault);
  enum outcome outcome = check_code(db, &kiosk, code, now, fault);
  if (outcome != OUTCOME_DONE)
    return outcome;
  db_run(db, "UPDATE kiosk SET state = 1, code = '', name = $2, place = $3 WHERE id = $1", "sss", id, name, place);
  announce_audit(db, who, "kiosk.approve", id, now);
  return OUTCOME_DONE;
}

enum outcome kiosk_revoke(struct db *db, const char *id, const struct actor *who, anban_ms now, struct fault *fault)
{
  // Once more revokes nothing that was printed before.
  if (db_run(db,
             "UPDATE kiosk SET revoked_at = CASE WHEN state = 2 THEN revoked_at ELSE $2 END, state = 2, code = ''"
             " WHERE id = $1",
             "si", id, now) == 0)
    return refuse_unknown(id, fault);
  db_run(db, "DELETE FROM kiosk_token WHERE kiosk_id = $1", "s", id);
  announce_audit(db, who, "kiosk.revoke", id, now);
  return OUTCOME_DONE;
}

void kiosk_announce(struct db *db, const char *id, bool online, const char *problems, anban_ms now)
{
  struct kiosk kiosk;
  if (!kiosk_get(db, id, &kiosk))
    return;
  json_t *json = kiosk_write(&kiosk, online, problems);
  char *text = json_print(json);
  events_append(db, STREAM_DESK, event_kind_code(EVENT_KIOSK), "", text, now);
  free(text);
  json_decref(json);
}

void kiosk_token_text(const char *kiosk_id, const char *nonce, char *out, size_t size)
{
  text_format(out, size, "anban-token\n%s\n%s", kiosk_id, nonce);
}

void kiosk_token_add(struct db *db, const char *token, const char *kiosk_id, anban_ms now)
{
  char hash[HASH_SIZE];
  secret_hash(token, strlen(token), hash);
  db_run(db, "INSERT INTO kiosk_token(hash, kiosk_id, expires_at) VALUES($1, $2, $3)", "ssi", hash, kiosk_id,
         now + KIOSK_TOKEN_MS);
}

bool kiosk_of_token(struct db *db, const char *token, anban_ms now, struct kiosk *out)
{
  char hash[HASH_SIZE];
  secret_hash(token, strlen(token), hash);
  return one(db_query(db,
                      "SELECT " COLUMNS " FROM kiosk WHERE state = $3 AND id ="
                      " (SELECT kiosk_id FROM kiosk_token WHERE hash = $1 AND expires_at > $2)",
                      "sii", hash, now, (int64_t)KIOSK_APPROVED),
             out);
}

void kiosk_pending_prune(struct db *db, anban_ms now)
{
  db_run(db, "DELETE FROM kiosk WHERE state = 0 AND code_at < $1", "i", now - KIOSK_PENDING_MS);
}

void kiosk_token_prune(struct db *db, anban_ms now)
{
  db_run(db, "DELETE FROM kiosk_token WHERE expires_at <= $1", "i", now);
}

void kiosk_heard(struct db *db, const char *id, const char *version, anban_ms at)
{
  db_run(db, "UPDATE kiosk SET last_heard = $2, version = $3 WHERE id = $1", "sis", id, at, version);
}
