// SPDX-License-Identifier: GPL-3.0-or-later
// How a kiosk that nobody knows becomes one that the desk can approve.
#include "protocol/json.h"
#include "server/model/kiosk.h"

#include <inttypes.h>
#include <string.h>

bool enrolment_read(const json_t *json, struct enrolment *out, struct fault *fault)
{
  int64_t made_at;
  struct json_at at = json_root("enrolment", json);
  struct json_at serial = json_member(&at, "serial"), key = json_member(&at, "public_key");
  struct json_at version = json_member(&at, "version"), made = json_member(&at, "made_at");
  struct json_at signature = json_member(&at, "signature");
  if (!json_get_object(&at, fault) || !json_get_name(&serial, out->serial, sizeof out->serial, fault) ||
      !json_get_name(&key, out->public_key, sizeof out->public_key, fault) ||
      !json_get_text(&version, out->version, sizeof out->version, fault) ||
      !json_get_integer(&made, 0, INT64_MAX, &made_at, fault) ||
      !json_get_name(&signature, out->signature, sizeof out->signature, fault))
    return false;
  FORMAT_TEXT(out->made_at, "%" PRId64, made_at);
  return true;
}

bool enrolment_is_signed(const struct enrolment *enrolment)
{
  char text[256];
  FORMAT_TEXT(text, "anban-enrol\n%s\n%s\n%s", enrolment->serial, enrolment->public_key, enrolment->made_at);
  return device_signature_is(enrolment->public_key, text, enrolment->signature);
}

static void new_code(char out[CODE_SIZE])
{
  static const char letters[] = "ACDEFHJKLMNPQRTUVWXY34679"; // 25, so a byte below 250 gives each alike
  for (int i = 0; i < CODE_SIZE - 1; i++) {
    unsigned char byte;
    do
      secret_random(&byte, 1);
    while (byte >= 250);
    out[i] = letters[byte % 25];
  }
  out[CODE_SIZE - 1] = '\0';
}

static bool is_at_least(struct db_rows *rows, int64_t most)
{
  bool many = db_rows_next(rows) && db_rows_integer(rows, 0) >= most;
  db_rows_end(rows);
  return many;
}

static bool too_many_pending(struct db *db, const char *from)
{
  return is_at_least(db_query(db, "SELECT COUNT(*) FROM kiosk WHERE state = 0", ""), MOST_PENDING_KIOSKS) ||
         is_at_least(db_query(db, "SELECT COUNT(*) FROM kiosk WHERE state = 0 AND enrolled_from = $1", "s", from),
                     MOST_PENDING_FROM_ONE);
}

static void add(struct db *db, const struct enrolment *enrolment, anban_ms now)
{
  char id[UUID_SIZE];
  uuid_new(id, now);
  db_run(db,
         "INSERT INTO kiosk(id, serial, public_key, name, place, state, code, code_at, tries, version, enrolled_at,"
         " last_heard, enrolled_from) VALUES($1, $2, $3, $2, '', 0, '', $5, 0, $4, $5, 0, $6)",
         "ssssis", id, enrolment->serial, enrolment->public_key, enrolment->version, now, enrolment->from);
}

static void renew_code(struct db *db, struct kiosk *kiosk, anban_ms now)
{
  new_code(kiosk->code);
  db_run(db, "UPDATE kiosk SET code = $2, code_at = $3, tries = 0 WHERE id = $1", "ssi", kiosk->id, kiosk->code, now);
}

enum kiosk_enrol kiosk_enrol(struct db *db, const struct enrolment *enrolment, bool approve, anban_ms now,
                             struct kiosk *out)
{
  // A serial is taken by who is approved: until then whoever asks last shows the code.
  if (kiosk_find(db, enrolment->serial, out) && out->state == KIOSK_PENDING &&
      strcmp(out->public_key, enrolment->public_key) != 0)
    db_run(db, "DELETE FROM kiosk WHERE id = $1", "s", out->id);
  if (!kiosk_find(db, enrolment->serial, out)) {
    if (!approve && too_many_pending(db, enrolment->from))
      return KIOSK_TOO_MANY_PENDING;
    add(db, enrolment, now);
    if (!kiosk_find(db, enrolment->serial, out))
      return KIOSK_TOO_MANY_PENDING; // the db failed, and says so
  }
  if (strcmp(out->public_key, enrolment->public_key) != 0)
    return KIOSK_OTHER_KEY;
  if (out->state == KIOSK_REVOKED)
    return KIOSK_WAS_REVOKED;
  if (out->state == KIOSK_PENDING && approve) {
    db_run(db, "UPDATE kiosk SET state = 1, code = '' WHERE id = $1", "s", out->id);
    out->state = KIOSK_APPROVED;
  }
  // A code that is about to end would end in somebody's hands.
  bool is_over =
      !out->code[0] || now - out->code_at > KIOSK_CODE_MS / 2 || now < out->code_at || out->tries >= KIOSK_CODE_TRIES;
  if (out->state == KIOSK_PENDING && is_over)
    renew_code(db, out, now);
  return KIOSK_ENROLLED;
}
