// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/call.h"

#include <string.h>

#define MOST_SEQ ((int64_t)1 << 50) // no call comes near; so that numbers above it stay exact in JavaScript

static const char *party_kind_at(int kind)
{
  static const char *const codes[PARTY_KINDS] = {
      [PARTY_RESIDENT] = "resident",
      [PARTY_FAMILY] = "family",
      [PARTY_STAFF] = "staff",
      [PARTY_KIOSK] = "kiosk",
  };
  return codes[kind];
}

static const char *media_at(int media)
{
  return media == CALL_VIDEO ? "video" : "audio";
}

static const char *purpose_at(int purpose)
{
  return purpose == CALL_TALK ? "talk" : "help";
}

static const char *state_at(int state)
{
  static const char *const codes[CALL_STATES] = {
      [CALL_RINGING] = "ringing",
      [CALL_TALKING] = "talking",
      [CALL_OVER] = "over",
  };
  return codes[state];
}

static const char *reason_at(int reason)
{
  static const char *const codes[CALL_REASONS] = {
      [CALL_REASON_NONE] = "",
      [CALL_HUNG_UP] = "hung_up",
      [CALL_DECLINED] = "declined",
      [CALL_NO_ANSWER] = "no_answer",
      [CALL_BUSY] = "busy",
      [CALL_UNREACHABLE] = "unreachable",
      [CALL_ANSWERED_ELSEWHERE] = "answered_elsewhere",
      [CALL_LOST] = "lost",
      [CALL_FAILED] = "failed",
      [CALL_NOT_ALLOWED] = "not_allowed",
      [CALL_CANCELLED] = "cancelled",
      [CALL_JOINED_OVER] = "joined_over",
  };
  return codes[reason];
}

const char *party_kind_code(enum party_kind kind)
{
  return party_kind_at((int)kind);
}

enum party_kind party_kind_of(const char *code)
{
  int i = 0;
  while (i < PARTY_KINDS && strcmp(party_kind_at(i), code) != 0)
    i++;
  return (enum party_kind)i;
}

const char *call_media_code(enum call_media media)
{
  return media_at((int)media);
}

const char *call_purpose_code(enum call_purpose purpose)
{
  return purpose_at((int)purpose);
}

const char *call_state_code(enum call_state state)
{
  return state_at((int)state);
}

const char *call_reason_code(enum call_reason reason)
{
  return reason_at((int)reason);
}

bool party_is_desk(const struct party *party)
{
  return party->kind == PARTY_STAFF && strcmp(party->id, DESK_ID) == 0;
}

bool party_same(const struct party *left, const struct party *right)
{
  return left->kind == right->kind && strcmp(left->id, right->id) == 0;
}

bool party_read_at(const struct json_at *at, struct party *out, struct fault *fault)
{
  struct json_at kind = json_member(at, "kind");
  struct json_at id = json_member(at, "id");
  int index = 0;
  bool ok = json_get_object(at, fault) && json_get_code(&kind, party_kind_at, PARTY_KINDS, &index, fault) &&
            json_get_uuid(&id, out->id, fault);
  out->kind = (enum party_kind)index;
  return ok;
}

json_t *party_write(const struct party *party)
{
  return json_pack("{s:s, s:s}", "kind", party_kind_code(party->kind), "id", party->id);
}

static bool media_read(const struct json_at *at, enum call_media *out, struct fault *fault)
{
  int index = 0;
  bool ok = json_get_code(at, media_at, CALL_MEDIAS, &index, fault);
  *out = (enum call_media)index;
  return ok;
}

static bool purpose_read(const struct json_at *at, enum call_purpose *out, struct fault *fault)
{
  int index = 0;
  bool ok = json_get_code(at, purpose_at, CALL_PURPOSES, &index, fault);
  *out = (enum call_purpose)index;
  return ok;
}

static bool state_read(const struct json_at *at, enum call_state *out, struct fault *fault)
{
  int index = 0;
  bool ok = json_get_code(at, state_at, CALL_STATES, &index, fault);
  *out = (enum call_state)index;
  return ok;
}

bool call_reason_read_at(const struct json_at *at, enum call_reason *out, struct fault *fault)
{
  char code[KIND_SIZE];
  if (!json_get_text(at, code, sizeof code, fault))
    return false;
  int i = 0;
  while (i < CALL_REASONS && strcmp(reason_at(i), code) != 0)
    i++;
  *out = i == CALL_REASONS ? CALL_HUNG_UP : (enum call_reason)i;
  return true;
}

bool call_manner_read(const struct json_at *at, enum call_media *media, enum call_purpose *purpose, struct fault *fault)
{
  struct json_at media_json = json_member(at, "media");
  struct json_at purpose_json = json_member(at, "purpose");
  return media_read(&media_json, media, fault) && purpose_read(&purpose_json, purpose, fault);
}

static bool member_read(const struct json_at *at, struct call_member *out, struct fault *fault)
{
  struct json_at party = json_member(at, "party");
  struct json_at name = json_member(at, "name");
  struct json_at relation = json_member(at, "relation");
  struct json_at device = json_member(at, "device");
  struct json_at state = json_member(at, "state");
  return json_get_object(at, fault) && party_read_at(&party, &out->party, fault) &&
         json_get_text(&name, out->name, sizeof out->name, fault) &&
         json_get_text(&relation, out->relation, sizeof out->relation, fault) &&
         json_get_uuid_or_empty(&device, out->device, fault) && state_read(&state, &out->state, fault);
}

static bool members_read(const struct json_at *at, struct call_member out[], int *count, struct fault *fault)
{
  bool ok = json_get_array(at, MOST_CALL_MEMBERS, fault);
  for (size_t i = 0; ok && i < json_array_size(at->value); i++) {
    struct json_at member = json_item(at, i);
    ok = member_read(&member, &out[(*count)++], fault);
  }
  return ok;
}

static bool times_read(const struct json_at *at, struct call *out, struct fault *fault)
{
  struct json_at made = json_member(at, "made_at");
  struct json_at answered = json_member(at, "answered_at");
  struct json_at over = json_member(at, "over_at");
  return json_get_time(&made, &out->made_at, fault) && json_get_time(&answered, &out->answered_at, fault) &&
         json_get_time(&over, &out->over_at, fault);
}

bool call_read_at(const struct json_at *at, struct call *out, struct fault *fault)
{
  *out = (struct call){0};
  struct json_at id = json_member(at, "call_id");
  struct json_at resident = json_member(at, "resident_id");
  struct json_at kiosk = json_member(at, "kiosk_id");
  struct json_at state = json_member(at, "state");
  struct json_at reason = json_member(at, "reason");
  struct json_at caller = json_member(at, "caller");
  struct json_at members = json_member(at, "members");
  return json_get_object(at, fault) && json_get_uuid(&id, out->id, fault) &&
         json_get_uuid_or_empty(&resident, out->resident_id, fault) &&
         json_get_uuid_or_empty(&kiosk, out->kiosk_id, fault) &&
         call_manner_read(at, &out->media, &out->purpose, fault) && state_read(&state, &out->state, fault) &&
         call_reason_read_at(&reason, &out->reason, fault) && times_read(at, out, fault) &&
         party_read_at(&caller, &out->caller, fault) && members_read(&members, out->members, &out->member_count, fault);
}

bool call_read(const json_t *json, struct call *out, struct fault *fault)
{
  struct json_at at = json_root("call", json);
  return call_read_at(&at, out, fault);
}

static json_t *members_write(const struct call_member members[], int count)
{
  json_t *list = json_array();
  for (int i = 0; i < count; i++)
    json_array_append_new(list, json_pack("{s:o, s:s, s:s, s:s, s:s}", "party", party_write(&members[i].party), "name",
                                          members[i].name, "relation", members[i].relation, "device", members[i].device,
                                          "state", call_state_code(members[i].state)));
  return list;
}

json_t *call_write(const struct call *call)
{
  return json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:s, s:I, s:I, s:I, s:o, s:o}", "call_id", call->id, "resident_id",
                   call->resident_id, "kiosk_id", call->kiosk_id, "media", call_media_code(call->media), "purpose",
                   call_purpose_code(call->purpose), "state", call_state_code(call->state), "reason",
                   call_reason_code(call->reason), "made_at", (json_int_t)call->made_at, "answered_at",
                   (json_int_t)call->answered_at, "over_at", (json_int_t)call->over_at, "caller",
                   party_write(&call->caller), "members", members_write(call->members, call->member_count));
}

struct call_member *call_member_of(struct call *call, const struct party *party)
{
  for (int i = 0; i < call->member_count; i++)
    if (party_same(&call->members[i].party, party))
      return &call->members[i];
  return NULL;
}

static bool resume_read(const struct json_at *at, struct call_request *out, struct fault *fault)
{
  struct json_at resume = json_member(at, "resume");
  struct json_at answered = json_member(at, "answered_at");
  struct json_at members = json_member(at, "members");
  if (!resume.value)
    return true;
  return json_get_flag(&resume, &out->resume, fault) &&
         (!out->resume || (json_get_time(&answered, &out->answered_at, fault) &&
                           members_read(&members, out->members, &out->member_count, fault)));
}

bool call_request_read(const json_t *json, struct call_request *out, struct fault *fault)
{
  *out = (struct call_request){0};
  struct json_at at = json_root("call", json);
  struct json_at id = json_member(&at, "call_id");
  struct json_at device = json_member(&at, "device");
  struct json_at from = json_member(&at, "from");
  struct json_at to = json_member(&at, "to");
  struct json_at help = json_member(&at, "help_id");
  struct json_at seq = json_member(&at, "seq");
  return json_get_object(&at, fault) && json_get_uuid(&id, out->id, fault) &&
         json_get_uuid(&device, out->device, fault) && party_read_at(&from, &out->from, fault) &&
         party_read_at(&to, &out->to, fault) && call_manner_read(&at, &out->media, &out->purpose, fault) &&
         (!help.value || json_get_uuid_or_empty(&help, out->help_id, fault)) &&
         (!seq.value || json_get_integer(&seq, 0, MOST_SEQ, &out->seq, fault)) && resume_read(&at, out, fault);
}

json_t *call_request_write(const struct call_request *request)
{
  json_t *json = json_pack("{s:s, s:s, s:o, s:o, s:s, s:s}", "call_id", request->id, "device", request->device, "from",
                           party_write(&request->from), "to", party_write(&request->to), "media",
                           call_media_code(request->media), "purpose", call_purpose_code(request->purpose));
  if (request->help_id[0])
    json_object_set_new(json, "help_id", json_string(request->help_id));
  if (request->seq > 0)
    json_object_set_new(json, "seq", json_integer(request->seq));
  if (request->resume) {
    json_object_set_new(json, "resume", json_true());
    json_object_set_new(json, "answered_at", json_integer(request->answered_at));
    json_object_set_new(json, "members", members_write(request->members, request->member_count));
  }
  return json;
}
