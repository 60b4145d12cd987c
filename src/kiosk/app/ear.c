// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/app/ear.h"

#include "kiosk/app/loop.h"
#include "kiosk/app/reports.h"

static void source_hear(void *ctx, struct sample_ring *ring)
{
  sound_hear(ctx, ring);
}

static void source_deaf(void *ctx)
{
  sound_deaf(ctx);
}

void ear_init(struct app *app)
{
  char folder[OPTIONS_PATH + 16];
  struct voices_settings voices = {.data = app->options->voices, .packs = app->packs, .readings = app->readings};
  struct listen_settings settings = {.folder = folder, .source = {source_hear, source_deaf, &app->sound}};
  FORMAT_TEXT(folder, "%s/listen", app->options->data);
  maker_init(&app->maker, &voices);
  maker_offer(&app->maker, settings.makers);
  app->listen = listen_new(&settings, reports_of_listen, app);
}

void ear_destroy(struct app *app)
{
  maker_stop(&app->maker);
  listen_free(app->listen);
}

void ear_hear(struct app *app)
{
  hear_page(&app->hear, ui_tree(app->ui), &app->page, app->model.person.id);
  listen_hear(app->listen, &app->hear.request);
}

void ear_enrol(struct app *app, int word)
{
  hear_word(&app->hear, &app->lang, word, app->model.person.id);
  listen_enrol(app->listen, &app->hear.request);
}

void ear_deaf(struct app *app)
{
  app->hear.request.number++; // what comes yet of the try is no news
  listen_cancel(app->listen);
}

void ear_forget(struct app *app)
{
  listen_forget(app->listen, app->model.person.id);
}

static void report_ear(struct app *app, enum ear ear)
{
  struct report report = {.kind = REPORT_EAR, .at = clock_wall(), .is.ear = ear};
  loop_report(app, &report);
}

static void report_heard(struct app *app, const struct listen_event *event)
{
  struct report report = {.kind = REPORT_HEARD, .at = clock_wall()};
  if (hear_meaning(&app->hear, event->number, event->id, &report.is.intent, report.text, sizeof report.text))
    loop_report(app, &report);
}

static void report_lesson(struct app *app, const struct listen_event *event, enum lesson_outcome outcome)
{
  struct report report = {.kind = REPORT_LESSON, .at = clock_wall()};
  report.is.lesson.outcome = outcome;
  report.is.lesson.examples = event->examples;
  report.is.lesson.other = hear_word_of(&app->hear, event->number, event->id);
  loop_report(app, &report);
}

// From the murmur of a quiet room to somebody who speaks up close to it.
#define LEVEL_LEAST (-60)
#define LEVEL_MOST (-12)

static int level_percent(int db)
{
  int percent = (db - LEVEL_LEAST) * 100 / (LEVEL_MOST - LEVEL_LEAST);
  return percent < 0 ? 0 : percent > 100 ? 100 : percent;
}

void ear_take(struct app *app, const struct listen_event *event)
{
  if (event->kind == LISTEN_TROUBLE)
    loop_note(app, PROBLEM_EXAMPLES, event->sentence);
  if (event->number != app->hear.request.number)
    return;
  switch (event->kind) {
  case LISTEN_READY:
    report_ear(app, EAR_OPEN);
    break;
  case LISTEN_SILENCE:
    report_ear(app, EAR_QUIET);
    break;
  case LISTEN_UNKNOWN:
    report_ear(app, EAR_UNKNOWN);
    break;
  case LISTEN_NO_SOUND:
    report_ear(app, EAR_DEAD);
    break;
  case LISTEN_HEARD:
    report_heard(app, event);
    break;
  case LISTEN_ENROLLED:
    report_lesson(app, event, LESSON_KEPT);
    break;
  case LISTEN_TOO_ALIKE:
    report_lesson(app, event, LESSON_LIKE_ANOTHER);
    break;
  case LISTEN_UNLIKE:
    report_lesson(app, event, LESSON_NOT_LIKE_BEFORE);
    break;
  case LISTEN_LEVEL:
    ui_level(app->ui, level_percent(event->level));
    break;
  case LISTEN_TROUBLE:
    break;
  }
}

void ear_mind(struct app *app, uint64_t number, bool begins)
{
  unsigned long long over = number;
  if (begins)
    atomic_store(&app->aloud, number);
  else
    atomic_compare_exchange_strong(&app->aloud, &over, 0);
  listen_hold(app->listen, atomic_load(&app->aloud));
}
