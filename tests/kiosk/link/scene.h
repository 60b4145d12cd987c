// SPDX-License-Identifier: GPL-3.0-or-later
// A link of its own for each test, with a folder and a scripted server.
#pragma once

#include "kiosk/link/link.h"

#include "../../cmocka_all.h"
#include "../../support/scripted_server.h"

#define SCENE_DEVICE "019aa9c0-0000-7000-8000-000000000030"

struct scene {
  struct scripted_server server;
  struct identity identity;
  struct link link;
  bool linked;
  struct mailbox events;
  char folder[64], pictures[100], voices[100], messages[100], url[64];
  atomic_int line; // the newest state told
};

int scene_set_up(void **state);
int scene_set_up_with(void **state, const char *certificate, const char *key, const char *scheme);
int scene_tear_down(void **state);
void scene_begin(struct scene *scene, const char *ca_file);
void scene_end(struct scene *scene);

// The next event of a kind, others dropped. The caller drops it.
struct link_event scene_await(struct scene *scene, enum link_event_kind kind);
void scene_await_line(struct scene *scene, enum link_line_state state);
bool scene_none_waits(struct scene *scene, enum link_event_kind kind);
void scene_drop(struct link_event *event);
