// SPDX-License-Identifier: GPL-3.0-or-later
// What a setting for a device means, as elements of a pipeline. Thread: call's.
//   ""          the usual one
//   /dev/video0 or a name of the sound system
//   none        there is none, and nobody misses it
//   test:bars   moving colour bars; test:flash: a flash each second with a beep by test:ticks; test:440: a tone of
//               440 Hz. To try things out, and for tests.
//   gst:…       any elements of GStreamer, as gst-launch-1.0 writes them (libcamerasrc, rtspsrc …)
#pragma once

#include "base/fault.h"

#include <stdbool.h>
#include <stddef.h>

#define SOURCE_ROOM 640 // for the longest setting, and what is put around it

struct size {
  int width, height;
};

bool source_is_none(const char *setting);
// Whether it is made up: no room, no echo, no noise.
bool source_is_made(const char *setting);
bool source_camera(const char *setting, struct size size, char *out, size_t room, struct fault *fault);
bool source_microphone(const char *setting, char *out, size_t room, struct fault *fault);
bool source_loudspeaker(const char *setting, char *out, size_t room, struct fault *fault);
