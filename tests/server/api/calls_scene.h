// SPDX-License-Identifier: GPL-3.0-or-later
// A kiosk that answers for the resident, a daughter's page and the desk, each with its event stream open; and a son who
// has come in without one.
#pragma once

#include "family.h"
#include "protocol/limits.h"

#define CALL_1 "019aa9c0-0000-7000-8000-00000000c001"
#define CALL_2 "019aa9c0-0000-7000-8000-00000000c002"
#define AT_KIOSK "019aa9c0-0000-7000-8000-000000000030"
#define AT_DAUGHTER "019aa9c0-0000-7000-8000-000000000031"
#define AT_DESK "019aa9c0-0000-7000-8000-000000000032"
#define AT_SON "019aa9c0-0000-7000-8000-000000000033"

struct scene {
  struct house *house;
  char desk[HEADERS_SIZE], daughter[HEADERS_SIZE], son[HEADERS_SIZE];
  struct machine machine;
  struct ear kiosk_ear, daughter_ear, desk_ear;
};

static inline void put_people_at(struct scene *scene, const char *device, const char *residents)
{
  char body[200];
  FORMAT_TEXT(body, "{\"device\":\"%s\",\"residents\":[%s]}", device, residents);
  assert_int_equal(status_of(scene->house, "PUT", "/api/v1/kiosk/people", scene->machine.headers, body), 204);
}

static inline void put_people(struct scene *scene, const char *residents)
{
  put_people_at(scene, AT_KIOSK, residents);
}

static inline void bring_in(struct scene *scene, const char *id, const char *name, char headers[HEADERS_SIZE])
{
  char token[TOKEN_SIZE];
  put_member(scene->house, scene->desk, id, name);
  make_link(scene->house, scene->desk, id, token);
  assert_int_equal(come_in(scene->house, token, headers), 200);
}

static inline int set_up(void **state)
{
  struct scene *scene = calloc(1, sizeof *scene);
  void *house;
  house_open(&house);
  scene->house = house;
  sign_in(house, "desk", scene->desk);
  community_fill(house, scene->desk);
  put_consent(house, scene->desk, true);
  bring_in(scene, DAUGHTER, "陈丽", scene->daughter);
  bring_in(scene, SON, "陈立", scene->son);
  machine_join(house, &scene->machine, "A-1", scene->desk);
  ear_open(house, &scene->kiosk_ear, "/api/v1/kiosk/events?device=" AT_KIOSK, scene->machine.headers);
  put_people(scene, "\"" RESIDENT "\"");
  ear_open(house, &scene->daughter_ear, "/api/v1/family/events?device=" AT_DAUGHTER, scene->daughter);
  ear_open(house, &scene->desk_ear, "/api/v1/desk/events?device=" AT_DESK, scene->desk);
  *state = scene;
  return 0;
}

static inline int tear_down(void **state)
{
  struct scene *scene = *state;
  void *house = scene->house;
  ear_close(&scene->kiosk_ear);
  ear_close(&scene->daughter_ear);
  ear_close(&scene->desk_ear);
  house_close(&house);
  free(scene);
  return 0;
}

static inline void expect_heard(struct ear *ear, const char *words)
{
  if (!wire_hear(ear->fd, &ear->heard, words))
    fail_msg("\"%s\" is not in: %s", words, ear->heard.bytes);
}

static inline struct heard place_as(struct scene *scene, const char *headers, const char *call, const char *device,
                                    const char *from, const char *to, const char *more)
{
  char body[600];
  FORMAT_TEXT(body,
              "{\"call_id\":\"%s\",\"device\":\"%s\",\"from\":%s,\"to\":%s,\"media\":\"video\","
              "\"purpose\":\"talk\"%s}",
              call, device, from, to, more);
  return ask(scene->house, "POST", "/api/v1/calls", headers, body);
}

#define PARTY(kind, id) "{\"kind\":\"" kind "\",\"id\":\"" id "\"}"
#define ELDER_PARTY PARTY("resident", RESIDENT)
#define DAUGHTER_PARTY PARTY("family", DAUGHTER)
#define SON_PARTY PARTY("family", SON)

static inline void daughter_calls(struct scene *scene)
{
  struct heard heard = place_as(scene, scene->daughter, CALL_1, AT_DAUGHTER, DAUGHTER_PARTY, ELDER_PARTY, "");
  if (heard.status != 200)
    fail_msg("%d %s", heard.status, sentence_of(&heard));
  assert_string_equal(text_of(&heard, "state"), "ringing");
  heard_free(&heard);
}

static inline int say(struct scene *scene, const char *headers, const char *call, const char *body)
{
  char path[120];
  FORMAT_TEXT(path, "/api/v1/calls/%s/signals", call);
  return status_of(scene->house, "POST", path, headers, body);
}

static inline void answer(struct scene *scene)
{
  daughter_calls(scene);
  assert_int_equal(say(scene, scene->machine.headers, CALL_1, "{\"device\":\"" AT_KIOSK "\",\"kind\":\"accept\"}"),
                   200);
}
