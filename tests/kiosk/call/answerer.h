// SPDX-License-Identifier: GPL-3.0-or-later
// The other side of a call: answers a kiosk's offer as a browser does, with a moving picture and a tone, and can be as
// bad as the world is. Its own webrtcbin; what it says comes on its threads.
#pragma once

#include "kiosk/call/call.h"

#include <gst/gst.h>
#include <stdatomic.h>
#include <stdbool.h>

struct answerer {
  GstElement *pipeline; // NULL: gone
  void (*answer)(void *ctx, const char *sdp);
  void (*candidate)(void *ctx, int line, const char *candidate);
  void *ctx;
  bool video, loopback, relay_only;
  struct call_server turn;  // url "": none
  atomic_int pictures;      // decoded of the kiosk's
  atomic_int sounds;        // buffers decoded of the kiosk's
  atomic_int width, height; // of the kiosk's picture
  atomic_int light;         // of its middle, 0 to 255
  atomic_int loud;          // peak of its sound, of 32767
};

// The callbacks and what is asked for have been filled in. Takes the place of what it was before.
void answerer_take_offer(struct answerer *answerer, const char *sdp);
void answerer_candidate(struct answerer *answerer, int line, const char *candidate);
void answerer_vanish(struct answerer *answerer); // without a word
