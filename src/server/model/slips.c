// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/slips.h"

#include "base/memory.h"
#include "server/model/announce.h"
#include "server/model/kiosk.h"
#include "server/model/messages.h"
#include "server/model/residents.h"
#include "server/model/staff.h"

#include <stdlib.h>
#include <string.h>

const char *slip_verdict_code(enum slip_verdict verdict)
{
  static const char *const codes[SLIP_VERDICTS] = {
      [SLIP_ENTERED] = "entered",     [SLIP_KNOWN] = "known",       [SLIP_NOT_OURS] = "not_ours",
      [SLIP_NOT_WHOLE] = "not_whole", [SLIP_OF_NEWER] = "newer",    [SLIP_OTHER_CENTRE] = "other_centre",
      [SLIP_ALTERED] = "altered",     [SLIP_REVOKED] = "revoked",   [SLIP_TOO_OLD] = "too_old",
      [SLIP_MISTYPED] = "mistyped",   [SLIP_NOT_HERE] = "not_here",
  };
  return codes[verdict];
}

static json_t *say(enum slip_verdict verdict)
{
  return json_pack("{s:s}", "verdict", slip_verdict_code(verdict));
}

struct search {
  const struct slip *slip;
  struct kiosk found;
};

static void look(void *ctx, const struct kiosk *kiosk)
{
  struct search *search = ctx;
  if (kiosk->state != KIOSK_PENDING && slip_is_of_key(search->slip, kiosk->public_key))
    search->found = *kiosk;
}

// The first of the checks that fails, in the order in which a person can do something about it.
static enum slip_verdict check(struct db *db, const struct slip *slip, anban_ms now, struct kiosk *kiosk)
{
  struct search search = {.slip = slip};
  kiosk_each(db, look, &search);
  *kiosk = search.found;
  if (!kiosk->id[0])
    return SLIP_OTHER_CENTRE;
  if (!slip_is_signed_by(slip, kiosk->public_key))
    return SLIP_ALTERED;
  if (kiosk->state == KIOSK_REVOKED && slip->message.made_at >= kiosk->revoked_at)
    return SLIP_REVOKED;
  return now - slip->message.made_at > SLIP_KEPT_MS ? SLIP_TOO_OLD : SLIP_ENTERED;
}

// Who brought it: the name of one of the staff, or "" when it was a kiosk.
static json_t *name_of(struct db *db, const char *sender)
{
  struct staff staff = {0};
  return json_string(staff_get(db, sender, &staff) ? staff.display_name : "");
}

static void tell_resident(struct db *db, const char *id, json_t *out)
{
  struct resident resident = {0};
  if (id && resident_load(db, id, &resident))
    json_object_set_new(out, "resident", json_pack("{s:s, s:s}", "name", resident.name, "room", resident.room));
}

static void tell_message(struct db *db, const struct message *message, json_t *out)
{
  json_object_set_new(out, "message", message_write(message));
  tell_resident(db, record_resident_id(&message->body), out);
}

// When and how it was entered, and what was answered. False: it was not.
static bool tell_entry(struct db *db, const char *message_id, json_t *out)
{
  struct fault fault;
  struct db_rows *rows = db_query(db, "SELECT received_at, sender, answer FROM message WHERE id = $1", "s", message_id);
  bool known = db_rows_next(rows);
  if (known) {
    const char *text = db_rows_text(rows, 2);
    json_t *answer = json_parse(text, strlen(text), &fault);
    json_object_set_new(out, "entered_at", json_integer(db_rows_integer(rows, 0)));
    json_object_set_new(out, "entered_by", name_of(db, db_rows_text(rows, 1)));
    tell_resident(db, json_string_value(json_object_get(json_object_get(answer, "order"), "resident_id")), out);
    json_object_set_new(out, "answer", answer);
  }
  db_rows_end(rows);
  return known;
}

static bool is_known(struct db *db, const struct message *message, char id[UUID_SIZE])
{
  text_copy(id, UUID_SIZE, message->id);
  struct db_rows *rows = db_query(db, "SELECT id FROM message WHERE id = $1", "s", id);
  bool known = db_rows_next(rows);
  db_rows_end(rows);
  return known || slip_entered_by_hand(db, message, id);
}

// A slip that could be read, from a kiosk of ours.
static enum slip_verdict enter(struct db *db, const struct slip *slip, const struct actor *who, anban_ms now,
                               json_t *out)
{
  struct fault fault;
  struct buffer answer = {0};
  char id[UUID_SIZE];
  tell_message(db, &slip->message, out);
  bool known = is_known(db, &slip->message, id);
  if (!known) {
    message_take(db, &slip->message, who, now, &answer, &fault);
    announce_audit(db, who, "slip.enter", id, now);
  }
  buffer_free(&answer);
  tell_entry(db, id, out);
  return known ? SLIP_KNOWN : SLIP_ENTERED;
}

static json_t *enter_code(struct db *db, const struct slip *slip, const struct actor *who, anban_ms now)
{
  struct kiosk kiosk = {0};
  json_t *out = json_object();
  enum slip_verdict verdict = check(db, slip, now, &kiosk);
  if (verdict == SLIP_ENTERED)
    verdict = enter(db, slip, who, now, out);
  else if (kiosk.id[0])
    announce_audit(db, who, "slip.refuse", kiosk.id, now);
  if (verdict != SLIP_OTHER_CENTRE && verdict != SLIP_ALTERED)
    json_object_set_new(out, "number", json_integer(slip->number));
  json_object_set_new(out, "kiosk", json_string(kiosk.name));
  json_object_set_new(out, "verdict", json_string(slip_verdict_code(verdict)));
  return out;
}

// The message that has this word, if one has come.
static bool id_of_word(struct db *db, const char *word, char id[UUID_SIZE])
{
  struct db_rows *rows = db_query(db, "SELECT id FROM message WHERE word = $1", "s", word);
  bool found = db_rows_next(rows);
  if (found)
    text_copy(id, UUID_SIZE, db_rows_text(rows, 0));
  db_rows_end(rows);
  return found;
}

static json_t *enter_word(struct db *db, const char *word)
{
  char id[UUID_SIZE];
  if (!slip_word_is(word))
    return say(SLIP_MISTYPED);
  if (!id_of_word(db, word, id))
    return say(SLIP_NOT_HERE);
  json_t *out = say(SLIP_KNOWN);
  tell_entry(db, id, out);
  return out;
}

json_t *slip_enter(struct db *db, const char *text, const struct actor *who, anban_ms now)
{
  if (strlen(text) == SLIP_WORD_SIZE - 1 && strcmp(text, SLIP_PREFIX) != 0)
    return enter_word(db, text);
  struct slip *slip = memory_new(sizeof *slip);
  json_t *out = NULL;
  switch (slip_read(text, slip)) {
  case SLIP_READ:
    out = enter_code(db, slip, who, now);
    break;
  case SLIP_FOREIGN:
    out = say(SLIP_NOT_OURS);
    break;
  case SLIP_TORN:
    out = say(SLIP_NOT_WHOLE);
    break;
  case SLIP_NEWER:
    out = say(SLIP_OF_NEWER);
    break;
  }
  free(slip);
  return out;
}

json_t *slip_enter_by_hand(struct db *db, const char *word, const struct message *message, const struct actor *who,
                           anban_ms now)
{
  struct fault fault;
  struct buffer answer = {0};
  char id[UUID_SIZE];
  if (!slip_word_is(word))
    return say(SLIP_MISTYPED);
  bool known = id_of_word(db, word, id);
  json_t *out = say(known ? SLIP_KNOWN : SLIP_ENTERED);
  if (!known) {
    text_copy(id, sizeof id, message->id);
    message_take(db, message, who, now, &answer, &fault);
    db_run(db, "UPDATE message SET word = $2, by_hand = 1 WHERE id = $1", "ss", id, word);
    announce_audit(db, who, "slip.by_hand", id, now);
  }
  buffer_free(&answer);
  tell_entry(db, id, out);
  return out;
}

bool slip_entered_by_hand(struct db *db, const struct message *message, char id[UUID_SIZE])
{
  char word[SLIP_WORD_SIZE];
  if (!slip_carries(message->kind))
    return false;
  slip_word(message->id, word);
  struct db_rows *rows = db_query(db, "SELECT id FROM message WHERE word = $1 AND by_hand = 1", "s", word);
  bool found = db_rows_next(rows);
  if (found)
    text_copy(id, UUID_SIZE, db_rows_text(rows, 0));
  db_rows_end(rows);
  return found;
}
