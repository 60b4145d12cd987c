// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/app/requests.h"

#include "kiosk/app/call_post.h"
#include "kiosk/app/call_requests.h"
#include "kiosk/app/ear.h"
#include "kiosk/app/loop.h"
#include "kiosk/app/persistence.h"
#include "kiosk/app/slips.h"
#include "kiosk/app/voice_message_files.h"

#include <stdlib.h>

typedef void carry_out(struct app *app, const struct request *request);

static void speak(struct app *app, const struct request *request)
{
  struct sentence sentence = {.number = ++app->sentences, .rate_wpm = app->rate_wpm};
  COPY_TEXT(sentence.text, app->page.spoken);
  COPY_TEXT(sentence.locale, app->page.locale);
  COPY_TEXT(app->said, app->page.spoken);
  speech_say(&app->speech, &sentence);
}

// By the mailbox, not at once: the model has not yet finished with what made it ask.
static void tell_saved(struct app *app, const struct message *message, bool saved, const struct fault *fault)
{
  struct letter letter = {.report = {.kind = saved ? REPORT_SAVED : REPORT_NOT_SAVED, .at = clock_wall()}};
  letter.report.is.message = *message;
  if (!saved)
    COPY_TEXT(letter.report.text, fault->sentence);
  mailbox_send(&app->letters, &letter);
}

static void deliver(struct app *app, const struct request *request)
{
  const struct message *message = &request->message;
  struct fault fault = {0};
  json_t *json = message_write(message);
  char *text = json_print(json);
  bool saved = persistence_message(app, message, text, &fault);
  // A call for help goes out even when the disk is full: late after a power cut is worse than never kept.
  bool goes = saved || message_is_urgent(message->kind);
  tell_saved(app, message, goes, &fault);
  // Last: what has gone can be answered at once, and an answer before "noted" would be taken back by it.
  if (goes)
    loop_post(app, message, text);
  free(text);
  json_decref(json);
}

static void hush(struct app *app, const struct request *request)
{
  speech_hush(&app->speech);
}

static void click(struct app *app, const struct request *request)
{
  sound_click(&app->sound);
}

static void choose_locale(struct app *app, const struct request *request)
{
  lang_choose(&app->lang, request->locale);
}

static void set_voice(struct app *app, const struct request *request)
{
  sound_set_volume(&app->sound, request->voice.volume_percent);
  app->rate_wpm = request->voice.rate_wpm;
}

static void keep_settings(struct app *app, const struct request *request)
{
  persistence_write_settings(app, &request->keep);
}

static void hear(struct app *app, const struct request *request)
{
  ear_hear(app);
}

static void deaf(struct app *app, const struct request *request)
{
  ear_deaf(app);
}

static void enrol(struct app *app, const struct request *request)
{
  ear_enrol(app, request->number);
}

static void forget_voice(struct app *app, const struct request *request)
{
  ear_forget(app);
}

static void ring(struct app *app, const struct request *request)
{
  sound_ring(&app->sound, request->number);
}

static void send_voice_message(struct app *app, const struct request *request)
{
  voice_message_files_send(app);
}

static void drop_voice_message(struct app *app, const struct request *request)
{
  voice_message_files_drop(app, request->id);
}

static carry_out *const carriers[REQUESTS] = {
    [REQUEST_SPEAK] = speak,
    [REQUEST_HUSH] = hush,
    [REQUEST_CLICK] = click,
    [REQUEST_DELIVER] = deliver,
    [REQUEST_LOCALE] = choose_locale,
    [REQUEST_VOICE] = set_voice,
    [REQUEST_KEEP] = keep_settings,
    [REQUEST_HEAR] = hear,
    [REQUEST_DEAF] = deaf,
    [REQUEST_ENROL] = enrol,
    [REQUEST_FORGET_VOICE] = forget_voice,
    [REQUEST_PEOPLE] = call_post_people,
    [REQUEST_RING] = ring,
    [REQUEST_LEND] = call_requests_lend,
    [REQUEST_CALL] = call_post_call,
    [REQUEST_SIGNALS] = call_post_signals,
    [REQUEST_SIGNAL] = call_post_signal,
    [REQUEST_MEDIA] = call_requests_media,
    [REQUEST_VOICE_MESSAGE_SEND] = send_voice_message,
    [REQUEST_VOICE_MESSAGE_DROP] = drop_voice_message,
    [REQUEST_VOICE_MESSAGE_HEARD] = call_post_heard,
    [REQUEST_PRINT] = slips_print,
    [REQUEST_PRINT_DROP] = slips_drop,
};

void requests_carry_out(struct app *app, const struct requests *requests)
{
  for (int i = 0; i < requests->count; i++)
    carriers[requests->list[i].kind](app, &requests->list[i]);
}
