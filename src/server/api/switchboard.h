// SPDX-License-Identifier: GPL-3.0-or-later
// The telephone switchboard: joins the open streams, the devices that are there and the calls that go on. Thread: the
// loop's.
#pragma once

#include "server/api/request.h"
#include "server/model/devices.h"

struct switchboard {
  struct api *api;
  struct devices *devices;
  struct calls *calls;
  int seconds; // since the start
};

struct switchboard *switchboard_new(struct api *api);
// NULL is fine.
void switchboard_free(struct switchboard *switchboard);

// Streams of a device that says its id.
void switchboard_stream_opened(struct request *request, const struct calls_device *device);
void switchboard_stream_closed(struct api *api, const struct calls_device *device);
// Who may not listen any more may not talk either: as streams_close_of.
void switchboard_end_of(struct api *api, const char *id);
void switchboard_tick(struct api *api);
struct calls_time switchboard_time(void);

// reach.c: who is told that somebody can be called now, or can't any more.
void reach_changed(struct switchboard *switchboard, const struct device *device);
// What a device is told when its stream begins, and a kiosk when it has said for whom it answers.
void reach_greet(struct switchboard *switchboard, const struct device *device, const char *resident_id);

// calls_asker.c: who asks, as a party of calls. false: it has been answered.
bool asker_find(struct request *request, const char *device_id, struct calls_asker *out);
bool asker_speaks_for(const struct calls_asker *asker, const struct party *party);
// calls_wish.c: holds a call that is to be made against who may call whom, and finds where it rings.
struct calling {
  struct request request; // the body is not kept
  struct call_request call;
  struct calls_asker asker;
  struct calls_wish wish;                // refers to both
  void (*then)(struct calling *calling); // on the loop, when it may be made; else it is answered
};
// Takes `calling` over; it ends after `then`.
void wish_find(struct calling *calling);
