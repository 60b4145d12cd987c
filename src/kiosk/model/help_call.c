// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/help_call.h"

#include "base/text.h"
#include "kiosk/model/core/ask.h"
#include "kiosk/model/core/happen.h"
#include "kiosk/model/help_news.h"
#include "kiosk/model/outbox.h"

#include <string.h>

#define HEARD_WITHIN (10 * MS_SECOND) // by the desk
#define TAKEN_WITHIN MS_MINUTE        // by a person there
#define COME_WITHIN (10 * MS_MINUTE)  // who took it; who presses after that needs something anew

static void tell(struct model *model)
{
  model_changed(model);
  if (model->help.shown)
    model_say(model);
}

static void send(struct model *model, struct requests *out, enum message_kind kind)
{
  struct message message = message_blank(kind);
  COPY_TEXT(message.body.is.help.id, model->help.help.id);
  if (kind == MESSAGE_HELP_RAISE)
    COPY_TEXT(message.body.is.help.resident_id, model->person.id);
  outbox_send(model, out, &message);
  COPY_TEXT(model->help.message_id, message.id);
}

// What the kiosk sees itself, as long as the server has not said more.
static void step(struct model *model, enum help_step_kind kind, const char *way, const char *who, anban_ms at)
{
  struct help *help = &model->help.help;
  struct help_step step = {.kind = kind, .at = at};
  if (model->help.told)
    return;
  COPY_TEXT(step.way, way);
  COPY_TEXT(step.who, who);
  COPY_TEXT(step.press, kind == HELP_STEP_PRESSED ? help->id : "");
  help_steps_add(help->steps, &help->step_count, &step);
}

// A second press says the same once more. The desk may have left an older call open, or another person's.
static bool is_known(const struct model *model)
{
  const struct help_call *call = &model->help;
  const char *whose = call->help.resident_id;
  bool other = model->person.id[0] && whose[0] && strcmp(model->person.id, whose) != 0;
  bool old = call->taken_at && model->uptime - call->since > COME_WITHIN;
  return call->open && call->progress != PROGRESS_NOT_SAVED && !other && !old;
}

// Raises a call, or shows the one that is open when it is the same person's and somebody may still be on the way.
// Nothing is asked before.
static void raise(struct model *model, const struct intent *intent, struct requests *out)
{
  bool again = is_known(model);
  happen(model, HAPPENED_HELP_PRESSED, out);
  model->help.shown = true;
  tell(model);
  if (again)
    return;
  model->help = (struct help_call){.open = true, .shown = true, .pressed_at = model_now(model), .since = model->uptime};
  ask_new_id(model, model->help.help.id);
  COPY_TEXT(model->help.help.resident_id, model->person.id);
  step(model, HELP_STEP_PRESSED, "", "", model->help.pressed_at);
  send(model, out, MESSAGE_HELP_RAISE);
}

static void cancel(struct model *model, const struct intent *intent, struct requests *out)
{
  if (!model->help.open)
    return;
  model->help.open = false;
  model->help.over_at = model_now(model);
  model->help.help.state = HELP_CANCELLED;
  send(model, out, MESSAGE_HELP_CANCEL);
  tell(model);
}

// One rung higher: the patience for the next begins.
static void climb(struct model *model, anban_ms *rung, enum help_step_kind kind, anban_ms at)
{
  bool received = kind == HELP_STEP_RECEIVED;
  if (*rung)
    return;
  *rung = at;
  step(model, kind, received ? "server" : "", received ? "" : model->help.help.staff_name, at);
  model->help.since = model->uptime;
  model->help.late = false;
}

void help_call_reached(struct model *model, const char *message_id, enum progress progress)
{
  if (!message_id[0] || strcmp(model->help.message_id, message_id) != 0)
    return;
  bool known = progress == PROGRESS_ACCEPTED && model->help.told;
  model->help.progress = progress;
  if (progress == PROGRESS_ACCEPTED && model->help.open)
    climb(model, &model->help.received_at, HELP_STEP_RECEIVED, model_now(model));
  if (known)
    model_changed(model); // the call itself came with the answer, and was said
  else
    tell(model);
}

void help_call_line(struct model *model, struct requests *out)
{
  if (model->help.open)
    tell(model);
}

static bool is_open(const struct help *help)
{
  return help->state == HELP_RAISED || help->state == HELP_ACKNOWLEDGED;
}

static bool is_taken_back(const struct model *model, const char *id)
{
  for (int i = 0; i < model->outbox_count; i++) {
    const struct message *message = &model->outbox[i].message;
    if (message->kind == MESSAGE_HELP_CANCEL && strcmp(message->body.is.help.id, id) == 0)
      return true;
  }
  return false;
}

// The kiosk was started anew while somebody waits in front of it.
static void know_again(struct model *model, const struct help *help, anban_ms pressed_at)
{
  model->help = (struct help_call){.open = true, .shown = true, .pressed_at = pressed_at, .since = model->uptime};
  model->help.help = *help;
  model->help.told = help->step_count > 0;
  step(model, HELP_STEP_PRESSED, "", "", pressed_at);
  model->help.progress = PROGRESS_NOTED;
  tell(model);
}

// One of ours that the kiosk does not know any more. Of several the newest is the one that is shown.
static bool is_forgotten(const struct model *model, const struct help *help)
{
  const struct help_call *call = &model->help;
  bool newest = !call->open || help->raised_at > call->pressed_at;
  return is_open(help) && newest && !help_is_called(help, call->help.id) && !is_taken_back(model, help->id);
}

void help_call_found(struct model *model, const struct message *message)
{
  struct help_call *call = &model->help;
  bool known = strcmp(call->help.id, message->body.is.help.id) == 0;
  if (message->kind == MESSAGE_HELP_CANCEL) {
    call->open = call->open && !known;
    call->shown = call->shown && !known;
    return;
  }
  if (!known)
    know_again(model, &message->body.is.help, message->made_at);
  COPY_TEXT(call->message_id, message->id);
}

void help_call_snapshot(struct model *model, struct requests *out)
{
  for (int i = 0; i < model->snapshot->help_count; i++)
    help_call_state(model, &model->snapshot->help[i], out);
}

// The answer to the press and the stream come by different ways.
static bool is_older(const struct help_call *call, const struct help *help)
{
  const struct help *known = &call->help;
  if (!call->told || help->step_count == 0)
    return false;
  return help->steps[help->step_count - 1].at < known->steps[known->step_count - 1].at ||
         help->step_count < known->step_count;
}

// Takes over how it stands; an older server tells of no steps.
static void keep(struct model *model, const struct help *help)
{
  struct help_call *call = &model->help;
  struct help before = call->help;
  call->help = *help;
  call->told = help->step_count > 0;
  if (call->told)
    return;
  memcpy(call->help.steps, before.steps, sizeof before.steps);
  call->help.step_count = before.step_count;
}

static void take_over(struct model *model, const struct help *help, struct requests *out)
{
  struct help_call *call = &model->help;
  keep(model, help);
  climb(model, &call->received_at, HELP_STEP_RECEIVED, model_now(model));
  if (help->state == HELP_ACKNOWLEDGED)
    climb(model, &call->taken_at, HELP_STEP_TAKEN, model_now(model));
  else if (help->state == HELP_RAISED)
    call->taken_at = 0; // pressed again
  if (help->state == HELP_CLOSED || help->state == HELP_CANCELLED) {
    call->open = false;
    call->over_at = model_now(model);
    happen(model, HAPPENED_SIGN_OF_LIFE, out); // how it ended is to be seen for a while
  }
}

void help_call_state(struct model *model, const struct help *help, struct requests *out)
{
  struct help_call *call = &model->help;
  if (is_forgotten(model, help)) {
    know_again(model, help, help->raised_at);
    climb(model, &call->received_at, HELP_STEP_RECEIVED, BEFORE_THE_START);
    if (help->state == HELP_ACKNOWLEDGED)
      climb(model, &call->taken_at, HELP_STEP_TAKEN, BEFORE_THE_START);
  }
  if (!help_is_called(help, call->help.id) || !call->open || is_older(call, help))
    return;
  struct help before = call->help;
  take_over(model, help, out);
  if (help_news_is(&before, &call->help))
    tell(model);
  else
    model_changed(model);
}

anban_ms help_call_due(const struct model *model)
{
  const struct help_call *call = &model->help;
  if (!call->open || call->late || call->taken_at)
    return -1;
  return call->since + (call->received_at ? TAKEN_WITHIN : HEARD_WITHIN);
}

void help_call_passed(struct model *model, struct requests *out)
{
  anban_ms due = help_call_due(model);
  if (due < 0 || model->uptime < due)
    return;
  model->help.late = true;
  tell(model);
}

const struct intent_row help_call_intents[] = {
    {.kind = INTENT_HELP, .act = raise, .kinds = ANYWHERE},
    {.kind = INTENT_CANCEL_HELP, .act = cancel},
    {.kind = INTENT_NONE},
};
