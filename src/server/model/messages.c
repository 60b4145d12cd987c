// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/messages.h"

#include "server/model/message_kinds.h"

#include <stdlib.h>
#include <string.h>

// Two deliveries are the same when they mean the same, however their JSON was laid out.
static void hash_of(const struct message *message, char out[HASH_SIZE])
{
  json_t *json = message_write(message);
  char *text = json_print(json);
  secret_hash(text, strlen(text), out);
  free(text);
  json_decref(json);
}

// Whether the message was taken before; then `*outcome` and the answer are those of then.
static bool was_taken(struct db *db, const struct message *message, const char *hash, struct buffer *answer,
                      enum outcome *outcome, struct fault *fault)
{
  struct db_rows *rows = db_query(db, "SELECT hash, answer FROM message WHERE id = $1", "s", message->id);
  bool taken = db_rows_next(rows);
  if (taken && strcmp(db_rows_text(rows, 0), hash) == 0) {
    buffer_add_text(answer, db_rows_text(rows, 1));
    *outcome = OUTCOME_DONE;
  } else if (taken) {
    fault_set(fault, "the message %s was taken before with another content", message->id);
    *outcome = OUTCOME_CONFLICT;
  }
  db_rows_end(rows);
  return taken;
}

static void keep_answer(struct db *db, const struct answer *answer, const char *hash, const struct actor *who,
                        anban_ms now, struct buffer *out)
{
  json_t *json = answer_write(answer);
  char *text = json_print(json);
  db_run(db, "INSERT INTO message(id, hash, sender, received_at, answer) VALUES($1, $2, $3, $4, $5)", "sssis",
         answer->id, hash, who->id, now, text);
  buffer_add_text(out, text);
  free(text);
  json_decref(json);
}

enum outcome message_take(struct db *db, const struct message *message, const struct actor *who, anban_ms now,
                          struct buffer *answer, struct fault *fault)
{
  char hash[HASH_SIZE];
  enum outcome outcome = OUTCOME_DONE;
  buffer_free(answer);
  hash_of(message, hash);
  if (was_taken(db, message, hash, answer, &outcome, fault))
    return outcome;
  const struct message_handler *handler = message_handlers[message->kind];
  if (!(handler->senders & SENDER(who->kind))) {
    fault_set(fault, "%s is not for this sender", message_kind_code(message->kind));
    return OUTCOME_WRONG;
  }
  struct answer given = {0};
  COPY_TEXT(given.id, message->id);
  handler->take(db, message, who, now, &given);
  given.accepted = given.reason == REFUSAL_NONE;
  keep_answer(db, &given, hash, who, now, answer);
  return OUTCOME_DONE;
}

int messages_prune(struct db *db, anban_ms before, int most)
{
  return db_run(db,
                "DELETE FROM message WHERE id IN (SELECT id FROM message WHERE received_at < $1 ORDER BY received_at"
                " LIMIT $2)",
                "ii", before, (int64_t)most);
}
