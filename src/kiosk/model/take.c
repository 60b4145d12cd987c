// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/take.h"

#include "kiosk/model/act.h"
#include "kiosk/model/core/ask.h"
#include "kiosk/model/core/happen.h"
#include "kiosk/model/hearing/hearing.h"
#include "kiosk/model/hearing/lesson.h"
#include "kiosk/model/idle.h"
#include "kiosk/model/outbox.h"
#include "kiosk/model/paper.h"
#include "kiosk/model/person/person.h"
#include "kiosk/model/privacy.h"
#include "kiosk/model/telephone/phone.h"

#include <string.h>

static void take_snapshot(struct model *model, const struct report *report, struct requests *out)
{
  struct snapshot *snapshot = report->is.snapshot;
  snapshot_free(model->snapshot);
  model->snapshot = snapshot;
  model_changed(model);
  happen(model, HAPPENED_SNAPSHOT, out);
}

static void take_line(struct model *model, const struct report *report, struct requests *out)
{
  model->line = report->is.line.state;
  model->line_told = true;
  memcpy(model->code, report->is.line.code, sizeof model->code);
  model_changed(model);
  happen(model, HAPPENED_LINE, out);
}

static void take_shown(struct model *model, const struct report *report, struct requests *out)
{
  struct shown shown = {report->is.shown.page, report->is.shown.pages, report->is.shown.first_item,
                        report->is.shown.items};
  bool new = memcmp(&shown, &model->navigation.shown, sizeof shown) != 0;
  model->navigation.shown = shown;
  model->navigation.page_of[model_screen(model)] = shown.page;
  if (new) {
    model_changed(model); // what is said tells what is to be seen: the page is written and shown once more, then spoken
    return;
  }
  if (model->say_due && ask_speak(model, out))
    model_say_nothing(model);
}

static void take_card(struct model *model, const struct report *report, struct requests *out)
{
  ask(out, REQUEST_HUSH);
  happen(model, HAPPENED_CARD, out);
  idle_answered(model, INTENT_NONE);
  bool open = model->snapshot && model->line != LINE_STATE_NOT_APPROVED;
  if (open && !model->help.shown)
    person_card(model, report->text, out);
}

static void take_server_time(struct model *model, const struct report *report, struct requests *out)
{
  model->server_ahead = report->is.number;
  model->not_before = 0;
  model_changed(model);
}

// What waited for its turn is said now.
static void take_spoken(struct model *model, const struct report *report, struct requests *out)
{
  model->saying = SAY_NOTHING;
  if (!model->idle.asked_still_there)
    happen(model, HAPPENED_SIGN_OF_LIFE, out); // who listens is there
  if (model->say_due) {
    model_changed(model);
    return; // what the page waits for has not been said: this was the sentence before
  }
  happen(model, HAPPENED_SPOKEN, out);
}

// What the person says.
static void take_said(struct model *model, const struct report *report, struct requests *out)
{
  if (report->kind == REPORT_LESSON)
    lesson_took(model, report->is.lesson.outcome, report->is.lesson.examples, report->is.lesson.other, out);
  else if (report->kind == REPORT_HEARD)
    hearing_heard(model, report, out);
  else if (model_screen(model) == SCREEN_LESSON)
    lesson_ear(model, report->is.ear, out);
  else
    hearing_ear(model, report->is.ear, out);
}

static void take_part(struct model *model, const struct report *report, struct requests *out)
{
  model->broken[report->is.part.part] = !report->is.part.works;
  model_changed(model);
}

static void take_headphones(struct model *model, const struct report *report, struct requests *out)
{
  privacy_plugged(model, report->is.number != 0, out);
}

static void take_intent(struct model *model, const struct report *report, struct requests *out)
{
  act(model, &report->is.intent, out);
}

static void take_record(struct model *model, const struct report *report, struct requests *out)
{
  outbox_record(model, &report->is.standing, out);
}

static void take_saved(struct model *model, const struct report *report, struct requests *out)
{
  outbox_saved(model, &report->is.message);
}

static void take_not_saved(struct model *model, const struct report *report, struct requests *out)
{
  outbox_not_saved(model, &report->is.message);
}

static void take_answer(struct model *model, const struct report *report, struct requests *out)
{
  outbox_answered(model, &report->is.answer, out);
}

static void take_paper(struct model *model, const struct report *report, struct requests *out)
{
  paper_fares(model, report->is.paper.message_id, report->is.paper.paper);
}

static void take_picture(struct model *model, const struct report *report, struct requests *out)
{
  model_changed(model);
}

static void (*const take[REPORTS])(struct model *model, const struct report *report, struct requests *out) = {
    [REPORT_INTENT] = take_intent,
    [REPORT_SHOWN] = take_shown,
    [REPORT_CARD] = take_card,
    [REPORT_LINE] = take_line,
    [REPORT_SERVER_TIME] = take_server_time,
    [REPORT_SNAPSHOT] = take_snapshot,
    [REPORT_RECORD] = take_record,
    [REPORT_SAVED] = take_saved,
    [REPORT_NOT_SAVED] = take_not_saved,
    [REPORT_ANSWER] = take_answer,
    [REPORT_PICTURE] = take_picture,
    [REPORT_SPEECH_ENDED] = take_spoken,
    [REPORT_EAR] = take_said,
    [REPORT_HEARD] = take_said,
    [REPORT_LESSON] = take_said,
    [REPORT_HEADPHONES] = take_headphones,
    [REPORT_PART] = take_part,
    [REPORT_REACH] = phone_report,
    [REPORT_CALL] = phone_report,
    [REPORT_RESUMED] = phone_report,
    [REPORT_SIGNAL] = phone_report,
    [REPORT_CALL_LOG] = phone_report,
    [REPORT_VOICE_MESSAGE] = phone_report,
    [REPORT_VOICE_MESSAGE_SENT] = phone_report,
    [REPORT_VOICE_MESSAGE_LOST] = phone_report,
    [REPORT_MEDIA] = phone_report,
    [REPORT_PAPER] = take_paper,
};

void take_report(struct model *model, const struct report *report, struct requests *out)
{
  if (take[report->kind]) // of some it is enough that time has passed
    take[report->kind](model, report, out);
}
