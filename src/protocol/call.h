// SPDX-License-Identifier: GPL-3.0-or-later
// A call between the kiosk where a resident is and the family or staff, as the server holds it: who is in it and how it
// stands. Its signals are in signal.h.
#pragma once

#include "base/clock.h"
#include "base/fault.h"
#include "base/secret.h"
#include "protocol/json.h"
#include "protocol/limits.h"

#include <jansson.h>
#include <stdbool.h>

// A kiosk stands for whoever is in front of it, when nobody has signed in there: staff call it after a press for help.
// The server keeps it by its number, as the others that have one here: tests/samples/enums.tsv holds them.
enum party_kind { PARTY_RESIDENT = 0, PARTY_FAMILY = 1, PARTY_STAFF = 2, PARTY_KIOSK = 3, PARTY_KINDS };
const char *party_kind_code(enum party_kind kind); // "resident" "family" "staff" "kiosk"
enum party_kind party_kind_of(const char *code);   // PARTY_KINDS when none

// {"kind", "id"}
struct party {
  enum party_kind kind;
  char id[UUID_SIZE];
};
// The desk, as a resident calls it: staff, whoever of them answers; from then on it is that one.
#define DESK_ID "00000000-0000-0000-0000-000000000000"
bool party_is_desk(const struct party *party);
bool party_same(const struct party *left, const struct party *right);
bool party_read_at(const struct json_at *at, struct party *out, struct fault *fault);
json_t *party_write(const struct party *party);

enum call_media { CALL_VIDEO = 0, CALL_AUDIO = 1, CALL_MEDIAS }; // "video" "audio"
const char *call_media_code(enum call_media media);
enum call_purpose { CALL_TALK = 0, CALL_HELP = 1, CALL_PURPOSES }; // "talk" "help": staff come after a press for help
const char *call_purpose_code(enum call_purpose purpose);

enum call_state { CALL_RINGING, CALL_TALKING, CALL_OVER, CALL_STATES }; // "ringing" "talking" "over"
const char *call_state_code(enum call_state state);

enum call_reason {
  CALL_REASON_NONE = 0,        // ""
  CALL_HUNG_UP = 1,            // "hung_up"
  CALL_DECLINED = 2,           // "declined"
  CALL_NO_ANSWER = 3,          // "no_answer"
  CALL_BUSY = 4,               // "busy"               whom it was to is in a call
  CALL_UNREACHABLE = 5,        // "unreachable"        no device of theirs is there
  CALL_ANSWERED_ELSEWHERE = 6, // "answered_elsewhere" for the devices of who answered at another
  CALL_LOST = 7,               // "lost"               a device went away and did not come back
  CALL_FAILED = 8,             // "failed"             no media came about
  CALL_NOT_ALLOWED = 9,        // "not_allowed"
  CALL_CANCELLED = 10,         // "cancelled"          by who made it, before an answer
  CALL_JOINED_OVER = 11,       // "joined_over"        the party is in the call with another device now
  CALL_REASONS
};
const char *call_reason_code(enum call_reason reason);
// The members "media" and "purpose" of an object.
bool call_manner_read(const struct json_at *at, enum call_media *media, enum call_purpose *purpose,
                      struct fault *fault);
// A reason of a newer version is read as CALL_HUNG_UP: it is over in any case.
bool call_reason_read_at(const struct json_at *at, enum call_reason *out, struct fault *fault);

struct call_member {
  struct party party;
  char name[NAME_SIZE];
  char relation[NAME_SIZE]; // of family: "女儿"; else empty
  char device[UUID_SIZE];   // the one that made or answered the call; empty: it rings at all of theirs
  enum call_state state;    // ringing: not in it yet; of who made the call too, until somebody has answered
};

struct call {
  char id[UUID_SIZE];
  char resident_id[UUID_SIZE]; // empty: a kiosk where nobody has signed in
  char kiosk_id[UUID_SIZE];    // empty while it rings at several
  enum call_media media;
  enum call_purpose purpose;
  enum call_state state;
  enum call_reason reason;                // of one that is over
  anban_ms made_at, answered_at, over_at; // 0: not yet
  struct party caller;
  int member_count;
  struct call_member members[MOST_CALL_MEMBERS]; // in the order in which they came in
};

// {"call_id","resident_id","kiosk_id","media","purpose","state","reason","made_at","answered_at","over_at","caller",
//  "members":[{"party","name","relation","device","state"}]}
bool call_read_at(const struct json_at *at, struct call *out, struct fault *fault);
bool call_read(const json_t *json, struct call *out, struct fault *fault);
json_t *call_write(const struct call *call);
// NULL: they are no member.
struct call_member *call_member_of(struct call *call, const struct party *party);

// What is posted to /api/v1/calls:
// {"call_id","device","from","to","media","purpose","help_id"?,"resume"?,"answered_at"?, "members"?}. `help_id`: the
// press for help that staff answer. With "resume":true a device that talks tells a server that was started anew of the
// call it is in, with its members as it last knew them.
struct call_request {
  char id[UUID_SIZE];
  char device[UUID_SIZE];
  struct party from, to;
  enum call_media media;
  enum call_purpose purpose;
  char help_id[UUID_SIZE]; // empty: none
  int64_t seq;             // the greatest signal of this call that the device has seen: the server goes on above it
  bool resume;
  anban_ms answered_at; // of one that is resumed
  int member_count;     // then
  struct call_member members[MOST_CALL_MEMBERS];
};
bool call_request_read(const json_t *json, struct call_request *out, struct fault *fault);
json_t *call_request_write(const struct call_request *request);
