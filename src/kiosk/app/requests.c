// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/app/requests.h"

#include "kiosk/app/call_requests.h"
#include "kiosk/app/ear.h"
#include "kiosk/app/loop.h"
#include "kiosk/app/persistence.h"

#include <stdlib.h>

static void speak(struct app *app)
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

static void deliver(struct app *app, const struct message *message)
{
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

static void carry(struct app *app, const struct request *request)
{
  switch (request->kind) {
  case REQUEST_SPEAK:
    speak(app);
    break;
  case REQUEST_HUSH:
    speech_hush(&app->speech);
    break;
  case REQUEST_CLICK:
    sound_click(&app->sound);
    break;
  case REQUEST_DELIVER:
    deliver(app, &request->message);
    break;
  case REQUEST_LOCALE:
    lang_choose(&app->lang, request->locale);
    break;
  case REQUEST_VOICE:
    sound_set_volume(&app->sound, request->voice.volume_percent);
    app->rate_wpm = request->voice.rate_wpm;
    break;
  case REQUEST_KEEP:
    persistence_write_settings(app, &request->keep);
    break;
  case REQUEST_HEAR:
    ear_hear(app);
    break;
  case REQUEST_DEAF:
    ear_deaf(app);
    break;
  case REQUEST_ENROL:
    ear_enrol(app, request->number);
    break;
  case REQUEST_FORGET_VOICE:
    ear_forget(app);
    break;
  case REQUESTS:
    break;
  default:
    call_requests(app, request);
    break;
  }
}

void requests_carry_out(struct app *app, const struct requests *requests)
{
  for (int i = 0; i < requests->count; i++)
    carry(app, &requests->list[i]);
}
