// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/app/call_post.h"

#include <stdlib.h>

static void post(struct app *app, enum call_item_kind kind, const char *id, json_t *json, bool bye)
{
  char *text = json_print(json);
  link_call(&app->link, kind, id, text, bye);
  free(text);
  json_decref(json);
}

static void people(struct app *app)
{
  const struct phone *phone = &app->model.phone;
  json_t *list = json_array();
  for (int i = 0; i < phone->people_count; i++)
    json_array_append_new(list, json_string(phone->people[i]));
  json_t *json = json_pack("{s:s, s:o}", "device", phone->device, "residents", list);
  char *text = json_print(json);
  link_people(&app->link, text);
  free(text);
  json_decref(json);
}

// The newest signal we have seen goes along: a server that was started anew counts on from there.
static void call(struct app *app)
{
  const struct phone *phone = &app->model.phone;
  json_t *json = call_request_write(&phone->request);
  json_object_set_new(json, "seq", json_integer(phone->machine.seq));
  post(app, phone->request.resume ? CALL_ITEM_RESUME : CALL_ITEM_CALL, phone->request.id, json, false);
}

static json_t *offer_data(const struct call_request_part *part)
{
  return json_pack("{s:s, s:b, s:i}", "sdp", part->text ? part->text : "", "fresh", part->fresh, "offer", part->number);
}

static json_t *candidate_data(const struct call_request_part *part)
{
  char mid[24];
  FORMAT_TEXT(mid, "%d", part->line);
  return json_pack("{s:s, s:n, s:i, s:i}", "candidate", part->text ? part->text : "", "sdpMid", "sdpMLineIndex",
                   part->line, "offer", part->number);
}

static json_t *state_data(const struct phone *phone)
{
  bool shut = phone->curtain;
  return json_pack("{s:b, s:b, s:b}", "camera", !shut && !phone->no_camera, "microphone",
                   !shut && !phone->no_microphone, "curtain", shut);
}

static json_t *data_of(const struct app *app, const struct call_request_part *part)
{
  switch (part->signal) {
  case SIGNAL_OFFER:
    return offer_data(part);
  case SIGNAL_CANDIDATE:
    return candidate_data(part);
  case SIGNAL_STATE:
    return state_data(&app->model.phone);
  case SIGNAL_ACCEPT:
    return part->automatic ? json_pack("{s:b}", "auto", true) : json_object();
  default:
    return json_object();
  }
}

static void signal_out(struct app *app, const struct call_request_part *part)
{
  struct signal signal = {.kind = part->signal, .data = data_of(app, part)};
  COPY_TEXT(signal.device, app->model.phone.device);
  COPY_TEXT(signal.to_device, part->device);
  post(app, CALL_ITEM_SIGNAL, part->call_id, signal_write_post(&signal), part->signal == SIGNAL_BYE);
  signal_free(&signal);
}

void call_post(struct app *app, const struct request *request)
{
  switch (request->kind) {
  case REQUEST_PEOPLE:
    people(app);
    break;
  case REQUEST_CALL:
    call(app);
    break;
  case REQUEST_SIGNALS:
    link_signals(&app->link);
    break;
  case REQUEST_SIGNAL:
    signal_out(app, &request->call);
    break;
  case REQUEST_VOICE_MESSAGE_HEARD:
    post(app, CALL_ITEM_HEARD, request->id, json_object(), false);
    break;
  default:
    break;
  }
}
