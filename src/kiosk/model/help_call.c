// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/help_call.h"

#include "base/text.h"
#include "kiosk/model/core/ask.h"
#include "kiosk/model/core/happen.h"
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
static void climb(struct model *model, anban_ms *rung)
{
  if (*rung)
    return;
  *rung = model_now(model);
  model->help.since = model->uptime;
  model->help.late = false;
}

void help_call_reached(struct model *model, const char *message_id, enum progress progress)
{
  if (!message_id[0] || strcmp(model->help.message_id, message_id) != 0)
    return;
  model->help.progress = progress;
  if (progress == PROGRESS_ACCEPTED && model->help.open)
    climb(model, &model->help.received_at);
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
  model->help.progress = PROGRESS_NOTED;
  tell(model);
}

// One of ours that the kiosk does not know any more. Of several the newest is the one that is shown.
static bool is_forgotten(const struct model *model, const struct help *help)
{
  const struct help_call *call = &model->help;
  bool newest = !call->open || help->raised_at > call->pressed_at;
  return is_open(help) && newest && strcmp(call->help.id, help->id) != 0 && !is_taken_back(model, help->id);
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

void help_call_state(struct model *model, const struct help *help, struct requests *out)
{
  struct help_call *call = &model->help;
  if (is_forgotten(model, help)) {
    know_again(model, help, help->raised_at);
    call->received_at = BEFORE_THE_START;
    call->taken_at = help->state == HELP_ACKNOWLEDGED ? BEFORE_THE_START : 0;
  }
  if (strcmp(call->help.id, help->id) != 0 || !call->open)
    return;
  climb(model, &call->received_at);
  if (help->state == HELP_ACKNOWLEDGED)
    climb(model, &call->taken_at);
  if (help->state == HELP_CLOSED || help->state == HELP_CANCELLED) {
    call->open = false;
    call->over_at = model_now(model);
    happen(model, HAPPENED_SIGN_OF_LIFE, out); // how it ended is to be seen for a while
  }
  call->help = *help;
  tell(model);
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
