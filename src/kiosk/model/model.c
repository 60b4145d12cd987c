// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/model.h"

#include "kiosk/model/act.h"
#include "kiosk/model/core/ask.h"
#include "kiosk/model/core/happen.h"
#include "kiosk/model/core/navigation.h"
#include "kiosk/model/hearing/hearing.h"
#include "kiosk/model/hearing/lesson.h"
#include "kiosk/model/help_call.h"
#include "kiosk/model/idle.h"
#include "kiosk/model/ordering/ordering.h"
#include "kiosk/model/outbox.h"
#include "kiosk/model/person/person.h"
#include "kiosk/model/person/pin.h"
#include "kiosk/model/person/settings.h"
#include "kiosk/model/privacy.h"
#include "kiosk/model/telephone/people.h"
#include "kiosk/model/telephone/phone.h"

#include <stdlib.h>
#include <string.h>

#define LEAST_IDLE (120 * MS_SECOND)
#define LEAST_WARNING (20 * MS_SECOND)
#define LATE_TICK (5 * MS_SECOND) // a wake-up that comes later than this was a jump of the clock
#define LONG_ANSWER (10 * MS_SECOND)
#define CHINA_OFFSET_MIN 480 // until the site is known

void model_init(struct model *model, const struct model_settings *settings, anban_ms now)
{
  memset(model, 0, sizeof *model);
  model->settings = *settings;
  model->at = now;
  model->broken[PART_EAR] = true; // until a microphone is found
  setting_mend(&model->settings.kept);
  if (!model->settings.new_id)
    model->settings.new_id = uuid_new;
  if (model->settings.idle_after < LEAST_IDLE)
    model->settings.idle_after = LEAST_IDLE;
  if (model->settings.idle_warning < LEAST_WARNING)
    model->settings.idle_warning = LEAST_WARNING;
  struct requests nobody_listens_yet = {0};
  settings_for_nobody(model, &nobody_listens_yet);
  phone_init(model);
  navigation_begin(model, SCREEN_REST);
  model_say_nothing(model);
}

void model_free(struct model *model)
{
  snapshot_free(model->snapshot);
  free(model->orders);
  free(model->outbox);
  free(model->person.tries);
  free(model->ordering.kept);
  free(model->news);
  free(model->phone.looked);
  phone_free(model);
  memset(model, 0, sizeof *model);
}

void model_changed(struct model *model)
{
  model->revision++;
}

void model_say(struct model *model)
{
  model->say_due = true;
  model_changed(model);
}

void model_say_nothing(struct model *model)
{
  model->say_due = false;
}

anban_ms model_now(const struct model *model)
{
  return model->at + model->server_ahead;
}

struct local_time model_local_at(const struct model *model, anban_ms wall)
{
  return clock_local(wall, model->snapshot ? model->snapshot->site.utc_offset_min : CHINA_OFFSET_MIN);
}

struct local_time model_local(const struct model *model)
{
  return model_local_at(model, model_now(model));
}

const struct resident *model_person(const struct model *model)
{
  return model->snapshot && model->person.id[0] ? snapshot_resident(model->snapshot, model->person.id) : NULL;
}

enum screen model_screen(const struct model *model)
{
  enum screen call = phone_screen(model);
  if (phone_talks(model))
    return call; // a call for help goes through, but buries nobody's face
  if (model->help.shown)
    return SCREEN_HELP;
  if (model->line == LINE_STATE_NOT_APPROVED)
    return SCREEN_SETUP;
  if (!model->snapshot)
    return SCREEN_EMPTY;
  if (call != SCREENS)
    return call;
  if (hearing_asks(model))
    return model->hearing.state == HEARING_OFFERS ? SCREEN_OFFER : SCREEN_HEARD;
  return model->idle.asked_still_there ? SCREEN_STILL_THERE : navigation_here(model);
}

// The uptime at which the server has let the person wait for long; -1: it has not to.
static anban_ms long_answer_due(const struct model *model)
{
  bool waits = model->done.message_id[0] && model->done.progress == PROGRESS_NOTED && !model->done.slow;
  return waits && model->line == LINE_STATE_UP ? model->done.since + LONG_ANSWER : -1;
}

static void long_answer_passed(struct model *model, struct requests *out)
{
  anban_ms due = long_answer_due(model);
  if (due < 0 || model->uptime < due)
    return;
  model->done.slow = true;
  model_changed(model);
  if (model_screen(model) == SCREEN_DONE)
    model_say(model);
}

// What waits for its time, in the order in which it is looked at.
static const struct {
  anban_ms (*due)(const struct model *model); // the uptime; -1: never. NULL: it looks whenever anything happens
  void (*passed)(struct model *model, struct requests *out);
} waits[] = {
    {long_answer_due, long_answer_passed},
    {pin_due, pin_passed},
    {help_call_due, help_call_passed},
    {phone_due, phone_passed},
    {NULL, ordering_check},
    {idle_due, idle_passed},
    {NULL, people_check},
};
#define WAITS (sizeof waits / sizeof *waits)

anban_ms model_wake_at(const struct model *model)
{
  anban_ms now = model_now(model);
  anban_ms wait = MS_MINUTE - (now % MS_MINUTE + MS_MINUTE) % MS_MINUTE; // the clock on the screen
  for (size_t i = 0; i < WAITS; i++) {
    anban_ms due = waits[i].due ? waits[i].due(model) : -1;
    if (due >= 0 && due - model->uptime < wait)
      wait = due - model->uptime;
  }
  return model->at + (wait > 0 ? wait : 0);
}

// The kiosk's clock may jump, either way, when it is set. What waits goes by how long it can have been: at least
// nothing, at most until a little after the wake-up that was asked for.
static void advance(struct model *model, anban_ms at)
{
  anban_ms gone = at - model->at;
  anban_ms most = model_wake_at(model) - model->at + LATE_TICK;
  int minute = model_local(model).minute;
  model->uptime += gone < 0 ? 0 : gone > most ? most : gone;
  model->at = at;
  if (model_local(model).minute != minute)
    model_changed(model);
}

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

static void take_order(struct model *model, const struct report *report, struct requests *out)
{
  outbox_order(model, &report->is.order);
}

static void take_help(struct model *model, const struct report *report, struct requests *out)
{
  help_call_state(model, &report->is.help, out);
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
  outbox_answered(model, &report->is.answer);
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
    [REPORT_ORDER] = take_order,
    [REPORT_HELP_STATE] = take_help,
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
};

void model_take(struct model *model, const struct report *report, struct requests *requests)
{
  requests->count = 0;
  advance(model, report->at);
  if (take[report->kind]) // of some it is enough that time has passed
    take[report->kind](model, report, requests);
  for (size_t i = 0; i < WAITS; i++)
    waits[i].passed(model, requests);
}
