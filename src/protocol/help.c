// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/help.h"

#include "protocol/message_shape.h"

#include <limits.h>
#include <string.h>

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

static const char *ending_at(int ending)
{
  static const char *const codes[HELP_ENDINGS] = {
      [HELP_END_UNSAID] = "",         [HELP_END_HELPED] = "helped",
      [HELP_END_MISTAKE] = "mistake", [HELP_END_AMBULANCE] = "ambulance",
      [HELP_END_FAMILY] = "family",   [HELP_END_NOBODY] = "nobody",
      [HELP_END_OTHER] = "other",
  };
  return codes[ending];
}

const char *help_ending_code(enum help_ending ending)
{
  return ending_at((int)ending);
}

enum help_ending help_ending_of(const char *code)
{
  int ending = 0;
  while (ending < HELP_ENDINGS && strcmp(ending_at(ending), code) != 0)
    ending++;
  return (enum help_ending)ending;
}

// An ending of a newer server is one that is not said.
static bool read_ending(const struct json_at *at, struct help *out, struct fault *fault)
{
  char code[KIND_SIZE];
  if (!json_get_text(at, code, sizeof code, fault))
    return false;
  enum help_ending ending = help_ending_of(code);
  out->ending = ending == HELP_ENDINGS ? HELP_END_UNSAID : ending;
  return true;
}

static bool read_later_members(const struct json_at *at, struct help *out, struct fault *fault)
{
  struct json_at presses = json_member(at, "presses"), ending = json_member(at, "ending");
  struct json_at drill = json_member(at, "drill"), next_at = json_member(at, "next_at");
  struct json_at next_who = json_member(at, "next_who"), steps = json_member(at, "steps");
  out->presses = 1;
  return (!presses.value || json_get_int(&presses, 0, INT_MAX, &out->presses, fault)) &&
         (!ending.value || read_ending(&ending, out, fault)) &&
         (!drill.value || json_get_flag(&drill, &out->drill, fault)) &&
         (!next_at.value || json_get_time(&next_at, &out->next_at, fault)) &&
         (!next_who.value || json_get_text(&next_who, out->next_who, sizeof out->next_who, fault)) &&
         help_steps_read(&steps, out->steps, &out->step_count, fault);
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
  bool ok = json_get_object(at, fault) && json_get_uuid(&id, out->id, fault) &&
            json_get_uuid(&kiosk, out->kiosk_id, fault) && json_get_uuid_or_empty(&resident, out->resident_id, fault) &&
            json_get_code(&state, help_state_at, HELP_STATES, &state_index, fault) &&
            json_get_text(&staff, out->staff_name, sizeof out->staff_name, fault) &&
            json_get_time(&raised, &out->raised_at, fault) && read_later_members(at, out, fault);
  out->state = (enum help_state)state_index;
  return ok;
}

bool help_read(const json_t *json, struct help *out, struct fault *fault)
{
  struct json_at at = json_root("help", json);
  return help_read_at(&at, out, fault);
}

json_t *help_write(const struct help *help)
{
  json_t *steps = json_array();
  for (int i = 0; i < help->step_count; i++)
    json_array_append_new(steps, help_step_write(&help->steps[i]));
  return json_pack("{s:s, s:s, s:s, s:s, s:s, s:I, s:i, s:s, s:b, s:I, s:s, s:o}", "help_id", help->id, "kiosk_id",
                   help->kiosk_id, "resident_id", help->resident_id, "state", help_state_code(help->state),
                   "staff_name", help->staff_name, "raised_at", (json_int_t)help->raised_at, "presses", help->presses,
                   "ending", help_ending_code(help->ending), "drill", help->drill, "next_at", (json_int_t)help->next_at,
                   "next_who", help->next_who, "steps", steps);
}

bool help_is_called(const struct help *help, const char *id)
{
  bool is = id[0] && strcmp(help->id, id) == 0;
  for (int i = 0; id[0] && !is && i < help->step_count; i++)
    is = help->steps[i].kind == HELP_STEP_PRESSED && strcmp(help->steps[i].press, id) == 0;
  return is;
}

const struct help_step *help_newest(const struct help *help, enum help_step_kind kind)
{
  for (int i = help->step_count - 1; i >= 0; i--)
    if (help->steps[i].kind == kind)
      return &help->steps[i];
  return NULL;
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
