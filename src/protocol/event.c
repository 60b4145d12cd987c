// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/event.h"

#include <string.h>

static const char *kind_code_at(int kind)
{
  static const char *const codes[EVENT_KINDS] = {
      [EVENT_HELLO] = "hello", [EVENT_ORDER] = "order",       [EVENT_CATALOGUE_CHANGED] = "catalogue.changed",
      [EVENT_HELP] = "help",   [EVENT_KIOSK] = "kiosk",       [EVENT_CALL] = "call",
      [EVENT_REACH] = "reach", [EVENT_CALL_LOG] = "call.log", [EVENT_VOICE_MESSAGE] = "voice.message",
  };
  return codes[kind];
}

static const char *help_state_at(int state)
{
  static const char *const codes[HELP_STATES] = {
      [HELP_RAISED] = "raised",
      [HELP_ACKNOWLEDGED] = "acknowledged",
      [HELP_CANCELLED] = "cancelled",
      [HELP_CLOSED] = "closed",
  };
  return codes[state];
}

const char *event_kind_code(enum event_kind kind)
{
  return kind_code_at((int)kind);
}

enum event_kind event_kind_of(const char *code)
{
  int i = 0;
  while (i < EVENT_KINDS && strcmp(kind_code_at(i), code) != 0)
    i++;
  return (enum event_kind)i;
}

const char *help_state_code(enum help_state state)
{
  return help_state_at((int)state);
}

bool help_read(const json_t *json, struct help *out, struct fault *fault)
{
  *out = (struct help){0};
  struct json_at at = json_root("help", json);
  struct json_at id = json_member(&at, "help_id");
  struct json_at kiosk = json_member(&at, "kiosk_id");
  struct json_at resident = json_member(&at, "resident_id");
  struct json_at state = json_member(&at, "state");
  struct json_at staff = json_member(&at, "staff_name");
  struct json_at raised = json_member(&at, "raised_at");
  int state_index = 0;
  int64_t raised_at = 0;
  bool ok = json_get_object(&at, fault) && json_get_uuid(&id, out->id, fault) &&
            json_get_uuid(&kiosk, out->kiosk_id, fault) && json_get_uuid_or_empty(&resident, out->resident_id, fault) &&
            json_get_code(&state, help_state_at, HELP_STATES, &state_index, fault) &&
            json_get_text(&staff, out->staff_name, sizeof out->staff_name, fault) &&
            json_get_integer(&raised, 0, INT64_MAX, &raised_at, fault);
  out->state = (enum help_state)state_index;
  out->raised_at = raised_at;
  return ok;
}

json_t *help_write(const struct help *help)
{
  return json_pack("{s:s, s:s, s:s, s:s, s:s, s:I}", "help_id", help->id, "kiosk_id", help->kiosk_id, "resident_id",
                   help->resident_id, "state", help_state_code(help->state), "staff_name", help->staff_name,
                   "raised_at", (json_int_t)help->raised_at);
}
