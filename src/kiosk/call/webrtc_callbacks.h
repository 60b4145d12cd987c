// SPDX-License-Identifier: GPL-3.0-or-later
// What a connection's own threads do: make the offer, tell the ways, unwrap and decode what comes. Each callback only
// hands on and counts; nothing waits there.
#pragma once

#include "kiosk/call/pipe.h"

struct webrtc_callbacks {
  struct stage *stage;
  unsigned serial; // of the pipe
  int place;
  GstElement *top;                  // the pipe's, which outlives all callbacks
  atomic_bool offered;              // only one offer is made
  atomic_uint packets, pictures;    // come
  atomic_int box_width, box_height; // for pictures that begin
};

struct webrtc_callbacks *webrtc_callbacks_new(struct stage *stage, const struct pipe *pipe, int place);
void webrtc_callbacks_unref(struct webrtc_callbacks *callbacks);
// Hears what webrtcbin says from now on.
void webrtc_callbacks_attach(struct webrtc_callbacks *callbacks, GstElement *rtc);
// Tells when a key frame is wanted of what this element sends.
void webrtc_callbacks_key_frames(struct webrtc_callbacks *callbacks, GstElement *source);
// For webrtcbin's answer to set-remote-description.
GstPromise *webrtc_callbacks_promise(struct webrtc_callbacks *callbacks);
