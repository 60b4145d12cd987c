// SPDX-License-Identifier: GPL-3.0-or-later
// Buffers from one pipeline to others, without either knowing the other: the camera's to every peer, a peer's sound to
// the loudspeaker. A pipeline can be ended and another put in its place while its neighbours go on. Nothing waits: who
// doesn't keep up loses the oldest. Thread: any.
#pragma once

#include <gst/app/gstappsrc.h>
#include <gst/gst.h>
#include <pthread.h>

#define FAN_PLACES 4

struct fan {
  pthread_mutex_t mutex;
  unsigned source;           // protected by mutex; serial of the pipeline whose buffers go to all
  GstClockTime later;        // protected by mutex; as the newest buffer was put
  GstAppSrc *to[FAN_PLACES]; // protected by mutex; a reference each, NULL: nobody
};

void fan_init(struct fan *fan);
void fan_destroy(struct fan *fan);
void fan_join(struct fan *fan, int place, GstElement *source); // in the place of who was there; NULL: nobody
// From now on buffers of this pipeline count, and of no other; 0: of none.
void fan_follow(struct fan *fan, unsigned serial);
// When the sample was meant to be heard or seen: its running time, or GST_CLOCK_TIME_NONE.
GstClockTime fan_time_of(GstSample *sample);
// The sample's buffer, so much later than its time, to all, when it is of the pipeline that counts.
void fan_put(struct fan *fan, unsigned serial, GstSample *sample, GstClockTime later);
