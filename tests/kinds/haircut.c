// SPDX-License-Identifier: GPL-3.0-or-later
#include "haircut.h"

static bool read_record(const struct json_at *at, struct record *out, struct fault *fault)
{
  struct help *haircut = &out->is.help;
  struct json_at id = json_member(at, "id");
  struct json_at resident = json_member(at, "resident_id");
  struct json_at hairdresser = json_member(at, "hairdresser");
  return json_get_object(at, fault) && json_get_uuid(&id, haircut->id, fault) &&
         json_get_uuid(&resident, haircut->resident_id, fault) &&
         json_get_text(&hairdresser, haircut->staff_name, sizeof haircut->staff_name, fault);
}

static json_t *write_record(const struct record *record)
{
  const struct help *haircut = &record->is.help;
  return json_pack("{s:s, s:s, s:s}", "id", haircut->id, "resident_id", haircut->resident_id, "hairdresser",
                   haircut->staff_name);
}

static const char *id_of(const struct record *record)
{
  return record->is.help.id;
}

static const char *resident_of(const struct record *record)
{
  return record->is.help.resident_id;
}

const struct record_shape haircut_record = {
    .code = "haircut", .read = read_record, .write = write_record, .id = id_of, .resident_id = resident_of};
const struct message_shape haircut_message = {.code = "haircut.ask", .record = RECORD_HAIRCUT};
