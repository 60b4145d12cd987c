// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to a call as time passes.
#include "kiosk/model/core/ask.h"
#include "kiosk/model/telephone/answering.h"
#include "kiosk/model/telephone/phone_step.h"
#include "kiosk/model/telephone/voice_message.h"

#define RING_EVERY (4 * MS_SECOND)
#define SAY_EVERY 4                      // rings: who calls is said again
#define OVER_SHOWN (20 * MS_SECOND)      // a call that is over, before it is put away by itself
#define OVER_UNANSWERED (60 * MS_SECOND) // when something can still be done about it

static bool rings(const struct phone *phone)
{
  return (phone->machine.state == CALL_MACHINE_CALLING && phone->machine.rings_there) ||
         (phone->machine.state == CALL_MACHINE_RINGING && phone->answer_at < 0);
}

static anban_ms away_at(const struct model *model)
{
  const struct phone *phone = &model->phone;
  if (!phone->shown || phone->machine.state != CALL_MACHINE_OVER || phone_holds(model))
    return -1;
  return phone->over_at + (phone->machine.reason == CALL_HUNG_UP ? OVER_SHOWN : OVER_UNANSWERED);
}

// The countdown is seen to go.
static anban_ms next_second(const struct model *model)
{
  const struct phone *phone = &model->phone;
  anban_ms left = phone->answer_at - model->uptime;
  if (phone->machine.state != CALL_MACHINE_RINGING || phone->answer_at < 0)
    return -1;
  return left <= 0 ? model->uptime : phone->answer_at - (left - 1) / MS_SECOND * MS_SECOND;
}

anban_ms phone_due(const struct model *model)
{
  const struct phone *phone = &model->phone;
  const anban_ms dues[] = {call_machine_due(&phone->machine), rings(phone) ? phone->ring_at : -1, away_at(model),
                           next_second(model), voice_message_due(model)};
  anban_ms due = -1;
  for (size_t i = 0; i < sizeof dues / sizeof *dues; i++)
    if (dues[i] >= 0 && (due < 0 || dues[i] < due))
      due = dues[i];
  return due;
}

static void ring(struct model *model, struct requests *out)
{
  struct phone *phone = &model->phone;
  if (!rings(phone) || model->uptime < phone->ring_at)
    return;
  phone->ring_at = model->uptime + RING_EVERY;
  if (model->saying != SAY_NOTHING)
    return; // the name is worth more than the bell
  ask(out, REQUEST_RING)->number = phone->machine.state == CALL_MACHINE_RINGING;
  if (++phone->rings % SAY_EVERY == 0) {
    model_say(model);
  }
}

static void show_second(struct model *model)
{
  int second = answering_seconds(model) + voice_message_seconds(model);
  if (second == model->phone.second)
    return;
  model->phone.second = second;
  model_changed(model);
}

void phone_passed(struct model *model, struct requests *out)
{
  struct phone *phone = &model->phone;
  struct call_machine_input in = {.kind = ON_TIME};
  anban_ms due = call_machine_due(&phone->machine), away = away_at(model);
  bool counts = phone->machine.state == CALL_MACHINE_RINGING && phone->answer_at >= 0;
  if (due >= 0 && model->uptime >= due)
    phone_step(model, &in, (struct phone_cargo){0}, out);
  if (counts && model->uptime >= phone->answer_at)
    phone_answer(model, true, out);
  ring(model, out);
  if (away >= 0 && model->uptime >= away)
    phone_close(model, out);
  voice_message_passed(model, out);
  show_second(model);
}
