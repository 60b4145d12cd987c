// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/telephone/answering.h"

#include "base/text.h"
#include "kiosk/model/core/ask.h"
#include "kiosk/model/outbox.h"
#include "kiosk/model/telephone/family.h"

#include <string.h>

static bool is_hour(const struct resident *resident, int minute)
{
  return resident->auto_answer_from >= 0 && minute >= resident->auto_answer_from && minute < resident->auto_answer_to;
}

static bool is_allowed(const struct model *model)
{
  const struct phone *phone = &model->phone;
  const struct resident *resident = snapshot_resident(model->snapshot, phone->resident_id);
  const struct family_member *member = family_member(model, phone->with.id);
  return model->settings.kind == KIOSK_BEDSIDE && phone->may_auto && resident && member &&
         phone->with.kind == PARTY_FAMILY && member->auto_answer && strcmp(member->resident_id, resident->id) == 0 &&
         is_hour(resident, model_local(model).minute) && !model->help.shown;
}

// The press for help is open: who calls is the help.
static bool is_help(const struct model *model)
{
  return model->phone.machine.call.purpose == CALL_HELP && model->help.open && model->phone.with.kind == PARTY_STAFF;
}

void answering_begin(struct model *model)
{
  model->phone.answer_at = -1;
  if (is_help(model))
    model->phone.answer_at = model->uptime;
  else if (model->snapshot && is_allowed(model))
    model->phone.answer_at = model->uptime + ANSWER_AFTER;
}

int answering_seconds(const struct model *model)
{
  anban_ms left = model->phone.answer_at - model->uptime;
  if (model->phone.answer_at < 0)
    return 0;
  return left < MS_SECOND ? 1 : (int)((left + MS_SECOND - 1) / MS_SECOND);
}

void answering_hours(enum answer_hours hours, int *from, int *to)
{
  static const int minutes[ANSWER_HOURS][2] = {
      {-1, -1}, {8 * 60, 20 * 60}, {8 * 60, 12 * 60}, {13 * 60, 18 * 60}, {18 * 60, 21 * 60}};
  *from = minutes[hours][0];
  *to = minutes[hours][1];
}

enum answer_hours answering_hours_of(const struct resident *resident)
{
  for (enum answer_hours hours = 0; hours < ANSWER_HOURS; hours++) {
    int from, to;
    answering_hours(hours, &from, &to);
    if (resident->auto_answer_from == from && resident->auto_answer_to == to)
      return hours;
  }
  return ANSWER_HOURS;
}

static void set(struct model *model, const struct intent *intent, struct requests *out)
{
  if (intent->number < 0 || intent->number >= ANSWER_HOURS)
    return;
  enum answer_hours hours = (enum answer_hours)intent->number;
  struct message message = message_blank(MESSAGE_ANSWER_HOURS);
  model_say(model);
  for (int i = 0; i < model->snapshot->resident_count; i++) {
    struct resident *resident = &model->snapshot->residents[i];
    if (strcmp(resident->id, model->person.id) != 0 || answering_hours_of(resident) == hours)
      continue;
    answering_hours(hours, &resident->auto_answer_from, &resident->auto_answer_to);
    COPY_TEXT(message.body.is.auto_answer.resident_id, resident->id);
    message.body.is.auto_answer.from = resident->auto_answer_from;
    message.body.is.auto_answer.to = resident->auto_answer_to;
    outbox_send(model, out, &message);
  }
}

const struct intent_row answering_intents[] = {
    {.kind = INTENT_ANSWER_HOURS, .act = set},
    {.kind = INTENT_NONE},
};
