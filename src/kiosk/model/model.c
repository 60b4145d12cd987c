// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/model.h"

#include "kiosk/model/core/navigation.h"
#include "kiosk/model/hearing/hearing.h"
#include "kiosk/model/help_call.h"
#include "kiosk/model/idle.h"
#include "kiosk/model/ordering/ordering.h"
#include "kiosk/model/person/pin.h"
#include "kiosk/model/person/settings.h"
#include "kiosk/model/take.h"
#include "kiosk/model/telephone/people.h"
#include "kiosk/model/telephone/phone.h"
#include "kiosk/model/visiting/visiting.h"

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
  visiting_free(model);
  free(model->news);
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

void model_take(struct model *model, const struct report *report, struct requests *requests)
{
  requests->count = 0;
  advance(model, report->at);
  take_report(model, report, requests);
  for (size_t i = 0; i < WAITS; i++)
    waits[i].passed(model, requests);
}
