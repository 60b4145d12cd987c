// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/help.h"

#include "protocol/message_shape.h"

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

const char *help_state_code(enum help_state state)
{
  return help_state_at((int)state);
}

bool help_read_at(const struct json_at *at, struct help *out, struct fault *fault)
{
  *out = (struct help){0};
  struct json_at id = json_member(at, "help_id");
  struct json_at kiosk = json_member(at, "kiosk_id");
  struct json_at resident = json_member(at, "resident_id");
  struct json_at state = json_member(at, "state");
  struct json_at staff = json_member(at, "staff_name");
  struct json_at raised = json_member(at, "raised_at");
  int state_index = 0;
  int64_t raised_at = 0;
  bool ok = json_get_object(at, fault) && json_get_uuid(&id, out->id, fault) &&
            json_get_uuid(&kiosk, out->kiosk_id, fault) && json_get_uuid_or_empty(&resident, out->resident_id, fault) &&
            json_get_code(&state, help_state_at, HELP_STATES, &state_index, fault) &&
            json_get_text(&staff, out->staff_name, sizeof out->staff_name, fault) &&
            json_get_integer(&raised, 0, INT64_MAX, &raised_at, fault);
  out->state = (enum help_state)state_index;
  out->raised_at = raised_at;
  return ok;
}

bool help_read(const json_t *json, struct help *out, struct fault *fault)
{
  struct json_at at = json_root("help", json);
  return help_read_at(&at, out, fault);
}

json_t *help_write(const struct help *help)
{
  return json_pack("{s:s, s:s, s:s, s:s, s:s, s:I}", "help_id", help->id, "kiosk_id", help->kiosk_id, "resident_id",
                   help->resident_id, "state", help_state_code(help->state), "staff_name", help->staff_name,
                   "raised_at", (json_int_t)help->raised_at);
}

static bool read_record(const struct json_at *at, struct record *out, struct fault *fault)
{
  return help_read_at(at, &out->is.help, fault);
}

static json_t *write_record(const struct record *record)
{
  return help_write(&record->is.help);
}

static const char *id_of(const struct record *record)
{
  return record->is.help.id;
}

static const char *resident_of(const struct record *record)
{
  return record->is.help.resident_id;
}

static const char *kiosk_of(const struct record *record)
{
  return record->is.help.kiosk_id;
}

const struct record_shape help_record = {.code = "help",
                                         .read = read_record,
                                         .write = write_record,
                                         .id = id_of,
                                         .resident_id = resident_of,
                                         .kiosk_id = kiosk_of,
                                         .in_snapshot = true};

static bool read_id(const struct json_at *at, struct record *out, struct fault *fault)
{
  struct json_at id = json_member(at, "help_id");
  return json_get_object(at, fault) && json_get_uuid(&id, out->is.help.id, fault);
}

static json_t *write_id(const struct record *record)
{
  return json_pack("{s:s}", "help_id", record->is.help.id);
}

static bool read_raised(const struct json_at *at, struct record *out, struct fault *fault)
{
  struct json_at resident = json_member(at, "resident_id");
  return read_id(at, out, fault) && json_get_uuid_or_empty(&resident, out->is.help.resident_id, fault);
}

static json_t *write_raised(const struct record *record)
{
  return json_pack("{s:s, s:s}", "help_id", record->is.help.id, "resident_id", record->is.help.resident_id);
}

const struct message_shape help_raise_message = {
    .code = "help.raise", .record = RECORD_HELP, .read = read_raised, .write = write_raised, .urgent = true};
const struct message_shape help_cancel_message = {
    .code = "help.cancel", .record = RECORD_HELP, .read = read_id, .write = write_id, .urgent = true};
