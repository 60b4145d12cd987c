// SPDX-License-Identifier: GPL-3.0-or-later
// Camera, microphone or loudspeaker: a pipeline of its own, so that a missing, lost or hanging device stops nothing
// else. While the real one is not there a substitute (black, silence, nowhere) runs in its place, and the real one is
// tried again beside it. Thread: call's.
#pragma once

#include "kiosk/call/pipe.h"

struct media_device {
  const char *name; // "camera", for sentences
  // Describes the real device or its substitute. False and the fault when it is known not to be there.
  bool (*describe)(void *ctx, bool real, char *out, size_t size, struct fault *fault);
  void (*built)(void *ctx, const struct pipe *pipe); // before it plays: what is to be joined to it
  void (*took)(void *ctx, const struct pipe *pipe);  // it is the one that counts now; an empty one: none does
  void *ctx;
  const char *flows_to; // the element at which a first buffer proves that it works
  struct stage *stage;
  struct pipe now, next; // what counts; what is being tried
  bool open, covered;    // covered: the substitute shall run, the device is closed
  bool real;             // `now` is the device
  anban_ms try_until;    // of `next`
  anban_ms try_at;       // without `next`: when to look for it again; -1: not
  struct fault missing;  // why the substitute runs; "": it doesn't, or is wanted
};

void media_device_open(struct media_device *device, anban_ms now);
void media_device_close(struct media_device *device);
void media_device_cover(struct media_device *device, bool cover, anban_ms now);
// Another one counts from now on, or its description has changed: begins again.
void media_device_again(struct media_device *device, anban_ms now);
// True when the note is of one of its pipelines. `*changed`: whether it works has changed.
bool media_device_take(struct media_device *device, const struct note *note, anban_ms now, bool *changed);
// The time has come. Returns whether it works has changed.
bool media_device_tick(struct media_device *device, anban_ms now);
enum call_device media_device_state(const struct media_device *device);
