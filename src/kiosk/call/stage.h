// SPDX-License-Identifier: GPL-3.0-or-later
// What the pipelines of all devices and connections share. Each holds a reference, so that one that hangs in its device
// and is left behind finds its stage when it wakes.
#pragma once

#include "kiosk/call/fan.h"
#include "kiosk/call/gallery.h"
#include "kiosk/call/note.h"

#include <gst/gst.h>
#include <stdatomic.h>

struct stage {
  struct mailbox notes; // to call's thread
  GstClock *clock;      // one clock and one beginning for all: times of buffers hold in every pipeline
  GstClockTime base;
  unsigned serials; // given out; call's thread only
  struct gallery gallery;
  struct fan pictures;          // encoded, from the camera to each peer
  struct fan sounds;            // encoded, from the microphone to each peer
  struct fan heard[CALL_PEERS]; // samples, from a peer to its place at the loudspeaker
};

struct stage *stage_new(void (*picture)(void *ctx), void *ctx);
struct stage *stage_ref(struct stage *stage);
void stage_unref(struct stage *stage);

// Sends a note of a pipeline; takes what it owns. Thread: any.
void stage_note(struct stage *stage, struct note note);
