// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/app/call_post.h"

#include <stdlib.h>

static bool has_server(const struct app *app)
{
  return *app->options->server;
}

static void post(struct app *app, enum call_item_kind kind, const char *id, json_t *json, bool bye)
{
  char *text = json_print(json);
  if (has_server(app))
    link_call(&app->link, kind, id, text, bye);
  free(text);
  json_decref(json);
}

void call_post_people(struct app *app, const struct request *request)
{
  const struct phone *phone = &app->model.phone;
  json_t *list = json_array();
  for (int i = 0; i < phone->people_count; i++)
    json_array_append_new(list, json_string(phone->people[i]));
  json_t *json = json_pack("{s:s, s:o}", "device", phone->device, "residents", list);
  char *text = json_print(json);
  if (has_server(app))
    link_people(&app->link, text);
  free(text);
  json_decref(json);
}

// The newest signal we have seen goes along: a server that was started anew counts on from there.
void call_post_call(struct app *app, const struct request *request)
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
  case SIGNAL_RINGING:
  case SIGNAL_DECLINE:
  case SIGNAL_JOIN:
  case SIGNAL_ANSWER:
  case SIGNAL_RENEW:
  case SIGNAL_BYE:
  case SIGNAL_RING:
  case SIGNAL_UPDATE:
  case SIGNAL_GONE:
  case SIGNAL_BACK:
  case SIGNAL_OVER:
  case SIGNAL_KINDS:
    break;
  }
  return json_object();
}

void call_post_signal(struct app *app, const struct request *request)
{
  const struct call_request_part *part = &request->call;
  struct signal signal = {.kind = part->signal, .data = data_of(app, part)};
  COPY_TEXT(signal.device, app->model.phone.device);
  COPY_TEXT(signal.to_device, part->device);
  post(app, CALL_ITEM_SIGNAL, part->call_id, signal_write_post(&signal), part->signal == SIGNAL_BYE);
  signal_free(&signal);
}

void call_post_signals(struct app *app, const struct request *request)
{
  if (has_server(app))
    link_signals(&app->link);
}

void call_post_heard(struct app *app, const struct request *request)
{
  post(app, CALL_ITEM_HEARD, request->id, json_object(), false);
}
