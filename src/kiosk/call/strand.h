// SPDX-License-Identifier: GPL-3.0-or-later
// What a connection's own threads do: make the offer, tell the ways, unwrap and decode what comes. Each callback only
// hands on and counts; nothing waits there.
#pragma once

#include "kiosk/call/pipe.h"

struct strand {
  struct stage *stage;
  unsigned serial; // of the pipe
  int place;
  GstElement *top;                  // the pipe's, which outlives all callbacks
  atomic_bool offered;              // only one offer is made
  atomic_uint packets, pictures;    // come
  atomic_int box_width, box_height; // for pictures that begin
};

struct strand *strand_new(struct stage *stage, const struct pipe *pipe, int place);
void strand_unref(struct strand *strand);
// Hears what webrtcbin says from now on.
void strand_attach(struct strand *strand, GstElement *rtc);
// Tells when a key frame is wanted of what this element sends.
void strand_hear_wishes(struct strand *strand, GstElement *source);
// For webrtcbin's answer to set-remote-description.
GstPromise *strand_promise(struct strand *strand);
