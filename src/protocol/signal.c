// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/signal.h"

#include <stdlib.h>
#include <string.h>

static const char *kind_at(int kind)
{
  static const char *const codes[SIGNAL_KINDS] = {
      [SIGNAL_RINGING] = "ringing",     [SIGNAL_ACCEPT] = "accept",
      [SIGNAL_DECLINE] = "decline",     [SIGNAL_JOIN] = "join",
      [SIGNAL_OFFER] = "offer",         [SIGNAL_ANSWER] = "answer",
      [SIGNAL_CANDIDATE] = "candidate", [SIGNAL_RENEW] = "renew",
      [SIGNAL_STATE] = "state",         [SIGNAL_BYE] = "bye",
      [SIGNAL_RING] = "ring",           [SIGNAL_UPDATE] = "update",
      [SIGNAL_GONE] = "gone",           [SIGNAL_BACK] = "back",
      [SIGNAL_OVER] = "over",
  };
  return codes[kind];
}

const char *signal_kind_code(enum signal_kind kind)
{
  return kind_at((int)kind);
}

bool signal_is_newer(const json_t *json)
{
  const char *code = json_string_value(json_object_get(json, "kind"));
  int i = 0;
  while (code && i < SIGNAL_KINDS && strcmp(kind_at(i), code) != 0)
    i++;
  return i == SIGNAL_KINDS;
}

bool signal_is_sent_by_devices(enum signal_kind kind)
{
  return kind <= SIGNAL_BYE;
}

static bool read_sdp(const struct json_at *data, struct fault *fault)
{
  struct json_at sdp = json_member(data, "sdp");
  struct json_at fresh = json_member(data, "fresh");
  size_t length = json_string_length(sdp.value);
  bool is_fresh;
  if (length == 0 || length > MOST_SDP_BYTES)
    return json_fault(&sdp, fault, "a session description of at most 32 KiB");
  return json_get_flag(&fresh, &is_fresh, fault);
}

static bool read_candidate(const struct json_at *data, struct fault *fault)
{
  char candidate[MOST_CANDIDATE_BYTES], mid[KIND_SIZE];
  int line;
  struct json_at text = json_member(data, "candidate");
  struct json_at mid_at = json_member(data, "sdpMid");
  struct json_at line_at = json_member(data, "sdpMLineIndex");
  return json_get_text(&text, candidate, sizeof candidate, fault) &&
         (!mid_at.value || json_is_null(mid_at.value) || json_get_text(&mid_at, mid, sizeof mid, fault)) &&
         (json_is_null(line_at.value) || json_get_int(&line_at, 0, 31, &line, fault));
}

static bool read_state(const struct json_at *data, struct fault *fault)
{
  bool is;
  struct json_at camera = json_member(data, "camera");
  struct json_at microphone = json_member(data, "microphone");
  struct json_at curtain = json_member(data, "curtain");
  return json_get_flag(&camera, &is, fault) && json_get_flag(&microphone, &is, fault) &&
         json_get_flag(&curtain, &is, fault);
}

static bool read_reason(const struct json_at *data, bool is_needed, struct fault *fault)
{
  enum call_reason reason;
  struct json_at at = json_member(data, "reason");
  return (!is_needed && !at.value) || call_reason_read_at(&at, &reason, fault);
}

static bool read_auto(const struct json_at *data, struct fault *fault)
{
  bool is;
  struct json_at at = json_member(data, "auto");
  return !at.value || json_get_flag(&at, &is, fault);
}

static bool check_data(enum signal_kind kind, const struct json_at *data, struct fault *fault)
{
  char *text = json_print(data->value);
  size_t length = strlen(text);
  free(text);
  if (length > MOST_SIGNAL_BYTES)
    return json_fault(data, fault, "an object of at most 40 KiB");
  switch (kind) {
  case SIGNAL_OFFER:
  case SIGNAL_ANSWER:
    return read_sdp(data, fault);
  case SIGNAL_CANDIDATE:
    return read_candidate(data, fault);
  case SIGNAL_STATE:
    return read_state(data, fault);
  case SIGNAL_ACCEPT:
    return read_auto(data, fault);
  case SIGNAL_BYE:
  case SIGNAL_OVER:
    return read_reason(data, kind == SIGNAL_OVER, fault);
  default:
    return true;
  }
}

static bool read_common(const struct json_at *at, struct signal *out, struct fault *fault)
{
  struct json_at kind = json_member(at, "kind");
  struct json_at to_device = json_member(at, "to_device");
  struct json_at data = json_member(at, "data");
  int index = 0;
  if (!json_get_object(at, fault) || !json_get_code(&kind, kind_at, SIGNAL_KINDS, &index, fault) ||
      (to_device.value && !json_get_uuid_or_empty(&to_device, out->to_device, fault)))
    return false;
  out->kind = (enum signal_kind)index;
  json_t *given = json_object_get(at->value, "data");
  out->data = given ? json_deep_copy(given) : json_object();
  data.value = out->data;
  return json_get_object(&data, fault) && check_data(out->kind, &data, fault);
}

bool signal_read_at(const struct json_at *at, struct signal *out, struct fault *fault)
{
  *out = (struct signal){0};
  struct json_at id = json_member(at, "call_id");
  struct json_at seq = json_member(at, "seq");
  struct json_at from = json_member(at, "from");
  struct json_at device = json_member(at, "device");
  struct json_at call = json_member(at, "call");
  out->has_call = call.value != NULL;
  return read_common(at, out, fault) && json_get_uuid(&id, out->call_id, fault) &&
         json_get_integer(&seq, 1, INT64_MAX, &out->seq, fault) && party_read_at(&from, &out->from, fault) &&
         json_get_uuid_or_empty(&device, out->device, fault) &&
         (!out->has_call || call_read_at(&call, &out->call, fault));
}

bool signal_read(const json_t *json, struct signal *out, struct fault *fault)
{
  struct json_at at = json_root("signal", json);
  return signal_read_at(&at, out, fault);
}

json_t *signal_write(const struct signal *signal)
{
  json_t *json =
      json_pack("{s:s, s:I, s:s, s:o, s:s, s:s, s:O}", "call_id", signal->call_id, "seq", (json_int_t)signal->seq,
                "kind", signal_kind_code(signal->kind), "from", party_write(&signal->from), "device", signal->device,
                "to_device", signal->to_device, "data", signal->data);
  if (signal->has_call)
    json_object_set_new(json, "call", call_write(&signal->call));
  return json;
}

void signal_free(struct signal *signal)
{
  json_decref(signal->data);
  signal->data = NULL;
}

bool signal_read_post(const json_t *json, struct signal *out, struct fault *fault)
{
  *out = (struct signal){0};
  struct json_at at = json_root("signal", json);
  struct json_at device = json_member(&at, "device");
  struct json_at kind = json_member(&at, "kind");
  return read_common(&at, out, fault) && json_get_uuid(&device, out->device, fault) &&
         (signal_is_sent_by_devices(out->kind) || json_fault(&kind, fault, "a kind that devices send"));
}

json_t *signal_write_post(const struct signal *signal)
{
  json_t *json = json_pack("{s:s, s:s, s:O}", "device", signal->device, "kind", signal_kind_code(signal->kind), "data",
                           signal->data);
  if (signal->to_device[0])
    json_object_set_new(json, "to_device", json_string(signal->to_device));
  return json;
}

int signal_number(const struct signal *signal, const char *name)
{
  json_int_t number = json_integer_value(json_object_get(signal->data, name));
  return number > 0 && number <= INT32_MAX ? (int)number : 0;
}

const char *signal_text(const struct signal *signal, const char *name)
{
  return json_string_value(json_object_get(signal->data, name));
}

bool signal_flag(const struct signal *signal, const char *name)
{
  return json_is_true(json_object_get(signal->data, name));
}

enum call_reason signal_reason(const struct signal *signal)
{
  struct json_at data = json_root("data", signal->data), reason = json_member(&data, "reason");
  enum call_reason read = CALL_HUNG_UP;
  struct fault fault;
  return call_reason_read_at(&reason, &read, &fault) && read != CALL_REASON_NONE ? read : CALL_HUNG_UP;
}
