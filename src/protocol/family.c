// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/family.h"

#include <string.h>

bool family_member_read_at(const struct json_at *at, struct family_member *out, struct fault *fault)
{
  *out = (struct family_member){0};
  struct json_at id = json_member(at, "id");
  struct json_at resident = json_member(at, "resident_id");
  struct json_at name = json_member(at, "name");
  struct json_at relation = json_member(at, "relation");
  struct json_at portrait = json_member(at, "portrait");
  struct json_at auto_answer = json_member(at, "auto_answer");
  return json_get_object(at, fault) && json_get_uuid(&id, out->id, fault) &&
         json_get_uuid(&resident, out->resident_id, fault) &&
         json_get_name(&name, out->name, sizeof out->name, fault) &&
         json_get_text(&relation, out->relation, sizeof out->relation, fault) &&
         json_get_hash_or_empty(&portrait, out->portrait, fault) &&
         json_get_flag(&auto_answer, &out->auto_answer, fault);
}

bool family_member_read(const json_t *json, struct family_member *out, struct fault *fault)
{
  struct json_at at = json_root("member", json);
  return family_member_read_at(&at, out, fault);
}

json_t *family_member_write(const struct family_member *member)
{
  return json_pack("{s:s, s:s, s:s, s:s, s:s, s:b}", "id", member->id, "resident_id", member->resident_id, "name",
                   member->name, "relation", member->relation, "portrait", member->portrait, "auto_answer",
                   member->auto_answer);
}

static bool reach_one_read(const struct json_at *at, struct reach *out, struct fault *fault)
{
  struct json_at id = json_member(at, "id");
  struct json_at reachable = json_member(at, "reachable");
  return json_get_object(at, fault) && json_get_uuid(&id, out->id, fault) &&
         json_get_flag(&reachable, &out->reachable, fault);
}

bool reach_read(const json_t *json, struct reach *out, int most, int *count, struct fault *fault)
{
  struct json_at at = json_root("reach", json);
  struct json_at family = json_member(&at, "family");
  *count = 0;
  bool ok = json_get_object(&at, fault) && json_get_array(&family, (size_t)most, fault);
  for (size_t i = 0; ok && i < json_array_size(family.value); i++) {
    struct json_at one = json_item(&family, i);
    ok = reach_one_read(&one, &out[(*count)++], fault);
  }
  return ok;
}

static const char *direction_at(int from_resident)
{
  return from_resident ? "from_resident" : "to_resident";
}

static bool record_times_read(const struct json_at *at, struct call_record *out, struct fault *fault)
{
  struct json_at made = json_member(at, "made_at");
  struct json_at answered = json_member(at, "answered_at");
  struct json_at over = json_member(at, "over_at");
  return json_get_time(&made, &out->made_at, fault) && json_get_time(&answered, &out->answered_at, fault) &&
         json_get_time(&over, &out->over_at, fault);
}

bool call_record_read_at(const struct json_at *at, struct call_record *out, struct fault *fault)
{
  *out = (struct call_record){0};
  struct json_at id = json_member(at, "call_id");
  struct json_at resident = json_member(at, "resident_id");
  struct json_at party = json_member(at, "party");
  struct json_at name = json_member(at, "name");
  struct json_at direction = json_member(at, "direction");
  struct json_at reason = json_member(at, "reason");
  struct json_at auto_answered = json_member(at, "auto_answered");
  int from_resident = 0;
  bool ok = json_get_object(at, fault) && json_get_uuid(&id, out->call_id, fault) &&
            json_get_uuid_or_empty(&resident, out->resident_id, fault) && party_read_at(&party, &out->party, fault) &&
            json_get_text(&name, out->name, sizeof out->name, fault) &&
            json_get_code(&direction, direction_at, 2, &from_resident, fault) &&
            call_manner_read(at, &out->media, &out->purpose, fault) && record_times_read(at, out, fault) &&
            call_reason_read_at(&reason, &out->reason, fault) &&
            json_get_flag(&auto_answered, &out->auto_answered, fault);
  out->from_resident = from_resident;
  return ok;
}

bool call_record_read(const json_t *json, struct call_record *out, struct fault *fault)
{
  struct json_at at = json_root("record", json);
  return call_record_read_at(&at, out, fault);
}

json_t *call_record_write(const struct call_record *record)
{
  return json_pack("{s:s, s:s, s:o, s:s, s:s, s:s, s:s, s:I, s:I, s:I, s:s, s:b}", "call_id", record->call_id,
                   "resident_id", record->resident_id, "party", party_write(&record->party), "name", record->name,
                   "direction", direction_at(record->from_resident), "media", call_media_code(record->media), "purpose",
                   call_purpose_code(record->purpose), "made_at", (json_int_t)record->made_at, "answered_at",
                   (json_int_t)record->answered_at, "over_at", (json_int_t)record->over_at, "reason",
                   call_reason_code(record->reason), "auto_answered", record->auto_answered);
}

bool voice_message_read_at(const struct json_at *at, struct voice_message *out, struct fault *fault)
{
  *out = (struct voice_message){0};
  struct json_at id = json_member(at, "id");
  struct json_at resident = json_member(at, "resident_id");
  struct json_at from = json_member(at, "from");
  struct json_at to = json_member(at, "to");
  struct json_at made = json_member(at, "made_at");
  struct json_at heard = json_member(at, "heard_at");
  struct json_at type = json_member(at, "type");
  struct json_at seconds = json_member(at, "seconds");
  return json_get_object(at, fault) && json_get_uuid(&id, out->id, fault) &&
         json_get_uuid(&resident, out->resident_id, fault) && party_read_at(&from, &out->from, fault) &&
         party_read_at(&to, &out->to, fault) && json_get_time(&made, &out->made_at, fault) &&
         json_get_time(&heard, &out->heard_at, fault) && json_get_name(&type, out->type, sizeof out->type, fault) &&
         json_get_int(&seconds, 0, MOST_VOICE_SECONDS, &out->seconds, fault);
}

bool voice_message_read(const json_t *json, struct voice_message *out, struct fault *fault)
{
  struct json_at at = json_root("message", json);
  return voice_message_read_at(&at, out, fault);
}

json_t *voice_message_write(const struct voice_message *message)
{
  return json_pack("{s:s, s:s, s:o, s:o, s:I, s:I, s:s, s:i}", "id", message->id, "resident_id", message->resident_id,
                   "from", party_write(&message->from), "to", party_write(&message->to), "made_at",
                   (json_int_t)message->made_at, "heard_at", (json_int_t)message->heard_at, "type", message->type,
                   "seconds", message->seconds);
}
