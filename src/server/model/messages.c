// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/messages.h"

#include "base/memory.h"
#include "server/model/message_kinds.h"
#include "server/model/slips.h"

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

// What came on paper is without what the server fills in.
static bool is_same(const struct message *message, const char *hash, const char *taken)
{
  char on_paper[HASH_SIZE];
  struct message *reduced = memory_new(sizeof *reduced);
  bool same = strcmp(taken, hash) == 0;
  if (!same && slip_reduce(message, reduced)) {
    hash_of(reduced, on_paper);
    same = strcmp(taken, on_paper) == 0;
  }
  free(reduced);
  return same;
}

// Whether the message was taken before; then `*outcome` and the answer are those of then.
static bool was_taken(struct db *db, const struct message *message, const char *hash, struct buffer *answer,
                      enum outcome *outcome, struct fault *fault)
{
  struct db_rows *rows = db_query(db, "SELECT hash, answer FROM message WHERE id = $1", "s", message->id);
  bool taken = db_rows_next(rows);
  if (taken && is_same(message, hash, db_rows_text(rows, 0))) {
    buffer_add_text(answer, db_rows_text(rows, 1));
    *outcome = OUTCOME_DONE;
  } else if (taken) {
    fault_set(fault, "the message %s was taken before with another content", message->id);
    *outcome = OUTCOME_CONFLICT;
  }
  db_rows_end(rows);
  return taken;
}

// Takes the JSON.
static void keep_answer(struct db *db, const struct message *message, json_t *json, const struct actor *who,
                        anban_ms now, struct buffer *out)
{
  char *text = json_print(json), hash[HASH_SIZE], word[SLIP_WORD_SIZE] = "";
  hash_of(message, hash);
  if (slip_carries(message->kind))
    slip_word(message->id, word);
  db_run(db, "INSERT INTO message(id, hash, sender, received_at, answer, word) VALUES($1, $2, $3, $4, $5, $6)",
         "sssiss", message->id, hash, who->id, now, text, word);
  buffer_add_text(out, text);
  free(text);
  json_decref(json);
}

// The answer that staff got for what they entered from the slip of this message; NULL: they did not.
static json_t *answer_by_hand(struct db *db, const struct message *message)
{
  struct fault fault;
  char id[UUID_SIZE];
  if (!slip_entered_by_hand(db, message, id))
    return NULL;
  struct db_rows *rows = db_query(db, "SELECT answer FROM message WHERE id = $1", "s", id);
  const char *text = db_rows_next(rows) ? db_rows_text(rows, 0) : "";
  json_t *answer = json_parse(text, strlen(text), &fault);
  db_rows_end(rows);
  if (answer)
    json_object_set_new(answer, "id", json_string(message->id));
  return answer;
}

static json_t *answer_now(struct db *db, const struct message *message, const struct actor *who, anban_ms now)
{
  struct answer given = {0};
  COPY_TEXT(given.id, message->id);
  message_handlers[message->kind]->take(db, message, who, now, &given);
  given.accepted = given.reason == REFUSAL_NONE;
  return answer_write(&given);
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
  if (!(message_handlers[message->kind]->senders & SENDER(who->kind))) {
    fault_set(fault, "%s is not for this sender", message_kind_code(message->kind));
    return OUTCOME_WRONG;
  }
  json_t *given = answer_by_hand(db, message);
  keep_answer(db, message, given ? given : answer_now(db, message, who, now), who, now, answer);
  return OUTCOME_DONE;
}

int messages_prune(struct db *db, anban_ms before, int most)
{
  return db_run(db,
                "DELETE FROM message WHERE id IN (SELECT id FROM message WHERE received_at < $1 ORDER BY received_at"
                " LIMIT $2)",
                "ii", before, (int64_t)most);
}
