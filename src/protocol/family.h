// SPDX-License-Identifier: GPL-3.0-or-later
// The family of residents: who they are, whether they can be reached, which calls there were, and what they have said
// when nobody answered.
#pragma once

#include "protocol/call.h"

struct family_member {
  char id[UUID_SIZE];
  char resident_id[UUID_SIZE];
  char name[NAME_SIZE];
  char relation[NAME_SIZE]; // "女儿"
  char portrait[HASH_SIZE]; // media; empty: none
  bool auto_answer;         // their call is answered by itself, in the hours that the resident allows
};
// {"id","resident_id","name","relation","portrait","auto_answer"}
bool family_member_read_at(const struct json_at *at, struct family_member *out, struct fault *fault);
bool family_member_read(const json_t *json, struct family_member *out, struct fault *fault);
json_t *family_member_write(const struct family_member *member);

// The event "reach" as a kiosk hears it: {"family":[{"id","reachable"}]}.
struct reach {
  char id[UUID_SIZE];
  bool reachable;
};
bool reach_read(const json_t *json, struct reach *out, int most, int *count, struct fault *fault);

// A call that is over, from the resident's side: one for each other party.
struct call_record {
  char call_id[UUID_SIZE];
  char resident_id[UUID_SIZE]; // empty: a kiosk where nobody had signed in
  struct party party;          // the other one
  char name[NAME_SIZE];        // theirs, as it was then
  bool from_resident;          // "from_resident", else "to_resident"
  enum call_media media;
  enum call_purpose purpose;
  anban_ms made_at, answered_at, over_at; // answered_at 0: never
  enum call_reason reason;
  bool auto_answered;
};
// {"call_id","resident_id","party","name","direction","media","purpose","made_at","answered_at","over_at","reason",
//  "auto_answered"}
bool call_record_read_at(const struct json_at *at, struct call_record *out, struct fault *fault);
bool call_record_read(const json_t *json, struct call_record *out, struct fault *fault);
json_t *call_record_write(const struct call_record *record);

// What is said when nobody answers; its bytes are at /api/v1/voice_messages/{id}.
struct voice_message {
  char id[UUID_SIZE];
  char resident_id[UUID_SIZE]; // whose it is, whichever way it goes
  struct party from, to;
  anban_ms made_at;
  anban_ms heard_at;    // 0: not yet
  char type[KIND_SIZE]; // "audio/ogg" "audio/webm" "audio/mp4"
  int seconds;          // as the sender said; 0: not said
};
// {"id","resident_id","from","to","made_at","heard_at","type","seconds"}
bool voice_message_read_at(const struct json_at *at, struct voice_message *out, struct fault *fault);
bool voice_message_read(const json_t *json, struct voice_message *out, struct fault *fault);
json_t *voice_message_write(const struct voice_message *message);
