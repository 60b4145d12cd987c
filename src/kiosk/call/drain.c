// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/drain.h"

#include "kiosk/call/lag.h"

#include <gst/app/gstappsink.h>
#include <gst/video/video.h>

// Kept by an appsink.
struct drain {
  struct stage *stage;
  struct fan *fan; // NULL: to the gallery
  bool may_lag;    // its pieces are moved on when they come late
  struct lag lag;  // the pipeline's thread only
  int place;
  unsigned serial;
};

static void drain_free(void *ctx)
{
  struct drain *drain = ctx;
  stage_unref(drain->stage);
  g_free(drain);
}

// A mapped frame, kept as long as its picture is looked at.
static void let_go(void *held)
{
  gst_video_frame_unmap(held);
  g_free(held);
}

static void put_picture(const struct drain *drain, GstSample *sample)
{
  GstVideoInfo info;
  if (!gst_video_info_from_caps(&info, gst_sample_get_caps(sample)))
    return;
  GstVideoFrame *frame = g_new0(GstVideoFrame, 1);
  if (!gst_video_frame_map(frame, &info, gst_sample_get_buffer(sample), GST_MAP_READ)) {
    g_free(frame);
    return;
  }
  struct picture picture = {.width = GST_VIDEO_FRAME_WIDTH(frame),
                            .height = GST_VIDEO_FRAME_HEIGHT(frame),
                            .pitch = GST_VIDEO_FRAME_PLANE_STRIDE(frame, 0),
                            .pixels = GST_VIDEO_FRAME_PLANE_DATA(frame, 0),
                            .held = frame,
                            .release = let_go};
  gallery_put(&drain->stage->gallery, drain->place, drain->serial, &picture);
}

// As late as the pieces come; what has no time is not put anyway.
static GstClockTime later_of(struct drain *drain, GstSample *sample)
{
  const struct stage *stage = drain->stage;
  GstClockTime at = fan_time_of(sample);
  if (!drain->may_lag || !GST_CLOCK_TIME_IS_VALID(at))
    return 0;
  anban_ms now = (anban_ms)((gst_clock_get_time(stage->clock) - stage->base) / GST_MSECOND);
  lag_take(&drain->lag, now - (anban_ms)(at / GST_MSECOND), now);
  return (GstClockTime)drain->lag.shift * GST_MSECOND;
}

static GstFlowReturn take_sample(GstAppSink *sink, void *ctx)
{
  struct drain *drain = ctx;
  GstSample *sample = gst_app_sink_pull_sample(sink);
  if (!sample)
    return GST_FLOW_EOS;
  if (drain->fan)
    fan_put(drain->fan, drain->serial, sample, later_of(drain, sample));
  else
    put_picture(drain, sample);
  gst_sample_unref(sample);
  return GST_FLOW_OK;
}

static void drain_from(struct stage *stage, GstElement *sink, struct drain drain)
{
  GstAppSinkCallbacks callbacks = {.new_sample = take_sample};
  struct drain *kept = g_memdup2(&drain, sizeof drain);
  kept->stage = stage_ref(stage);
  gst_app_sink_set_callbacks(GST_APP_SINK(sink), &callbacks, kept, drain_free);
}

void drain_to_fan(struct stage *stage, struct fan *fan, GstElement *sink, unsigned serial)
{
  drain_from(stage, sink, (struct drain){.fan = fan, .serial = serial});
}

void drain_to_loudspeaker(struct stage *stage, int place, GstElement *sink, unsigned serial)
{
  drain_from(stage, sink, (struct drain){.fan = &stage->heard[place], .may_lag = true, .serial = serial});
}

void drain_to_gallery(struct stage *stage, int place, GstElement *sink, unsigned serial)
{
  drain_from(stage, sink, (struct drain){.place = place, .serial = serial});
}

void drain_set_box(GstElement *bin, int width, int height)
{
  GstElement *shutter = gst_bin_get_by_name(GST_BIN(bin), "shutter");
  GstElement *box = gst_bin_get_by_name(GST_BIN(bin), "box");
  if (box && width > 0 && height > 0) {
    GstCaps *caps =
        gst_caps_new_simple("video/x-raw", "format", G_TYPE_STRING, "BGRx", "width", G_TYPE_INT, width, "height",
                            G_TYPE_INT, height, "pixel-aspect-ratio", GST_TYPE_FRACTION, 1, 1, NULL);
    g_object_set(box, "caps", caps, NULL);
    gst_caps_unref(caps);
  }
  if (shutter)
    g_object_set(shutter, "drop", width <= 0 || height <= 0, NULL);
  gst_clear_object(&shutter);
  gst_clear_object(&box);
}
