// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/auto_answer.h"

#include "protocol/message_shape.h"

static bool read_record(const struct json_at *at, struct record *out, struct fault *fault)
{
  struct auto_answer *hours = &out->is.auto_answer;
  struct json_at resident = json_member(at, "resident_id");
  struct json_at from = json_member(at, "from");
  struct json_at to = json_member(at, "to");
  return json_get_object(at, fault) && json_get_uuid(&resident, hours->resident_id, fault) &&
         answer_hours_read(&from, &to, &hours->from, &hours->to, fault);
}

static json_t *write_record(const struct record *record)
{
  const struct auto_answer *hours = &record->is.auto_answer;
  return json_pack("{s:s, s:i, s:i}", "resident_id", hours->resident_id, "from", hours->from, "to", hours->to);
}

static const char *resident_of(const struct record *record)
{
  return record->is.auto_answer.resident_id;
}

// Each resident has one.
const struct record_shape auto_answer_record = {
    .code = "answer_hours", .read = read_record, .write = write_record, .id = resident_of, .resident_id = resident_of};

const struct message_shape auto_answer_message = {.code = "answer_hours.set", .record = RECORD_AUTO_ANSWER};
