// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/model.h"

#include "kiosk/model/act.h"
#include "kiosk/model/ask.h"
#include "kiosk/model/hearing.h"
#include "kiosk/model/help_call.h"
#include "kiosk/model/idle.h"
#include "kiosk/model/lesson.h"
#include "kiosk/model/navigation.h"
#include "kiosk/model/ordering.h"
#include "kiosk/model/orders.h"
#include "kiosk/model/outbox.h"
#include "kiosk/model/people.h"
#include "kiosk/model/person.h"
#include "kiosk/model/phone.h"
#include "kiosk/model/pin.h"
#include "kiosk/model/privacy.h"
#include "kiosk/model/settings.h"
#include "kiosk/model/voice_message.h"

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
  model->say_due = false;
}

void model_free(struct model *model)
{
  snapshot_free(model->snapshot);
  free(model->orders);
  free(model->outbox);
  free(model->tries);
  free(model->kept);
  free(model->news);
  free(model->looked);
  phone_free(model);
  memset(model, 0, sizeof *model);
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
  return model->snapshot && model->person[0] ? snapshot_resident(model->snapshot, model->person) : NULL;
}

enum screen model_screen(const struct model *model)
{
  enum screen call = phone_screen(model);
  if (phone_talks(model))
    return call; // a call for help goes through, but buries nobody's face
  if (model->calling)
    return SCREEN_HELP;
  if (model->line == LINE_STATE_NOT_APPROVED)
    return SCREEN_SETUP;
  if (!model->snapshot)
    return SCREEN_EMPTY;
  if (call != SCREENS)
    return call;
  if (hearing_asks(model))
    return model->hearing.state == HEARING_OFFERS ? SCREEN_OFFER : SCREEN_HEARD;
  return model->asked_still_there ? SCREEN_STILL_THERE : navigation_here(model);
}

// The uptime at which the server has let the person wait for long; -1: it has not to.
static anban_ms long_answer_due(const struct model *model)
{
  bool waits = model->done.message_id[0] && model->done.progress == PROGRESS_NOTED && !model->done.slow;
  return waits && model->line == LINE_STATE_UP ? model->done.since + LONG_ANSWER : -1;
}

static anban_ms pause_due(const struct model *model)
{
  anban_ms pause = model->notice == NOTICE_PIN_PAUSED ? pin_pause(model) : 0;
  return pause > 0 ? model->uptime + pause : -1;
}

anban_ms model_wake_at(const struct model *model)
{
  const anban_ms dues[] = {idle_due(model), long_answer_due(model), pause_due(model), help_call_due(model),
                           phone_due(model)};
  anban_ms now = model_now(model);
  anban_ms wait = MS_MINUTE - (now % MS_MINUTE + MS_MINUTE) % MS_MINUTE; // the clock on the screen
  for (size_t i = 0; i < sizeof dues / sizeof *dues; i++) {
    if (dues[i] >= 0 && dues[i] - model->uptime < wait)
      wait = dues[i] - model->uptime;
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
    model->revision++;
}

static void time_passed(struct model *model, struct requests *out)
{
  anban_ms due = long_answer_due(model);
  if (due >= 0 && model->uptime >= due) {
    model->done.slow = true;
    model->revision++;
    if (model_screen(model) == SCREEN_DONE)
      model->say_due = true;
  }
  if (model->notice == NOTICE_PIN_PAUSED && pin_pause(model) == 0) {
    model->notice = NOTICE_NONE;
    model->say_due = true;
    model->revision++;
  }
  help_call_passed(model);
  phone_passed(model, out);
  ordering_check(model);
  idle_passed(model, out);
}

static void take_snapshot(struct model *model, const struct report *report, struct requests *out)
{
  struct snapshot *snapshot = report->is.snapshot;
  snapshot_free(model->snapshot);
  model->snapshot = snapshot;
  model->revision++;
  orders_from_snapshot(model);
  if (model->person[0] && !model_person(model))
    person_leave(model, out); // the desk has taken this person off the list
  ordering_check(model);
}

static void take_line(struct model *model, const struct report *report, struct requests *out)
{
  model->line = report->is.line.state;
  memcpy(model->code, report->is.line.code, sizeof model->code);
  model->done.since = model->uptime;
  model->revision++;
  help_call_line(model);
  if (model->line != LINE_STATE_UP)
    phone_away(model, out);
}

static void take_shown(struct model *model, const struct report *report, struct requests *out)
{
  struct shown shown = {report->is.shown.page, report->is.shown.pages, report->is.shown.first_item,
                        report->is.shown.items};
  bool new = memcmp(&shown, &model->shown, sizeof shown) != 0;
  model->shown = shown;
  model->page_of[model_screen(model)] = shown.page;
  if (new) {
    model->revision++; // what is said tells what is to be seen: the page is written and shown once more, then spoken
    return;
  }
  if (model->say_due)
    model->say_due = !ask_speak(model, out);
}

static void take_card(struct model *model, const struct report *report, struct requests *out)
{
  ask(out, REQUEST_HUSH);
  hearing_end(model, out); // what comes may be a page that asks for a PIN
  lesson_stop(model, out);
  idle_touched(model);
  idle_answered(model, INTENT_NONE);
  bool open = model->snapshot && model->line != LINE_STATE_NOT_APPROVED;
  if (open && !model->calling)
    person_card(model, report->text, out);
}

static void take_server_time(struct model *model, const struct report *report, struct requests *out)
{
  model->server_ahead = report->is.number;
  model->revision++;
}

// What waited for its turn is said now.
static void take_spoken(struct model *model, const struct report *report, struct requests *out)
{
  model->saying = SAY_NOTHING;
  if (!model->asked_still_there)
    idle_touched(model); // who listens is there
  if (model->say_due) {
    model->revision++;
    return; // what the page waits for has not been said: this was the sentence before
  }
  hearing_spoken(model, out);
  lesson_spoken(model, out);
  voice_message_spoken(model, out);
}

// What the person says.
static void take_said(struct model *model, const struct report *report, struct requests *out)
{
  if (report->kind == REPORT_LESSON)
    lesson_took(model, report->is.lesson.outcome, report->is.lesson.examples, report->is.lesson.other);
  else if (report->kind == REPORT_HEARD)
    hearing_heard(model, report, out);
  else if (model_screen(model) == SCREEN_LESSON)
    lesson_ear(model, report->is.ear);
  else
    hearing_ear(model, report->is.ear, out);
}

static void take_part(struct model *model, const struct report *report, struct requests *out)
{
  model->broken[report->is.part.part] = !report->is.part.works;
  model->revision++;
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
  outbox_record(model, &report->is.standing);
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
  model->revision++;
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
};

void model_take(struct model *model, const struct report *report, struct requests *requests)
{
  requests->count = 0;
  advance(model, report->at);
  if (take[report->kind]) // of some it is enough that time has passed
    take[report->kind](model, report, requests);
  time_passed(model, requests);
  people_check(model, requests);
}
