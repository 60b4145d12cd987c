// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/idle.h"

#include "kiosk/model/core/navigation.h"
#include "kiosk/model/hearing/hearing.h"
#include "kiosk/model/person/person.h"
#include "kiosk/model/telephone/phone.h"

#define AFTER_DONE (20 * MS_SECOND) // from the end of what was said; as the page "done" has it in words

// Who gives the sign of life may be another person than the one who called for help and was led away.
static void note_absence(struct model *model)
{
  anban_ms alone = model->settings.idle_after + model->settings.idle_warning;
  bool waits = model->person.id[0] && model->help.shown && !phone_holds(model);
  if (waits && model->uptime - model->idle.touched >= alone)
    model->idle.left_alone = true;
}

void idle_touched(struct model *model, struct requests *out)
{
  note_absence(model);
  model->idle.touched = model->uptime;
}

// A call for help that is open stays on the screen: somebody waits in front of it.
static bool may_rest(const struct model *model)
{
  bool resting = navigation_here(model) == SCREEN_REST && !model->help.shown;
  return !resting && !(model->help.shown && model->help.open) && !phone_holds(model);
}

void idle_rings(struct model *model, struct requests *out)
{
  model->idle.asked_still_there = false;
  idle_touched(model, out);
}

void idle_person_leaves(struct model *model, struct requests *out)
{
  model->idle.asked_still_there = model->idle.left_alone = false;
}

bool idle_ends_soon(const struct model *model)
{
  const struct wish *done = &model->done;
  bool settled = done->progress == PROGRESS_ACCEPTED || (done->progress == PROGRESS_REFUSED && done->seen);
  return model->settings.kind == KIOSK_SHARED && navigation_here(model) == SCREEN_DONE && settled && !model->help.open;
}

// It is being told, or something lies over it that the person is busy with.
static bool is_busy(const struct model *model)
{
  return model->say_due || model->saying != SAY_NOTHING || model->help.shown || model->hearing.state != HEARING_OFF;
}

static anban_ms done_due(const struct model *model)
{
  anban_ms begin = model->done.since > model->idle.touched ? model->done.since : model->idle.touched;
  return begin + AFTER_DONE;
}

anban_ms idle_due(const struct model *model)
{
  if (!may_rest(model))
    return -1;
  if (idle_ends_soon(model) && !is_busy(model))
    return done_due(model);
  return model->idle.touched + model->settings.idle_after +
         (model->idle.asked_still_there ? model->settings.idle_warning : 0);
}

bool idle_answered(struct model *model, enum intent_kind kind)
{
  if (!model->idle.asked_still_there)
    return false;
  model->idle.asked_still_there = model->idle.left_alone = false;
  model_say(model);
  return kind != INTENT_HELP && kind != INTENT_LEAVE;
}

// What lies over the question would hide it: a call for help that is over, a word that is asked back.
static void ask_still_there(struct model *model, struct requests *out)
{
  model->help.shown = false;
  hearing_end(model, out);
  model->idle.asked_still_there = true;
  model_say(model);
}

void idle_passed(struct model *model, struct requests *out)
{
  anban_ms due = idle_due(model);
  if (due < 0 || model->uptime < due)
    return;
  bool is_said = idle_ends_soon(model) && !is_busy(model);
  bool is_known = model->person.id[0] || navigation_here(model) == SCREEN_PIN;
  if (is_known && !model->idle.asked_still_there && !is_said) {
    ask_still_there(model, out);
    return;
  }
  model->help.shown = false;
  person_leave(model, out);
}
