// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/fan.h"

void fan_init(struct fan *fan)
{
  *fan = (struct fan){0};
  pthread_mutex_init(&fan->mutex, NULL);
}

void fan_destroy(struct fan *fan)
{
  for (int i = 0; i < FAN_PLACES; i++)
    fan_join(fan, i, NULL);
  pthread_mutex_destroy(&fan->mutex);
}

void fan_join(struct fan *fan, int place, GstElement *source)
{
  pthread_mutex_lock(&fan->mutex);
  GstAppSrc *old = fan->to[place];
  fan->to[place] = source ? GST_APP_SRC(gst_object_ref(source)) : NULL;
  pthread_mutex_unlock(&fan->mutex);
  if (old)
    gst_object_unref(old);
}

void fan_follow(struct fan *fan, unsigned serial)
{
  pthread_mutex_lock(&fan->mutex);
  fan->source = serial;
  pthread_mutex_unlock(&fan->mutex);
}

// Encoders may count from a beginning of their own; what holds in another pipeline is the running time.
GstClockTime fan_time_of(GstSample *sample)
{
  const GstBuffer *buffer = gst_sample_get_buffer(sample);
  if (!buffer || !GST_BUFFER_PTS_IS_VALID(buffer))
    return GST_CLOCK_TIME_NONE;
  return gst_segment_to_running_time(gst_sample_get_segment(sample), GST_FORMAT_TIME, GST_BUFFER_PTS(buffer));
}

static GstBuffer *timed(GstSample *sample, GstClockTime later)
{
  GstClockTime at = fan_time_of(sample);
  if (!GST_CLOCK_TIME_IS_VALID(at))
    return NULL;
  GstBuffer *copy = gst_buffer_copy(gst_sample_get_buffer(sample));
  GST_BUFFER_PTS(copy) = at + later;
  GST_BUFFER_DTS(copy) = GST_CLOCK_TIME_NONE;
  return copy;
}

void fan_put(struct fan *fan, unsigned serial, GstSample *sample, GstClockTime later)
{
  GstBuffer *buffer = timed(sample, later);
  if (!buffer)
    return;
  pthread_mutex_lock(&fan->mutex);
  if (fan->source == serial && fan->later != later) {
    GST_BUFFER_FLAG_SET(buffer, GST_BUFFER_FLAG_DISCONT); // else the mixer joins it to the one before
    fan->later = later;
  }
  for (int i = 0; i < FAN_PLACES && fan->source == serial; i++)
    if (fan->to[i])
      gst_app_src_push_buffer(fan->to[i], gst_buffer_copy(buffer));
  pthread_mutex_unlock(&fan->mutex);
  gst_buffer_unref(buffer);
}
