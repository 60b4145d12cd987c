// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/codec.h"

#include "base/log.h"
#include "base/text.h"

#include <gst/app/gstappsink.h>
#include <string.h>

#define TRIAL (3 * GST_SECOND)

#define VP8_CAPS "video/x-vp8"
#define VP8_PAY "rtpvp8pay name=vpay pt=96 picture-id-mode=15-bit mtu=1200"
#define H264_CAPS "video/x-h264,stream-format=byte-stream,alignment=au,profile=constrained-baseline"
#define H264_PAY "rtph264pay name=vpay pt=96 config-interval=-1 aggregate-mode=zero-latency mtu=1200"
#define H264_PARSE " ! video/x-h264,profile=constrained-baseline ! h264parse ! " H264_CAPS

// The best first. One thread for VP8: its threads spin while they wait for one another, ten times the work on a busy
// machine. No picture waits for a later one (lag, b-frames): it is a talk.
static const struct {
  const char *factory;
  struct codec codec;
} choices[] = {
    {"v4l2vp8enc", {"VP8", VP8_CAPS, VP8_PAY, "v4l2vp8enc name=encoder", NULL, 0, true, NULL}},
    {"vp8enc",
     {"VP8", VP8_CAPS, VP8_PAY,
      "vp8enc name=encoder deadline=1 cpu-used=8 threads=1 end-usage=cbr error-resilient=default keyframe-max-dist=300 "
      "lag-in-frames=0 buffer-size=600 buffer-initial-size=400 buffer-optimal-size=500 undershoot=95 min-quantizer=4 "
      "max-quantizer=56 static-threshold=1 min-force-key-unit-interval=300000000",
      "target-bitrate", 1, false, NULL}},
    {"vah264enc",
     {"H264", H264_CAPS, H264_PAY,
      "vah264enc name=encoder rate-control=cbr key-int-max=300 b-frames=0 ref-frames=1" H264_PARSE, "bitrate", 1000,
      true, NULL}},
    {"vaapih264enc",
     {"H264", H264_CAPS, H264_PAY,
      "vaapih264enc name=encoder rate-control=cbr keyframe-period=300 max-bframes=0" H264_PARSE, "bitrate", 1000, true,
      NULL}},
    {"v4l2h264enc", {"H264", H264_CAPS, H264_PAY, "v4l2h264enc name=encoder" H264_PARSE, NULL, 0, true, NULL}},
    {"x264enc",
     {"H264", H264_CAPS, H264_PAY,
      "x264enc name=encoder tune=zerolatency speed-preset=ultrafast key-int-max=300 bframes=0 threads=1 "
      "vbv-buf-capacity=500 min-force-key-unit-interval=300000000" H264_PARSE,
      "bitrate", 1000, false, NULL}},
    {"openh264enc",
     {"H264", H264_CAPS, H264_PAY,
      "openh264enc name=encoder complexity=low gop-size=300 rate-control=bitrate "
      "min-force-key-unit-interval=300000000" H264_PARSE,
      "bitrate", 1, false, NULL}},
};

static bool is_installed(const char *factory)
{
  GstElementFactory *found = gst_element_factory_find(factory);
  if (found)
    gst_object_unref(found);
  return found;
}

static GstBuffer *first_of(GstElement *trial)
{
  GstElement *out = gst_bin_get_by_name(GST_BIN(trial), "out");
  GstSample *sample = gst_app_sink_try_pull_sample(GST_APP_SINK(out), TRIAL);
  GstBuffer *first = sample ? gst_buffer_ref(gst_sample_get_buffer(sample)) : NULL;
  if (sample)
    gst_sample_unref(sample);
  gst_object_unref(out);
  return first;
}

// A driver may be there without its chip: what encodes some frames works.
static bool encodes(struct codec *codec)
{
  char description[900];
  FORMAT_TEXT(description,
              "videotestsrc num-buffers=5 pattern=black ! video/x-raw,format=I420,width=320,height=240,framerate=30/1 "
              "! videoconvert ! %s ! appsink name=out sync=false",
              codec->encode);
  GstElement *trial = gst_parse_launch_full(description, NULL, GST_PARSE_FLAG_FATAL_ERRORS, NULL);
  if (!trial)
    return false;
  gst_element_set_state(trial, GST_STATE_PLAYING);
  GstBuffer *first = first_of(trial);
  gst_element_set_state(trial, GST_STATE_NULL);
  gst_object_unref(trial);
  bool well = first;
  if (well && strcmp(codec->name, "H264") == 0)
    codec->head = gst_buffer_copy_deep(first);
  gst_clear_buffer(&first);
  return well;
}

void codec_free(struct codec *codec)
{
  gst_clear_buffer(&codec->head);
}

bool codec_choose(struct codec *codec, const char *name, struct fault *fault)
{
  for (size_t i = 0; i < sizeof choices / sizeof *choices; i++) {
    *codec = choices[i].codec;
    if (strcasecmp(codec->name, name) != 0 || !is_installed(choices[i].factory) || !encodes(codec))
      continue;
    log_info("call", "pictures are encoded by %s", choices[i].factory);
    return true;
  }
  return fault_set(fault, "nothing here encodes %s (package gstreamer1.0-plugins-good, for H264 -bad)", name);
}

void codec_set_rate(const struct codec *codec, GstElement *encoder, int kbit)
{
  if (codec->rate) {
    g_object_set(encoder, codec->rate, kbit * 1000 / codec->rate_unit, NULL);
    return;
  }
  char controls[60];
  FORMAT_TEXT(controls, "controls,video_bitrate=%d", kbit * 1000);
  gst_util_set_object_arg(G_OBJECT(encoder), "extra-controls", controls);
}

const char *codec_decode(const char *name)
{
#define H264_UNWRAP "rtph264depay wait-for-keyframe=true request-keyframe=true ! h264parse ! "
  static const struct {
    const char *name, *factory, *elements;
  } ways[] = {
      {"VP8", "vp8dec", "rtpvp8depay wait-for-keyframe=true request-keyframe=true ! vp8dec"},
      {"H264", "vah264dec", H264_UNWRAP "vah264dec"},
      {"H264", "avdec_h264", H264_UNWRAP "avdec_h264 max-threads=2"},
      {"H264", "openh264dec", H264_UNWRAP "openh264dec"},
      {"OPUS", "opusdec", "rtpopusdepay ! opusdec"},
  };
  for (size_t i = 0; i < sizeof ways / sizeof *ways; i++)
    if (strcmp(ways[i].name, name) == 0 && is_installed(ways[i].factory))
      return ways[i].elements;
  return NULL;
}
