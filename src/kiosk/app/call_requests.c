// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/app/call_requests.h"

#include "base/log.h"
#include "kiosk/app/voice_message_files.h"

#include <stdlib.h>

static struct call_ice ice_of(const struct app *app)
{
  struct call_ice out = {.relay_only = app->ice && app->ice->relay_only};
  for (int i = 0; app->ice && i < app->ice->count; i++) {
    const struct ice_server *server = &app->ice->servers[i];
    for (int k = 0; k < server->url_count && out.count < CALL_SERVERS; k++) {
      struct call_server *to = &out.servers[out.count++];
      COPY_TEXT(to->url, server->urls[k]);
      COPY_TEXT(to->user, server->username);
      COPY_TEXT(to->password, server->credential);
    }
  }
  return out;
}

static void set_controls(struct app *app)
{
  const struct phone *phone = &app->model.phone;
  struct call_controls controls = {.volume = phone->volume, .curtain = phone->curtain};
  call_set(&app->call, &controls);
}

// With devices: these wait until sound has given them away.
static void carry_media(struct app *app, const struct call_request_part *part)
{
  struct call_ice ice = ice_of(app);
  switch (part->act) {
  case MEDIA_OPEN:
    call_open(&app->call, part->device, &ice, part->video);
    film_again(app);
    break;
  case MEDIA_ANSWER:
    if (part->text)
      call_answer(&app->call, part->device, part->number, part->text);
    break;
  case MEDIA_WAY:
    if (part->text)
      call_candidate(&app->call, part->device, part->number, part->line, part->text);
    break;
  case MEDIA_RENEW:
    call_renew(&app->call, part->device, &ice);
    break;
  case MEDIA_CLOSE:
    call_close(&app->call, part->device);
    break;
  case MEDIA_CLOSE_ALL:
    call_close_all(&app->call);
    break;
  case MEDIA_SET:
    set_controls(app);
    break;
  case MEDIA_CHECK:
    call_check(&app->call);
    break;
  case MEDIA_RECORD:
    voice_message_files_record(app, part->device);
    break;
  case MEDIA_RECORD_END:
    call_record_end(&app->call);
    break;
  case MEDIA_PLAY:
    voice_message_files_play(app, part->device);
    break;
  case MEDIA_PLAY_END:
    call_play_end(&app->call);
    break;
  }
}

void call_requests_media(struct app *app, const struct request *request)
{
  const struct call_request_part *part = &request->call;
  if (!app->released && app->waiting_count < APP_WAITING && !part->text) {
    app->waiting[app->waiting_count++] = *part;
    return;
  }
  carry_media(app, part);
}

static bool is_ending(const struct call_request_part *part)
{
  return part->act == MEDIA_CLOSE || part->act == MEDIA_CLOSE_ALL || part->act == MEDIA_RECORD_END ||
         part->act == MEDIA_PLAY_END;
}

// What was to begin does so no more; what is to end may have begun in a lending before this one.
static void end_waiting(struct app *app)
{
  for (int i = 0; i < app->waiting_count; i++)
    if (is_ending(&app->waiting[i]))
      carry_media(app, &app->waiting[i]);
  app->waiting_count = 0;
}

void call_requests_lend(struct app *app, const struct request *request)
{
  if (request->number) {
    app->lending = sound_release(&app->sound);
    return;
  }
  end_waiting(app);
  app->lending = 0;
  app->released = false;
  sound_take(&app->sound);
}

void call_requests_released(struct app *app, unsigned lending)
{
  if (lending != app->lending)
    return; // it was given back in the meantime
  app->released = true;
  for (int i = 0; i < app->waiting_count; i++)
    carry_media(app, &app->waiting[i]);
  app->waiting_count = 0;
}

void call_requests_ice(struct app *app, struct ice *ice)
{
  free(app->ice);
  app->ice = ice;
}
