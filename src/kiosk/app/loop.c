// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/app/loop.h"

#include "base/log.h"
#include "kiosk/app/call_requests.h"
#include "kiosk/app/ear.h"
#include "kiosk/app/persistence.h"
#include "kiosk/app/requests.h"
#include "kiosk/app/slips.h"
#include "kiosk/screens/screens.h"

#include <stdlib.h>
#include <string.h>

void loop_report(struct app *app, const struct report *report)
{
  struct requests requests;
  model_take(&app->model, report, &requests);
  requests_carry_out(app, &requests);
}

void loop_post(struct app *app, const struct message *message, const char *json)
{
  if (*app->options->server)
    link_deliver(&app->link, message->id, json, message_is_urgent(message->kind));
}

void loop_note(struct app *app, enum problem_place place, const char *sentence)
{
  if (!problems_set(&app->problems, place, sentence) || !*app->options->server)
    return;
  char *json = problems_json(&app->problems);
  link_set_problems(&app->link, json);
  free(json);
}

void loop_show(struct app *app)
{
  if (app->model.revision == app->shown && !app->show_again)
    return;
  app->shown = app->model.revision;
  app->show_again = false;
  if (!screens_page(&app->model, &app->lang, &app->page))
    log_warning("kiosk", "screen %s: not everything found room", app->page.name);
  struct ui_shown shown = ui_show(app->ui, &app->page);
  const char *problem = ui_problem(app->ui);
  loop_note(app, PROBLEM_UI, problem ? problem : "");
  film_follow(app);
  struct report report = {.kind = REPORT_SHOWN, .at = clock_wall()};
  report.is.shown.page = shown.page;
  report.is.shown.pages = shown.pages;
  report.is.shown.first_item = shown.first_item;
  report.is.shown.items = shown.items;
  loop_report(app, &report);
}

static enum problem_place place_of(enum kiosk_part part)
{
  static const enum problem_place places[PARTS] = {
      [PART_SPEECH] = PROBLEM_SPEECH, [PART_SOUND] = PROBLEM_SOUND,    [PART_EAR] = PROBLEM_EAR,
      [PART_LINK] = PROBLEM_LINK,     [PART_STORE] = PROBLEM_STORE,    [PART_TOUCH] = PROBLEM_TOUCH,
      [PART_CALL] = PROBLEM_CALL,     [PART_PRINTER] = PROBLEM_PRINTER};
  return places[part];
}

// What is heard of an older sentence is no news.
static bool is_stale(const struct app *app, const struct report *report)
{
  bool of_sentence = report->kind == REPORT_SPEECH_BEGAN || report->kind == REPORT_SPEECH_ENDED;
  return of_sentence && (uint64_t)report->is.number != app->sentences;
}

static void take_report(struct app *app, struct letter *letter)
{
  struct report *report = &letter->report;
  persistence_letter(app, letter);
  if (report->kind == REPORT_PART)
    loop_note(app, place_of(report->is.part.part), letter->fault.sentence);
  if (report->kind == REPORT_PAPER)
    slips_letter(app, letter);
  if (!is_stale(app, report))
    loop_report(app, report);
  if (report->kind != REPORT_SNAPSHOT) // that is the model's now
    report_free(report);
  free(letter->text);
}

static void take_letter(struct app *app, struct letter *letter)
{
  switch (letter->kind) {
  case LETTER_REPORT:
    take_report(app, letter);
    break;
  case LETTER_HEARD:
    ear_take(app, &letter->heard);
    break;
  case LETTER_ICE:
    call_requests_ice(app, letter->ice);
    break;
  case LETTER_RELEASED:
    call_requests_released(app, letter->released);
    break;
  }
}

static void take_letters(struct app *app)
{
  struct letter letter;
  while (mailbox_take(&app->letters, &letter))
    take_letter(app, &letter);
}

// The page shows which character is heard while it is still the page that was read out.
static void follow(struct app *app)
{
  uint64_t heard = atomic_load(&app->heard);
  if (heard == app->followed)
    return;
  app->followed = heard;
  bool of_page = heard >> 32 == app->sentences && strcmp(app->said, app->page.spoken) == 0;
  ui_follow(app->ui, of_page ? (int)(uint32_t)heard : -1);
}

static void report_intent(struct app *app, const struct action *action)
{
  struct report report = {.kind = REPORT_INTENT, .at = clock_wall()};
  report.is.intent.kind = (enum intent_kind)action->kind;
  report.is.intent.number = action->number;
  COPY_TEXT(report.is.intent.id, action->id);
  loop_report(app, &report);
}

static void report_card(struct app *app, const char *card)
{
  struct report report = {.kind = REPORT_CARD, .at = clock_wall()};
  COPY_TEXT(report.text, card);
  loop_report(app, &report);
}

static void report_touch(struct app *app, int screens)
{
  struct report report = {.kind = REPORT_PART, .at = clock_wall()};
  report.is.part.part = PART_TOUCH;
  report.is.part.works = screens > 0;
  loop_note(app, PROBLEM_TOUCH, screens > 0 ? "" : "the touch screen is gone; is its cable loose?");
  loop_report(app, &report);
}

static void report_tick(struct app *app)
{
  struct report report = {.kind = REPORT_TICK, .at = clock_wall()};
  loop_report(app, &report);
}

static void take_event(struct app *app, const struct ui_event *event)
{
  switch (event->kind) {
  case UI_NOTHING:
    report_tick(app);
    break;
  case UI_WOKEN:
    break;
  case UI_ACTION:
    report_intent(app, &event->action);
    break;
  case UI_CARD:
    report_card(app, event->card);
    break;
  case UI_RESIZED:
    app->show_again = true;
    break;
  case UI_TOUCH:
    report_touch(app, event->touch_screens);
    break;
  case UI_QUIT:
    app->quit = true;
    break;
  }
}

// The model reckons with the wall's clock, which may be set; nobody sleeps longer than a minute for that.
static anban_ms deadline(const struct app *app)
{
  anban_ms wait = model_wake_at(&app->model) - clock_wall();
  return clock_steady() + (wait < 0 ? 0 : wait > MS_MINUTE ? MS_MINUTE : wait);
}

void loop_run(struct app *app)
{
  while (!app->quit) {
    take_letters(app);
    loop_show(app);
    follow(app);
    film_take(app);
    // Having been shown can change what is to be shown, and asking can fill the mailbox: then there is no sleep.
    anban_ms until = app->model.revision == app->shown ? deadline(app) : clock_steady();
    struct ui_event event = ui_wait(app->ui, until);
    take_event(app, &event);
  }
}
