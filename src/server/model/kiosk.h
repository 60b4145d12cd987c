// SPDX-License-Identifier: GPL-3.0-or-later
// Kiosks as the server knows them: enrolled with a key made on the device, approved at the desk by the code on its
// screen, then let in by a day's token for a signature. Thread: the db's.
#pragma once

#include "base/secret.h"
#include "protocol/json.h"
#include "protocol/limits.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

enum kiosk_state { KIOSK_PENDING = 0, KIOSK_APPROVED = 1, KIOSK_REVOKED = 2, KIOSK_STATES };
const char *kiosk_state_code(enum kiosk_state state); // "pending" "approved" "revoked"

#define CODE_SIZE 9 // eight characters that are not mistaken for each other
#define VERSION_SIZE 24
#define KIOSK_CODE_MS (10 * MS_MINUTE)
#define KIOSK_CODE_TRIES 5
#define KIOSK_TOKEN_MS MS_DAY
#define KIOSK_SILENT_MS (3 * MS_MINUTE) // three heartbeats missed
#define KIOSK_PENDING_MS MS_HOUR        // it asks again and again while it waits
#define MOST_PENDING_KIOSKS 100
#define MOST_PENDING_FROM_ONE 25 // of them from one address

struct kiosk {
  char id[UUID_SIZE];
  char serial[NAME_SIZE];
  char public_key[PUBLIC_KEY_SIZE];
  char name[NAME_SIZE];
  char place[ROOM_SIZE];
  enum kiosk_state state;
  char code[CODE_SIZE]; // while pending
  anban_ms code_at;
  int tries; // wrong codes at the desk since `code_at`
  char version[VERSION_SIZE];
  anban_ms last_heard; // 0: never
  anban_ms revoked_at; // 0: never, or before anybody wrote it down
};

// {id, serial, name, place, state, version, last_heard, online, problems}, as the desk sees it. `problems`: what
// the kiosk says is wrong with it, a JSON array. The code is not told: who approves
// types what stands on the kiosk's screen.
json_t *kiosk_write(const struct kiosk *kiosk, bool online, const char *problems);

bool kiosk_get(struct db *db, const char *id, struct kiosk *out);
bool kiosk_find(struct db *db, const char *serial, struct kiosk *out);
// Calls `each` for all of them, by name and serial.
void kiosk_each(struct db *db, void (*each)(void *ctx, const struct kiosk *kiosk), void *ctx);

struct enrolment {
  char serial[NAME_SIZE];
  char public_key[PUBLIC_KEY_SIZE];
  char version[VERSION_SIZE];
  char made_at[24]; // as it was signed
  char signature[SIGNATURE_SIZE];
  char from[64]; // the address that it came from
};
bool enrolment_read(const json_t *json, struct enrolment *out, struct fault *fault);
bool enrolment_is_signed(const struct enrolment *enrolment);

enum kiosk_enrol { KIOSK_ENROLLED, KIOSK_WAS_REVOKED, KIOSK_OTHER_KEY, KIOSK_TOO_MANY_PENDING };
// `out` is filled when enrolled: its state says whether the desk has approved it. `approve`: the serial was named
// beforehand by who runs the server.
enum kiosk_enrol kiosk_enrol(struct db *db, const struct enrolment *enrolment, bool approve, anban_ms now,
                             struct kiosk *out);

// With the code on the kiosk's screen. A wrong code is counted, so that transaction must be committed as well.
enum outcome kiosk_approve(struct db *db, const char *id, const char *code, const char *name, const char *place,
                           const struct actor *who, anban_ms now, struct fault *fault);
// Ends its tokens at once.
enum outcome kiosk_revoke(struct db *db, const char *id, const struct actor *who, anban_ms now, struct fault *fault);
// Tells the desk how the kiosk stands.
void kiosk_announce(struct db *db, const char *id, bool online, const char *problems, anban_ms now);

// What the kiosk signs to get a token.
void kiosk_token_text(const char *kiosk_id, const char *nonce, char *out, size_t size);
void kiosk_token_add(struct db *db, const char *token, const char *kiosk_id, anban_ms now);
// The approved kiosk of a token that is still good.
bool kiosk_of_token(struct db *db, const char *token, anban_ms now, struct kiosk *out);
void kiosk_pending_prune(struct db *db, anban_ms now); // those who wait and have stopped asking
void kiosk_token_prune(struct db *db, anban_ms now);
void kiosk_heard(struct db *db, const char *id, const char *version, anban_ms at);
