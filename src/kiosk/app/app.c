// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/app/app.h"

#include "base/log.h"
#include "base/memory.h"
#include "kiosk/app/ear.h"
#include "kiosk/app/loop.h"
#include "kiosk/app/model_settings.h"
#include "kiosk/app/persistence.h"
#include "kiosk/app/reports.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define INSPECT "ANBAN_INSPECT" // environment: path of the inspection door's socket

static void sink_play(void *ctx, struct samples *samples)
{
  sound_play(ctx, samples);
}

static void sink_hush(void *ctx)
{
  sound_hush(ctx);
}

static void wake(void *ctx)
{
  struct app *app = ctx;
  ui_wake(app->ui);
}

static bool start_ui(struct app *app, struct fault *fault)
{
  const struct options *options = app->options;
  bool bedside = strcmp(options->kind, "bedside") == 0;
  struct ui_settings settings = {.assets = options->assets,
                                 .title = "安伴",
                                 .fullscreen = options->width == 0,
                                 .width = options->width,
                                 .height = options->height,
                                 .mm_wide = options->width_mm,
                                 .mm_high = options->height_mm,
                                 .viewing_mm = options->viewing_mm ? options->viewing_mm
                                               : bedside           ? 500
                                                                   : 600,
                                 .deaf_ms = options->deaf_ms,
                                 .speak_key = options->speak_key,
                                 .inspect_path = getenv(INSPECT)};
  app->ui = ui_open(&settings, fault);
  return app->ui;
}

static void join_ui(struct app *app)
{
  ui_close(app->ui);
  app->ui = NULL;
}

static bool start_store(struct app *app, struct fault *fault)
{
  return store_open(&app->store, app->options->data, clock_wall(), fault) != STORE_CLOSED;
}

static void join_store(struct app *app)
{
  store_close(&app->store);
}

static bool start_lang(struct app *app, struct fault *fault)
{
  return lang_start(&app->lang, app->options->locales, fault);
}

static void join_lang(struct app *app)
{
  lang_stop(&app->lang);
}

static bool start_sound(struct app *app, struct fault *fault)
{
  return sound_start(&app->sound, fault);
}

static void stop_sound(struct app *app)
{
  sound_stop(&app->sound);
}

static void join_sound(struct app *app)
{
  sound_join(&app->sound);
}

static bool start_speech(struct app *app, struct fault *fault)
{
  return speech_start(&app->speech, fault);
}

static void stop_speech(struct app *app)
{
  speech_stop(&app->speech);
}

static void join_speech(struct app *app)
{
  speech_join(&app->speech);
}

static bool start_listen(struct app *app, struct fault *fault)
{
  return listen_start(app->listen, fault);
}

static void stop_listen(struct app *app)
{
  listen_stop(app->listen);
}

static void join_listen(struct app *app)
{
  listen_join(app->listen);
}

static bool start_link(struct app *app, struct fault *fault)
{
  if (!*app->options->server)
    return fault_set(fault, "no server is set: [server] url in kiosk.conf, or --server");
  return link_start(&app->link, fault);
}

static void stop_link(struct app *app)
{
  if (*app->options->server)
    link_stop(&app->link);
}

static void join_link(struct app *app)
{
  if (*app->options->server)
    link_join(&app->link);
}

static bool start_print(struct app *app, struct fault *fault)
{
  return print_start(&app->print, fault);
}

static void stop_print(struct app *app)
{
  print_stop(&app->print);
}

static void join_print(struct app *app)
{
  print_join(&app->print);
}

static bool start_call(struct app *app, struct fault *fault)
{
  return call_start(&app->call, fault);
}

static void stop_call(struct app *app)
{
  call_stop(&app->call);
}

static void join_call(struct app *app)
{
  call_join(&app->call);
}

// What is known is on the screen before the slower parts begin.
static bool start_model(struct app *app, struct fault *fault)
{
  struct model_settings settings = model_settings_of(app);
  model_init(&app->model, &settings, clock_wall());
  lang_choose(&app->lang, app->model.person.chosen.locale);
  sound_set_volume(&app->sound, app->model.person.chosen.voice.volume_percent);
  app->rate_wpm = app->model.person.chosen.voice.rate_wpm;
  app->show_again = true;
  persistence_restore(app);
  loop_show(app);
  return true;
}

static void join_model(struct app *app)
{
  model_free(&app->model);
}

struct part {
  const char *name;
  enum problem_place place;
  bool vital; // without it there is no kiosk
  bool (*start)(struct app *app, struct fault *fault);
  void (*stop)(struct app *app); // asks a thread to end; NULL: it has none
  void (*join)(struct app *app);
};

static const struct part parts[] = {
    {"screen", PROBLEM_UI, true, start_ui, NULL, join_ui},
    {"language", PROBLEM_LANG, false, start_lang, NULL, join_lang},
    {"store", PROBLEM_FILE, false, start_store, NULL, join_store},
    {"model", PROBLEM_UI, false, start_model, NULL, join_model},
    {"sound", PROBLEM_SOUND, false, start_sound, stop_sound, join_sound},
    {"speech", PROBLEM_SPEECH, false, start_speech, stop_speech, join_speech},
    {"listening", PROBLEM_EAR, false, start_listen, stop_listen, join_listen},
    {"call", PROBLEM_CALL, false, start_call, stop_call, join_call},
    {"printer", PROBLEM_PRINTER, false, start_print, stop_print, join_print},
    {"link", PROBLEM_LINK, false, start_link, stop_link, join_link},
};
#define PART_COUNT ((int)(sizeof parts / sizeof *parts))

static bool start_parts(struct app *app, struct fault *fault)
{
  for (int i = 0; i < PART_COUNT; i++) {
    *fault = (struct fault){0};
    bool works = parts[i].start(app, fault);
    if (!works && parts[i].vital)
      return false;
    // Also a part that works can have something to say: a damaged file was set aside.
    if (*fault->sentence)
      loop_note(app, parts[i].place, fault->sentence);
  }
  return true;
}

static void stop_parts(struct app *app)
{
  for (int i = PART_COUNT - 1; i >= 0; i--)
    if (parts[i].stop)
      parts[i].stop(app);
  mailbox_close(&app->letters);
  for (int i = PART_COUNT - 1; i >= 0; i--)
    parts[i].join(app);
}

static void init_link(struct app *app)
{
  char pictures[OPTIONS_PATH + 16], messages[OPTIONS_PATH + 16];
  const struct options *options = app->options;
  FORMAT_TEXT(pictures, "%s/pictures", options->data);
  FORMAT_TEXT(messages, "%s/messages", options->data);
  struct link_settings settings = {.server = options->server,
                                   .ca_file = options->ca_file,
                                   .identity = &app->identity,
                                   .version = ANBAN_VERSION,
                                   .pictures = pictures,
                                   .voices = app->packs,
                                   .messages = messages,
                                   .device = app->device};
  if (*options->server)
    link_init(&app->link, &settings, reports_of_link, app);
}

// A damaged key is for staff; the kiosk works with a new one. It is told by the link, which has to be there for it.
static void init_identity_and_link(struct app *app)
{
  struct fault fault;
  bool kept = identity_load(&app->identity, app->options->data, app->options->serial, clock_wall(), &fault);
  init_link(app);
  if (!kept)
    loop_note(app, PROBLEM_KEY, fault.sentence);
}

static void init_speech(struct app *app)
{
  FORMAT_TEXT(app->packs, "%s/voices", app->options->data);
  FORMAT_TEXT(app->readings, "%s/readings.tsv", app->packs);
  struct voices_settings settings = {.data = app->options->voices,
                                     .packs = app->packs,
                                     .readings = app->readings,
                                     .engines = app->options->engines,
                                     .began = reports_of_began,
                                     .began_ctx = app};
  struct voice voice = voices_init(&app->voices, &settings);
  speech_init(&app->speech, voice, (struct sample_sink){sink_play, sink_hush, &app->sound}, reports_of_speech, app);
}

static void init_call(struct app *app)
{
  const struct options *options = app->options;
  struct call_settings settings = {.width = options->call_width,
                                   .height = options->call_height,
                                   .most_kbit = options->call_kilobits,
                                   .loopback = options->call_loopback};
  COPY_TEXT(settings.codec, options->call_codec);
  COPY_TEXT(settings.camera, options->call_camera);
  COPY_TEXT(settings.microphone, options->call_microphone);
  COPY_TEXT(settings.loudspeaker, options->call_loudspeaker);
  call_init(&app->call, &settings, reports_of_call, wake, app);
}

static void init(struct app *app)
{
  mailbox_init(&app->letters, sizeof(struct letter), wake, app);
  struct sound_settings devices = {0};
  COPY_TEXT(devices.output, app->options->sound_output);
  COPY_TEXT(devices.input, app->options->sound_input);
  sound_init(&app->sound, &devices, reports_of_sound, app);
  init_speech(app);
  ear_init(app);
  uuid_new(app->device, clock_wall());
  init_call(app);
  print_init(&app->print, app->options->printer, reports_of_print, app);
  init_identity_and_link(app);
  if (*app->options->trouble)
    loop_note(app, PROBLEM_CONFIG, app->options->trouble);
}

static void destroy(struct app *app)
{
  struct letter letter;
  while (mailbox_take(&app->letters, &letter))
    letter_free(&letter);
  mailbox_destroy(&app->letters);
  ear_destroy(app);
  free(app->ice);
}

int app_run(const struct options *options)
{
  struct app *app = memory_new(sizeof *app);
  struct fault fault;
  app->options = options;
  init(app);
  bool began = start_parts(app, &fault);
  if (began)
    loop_run(app);
  else
    fprintf(stderr, "%s\n", fault.sentence);
  stop_parts(app);
  destroy(app);
  free(app);
  return began ? 0 : 1;
}
