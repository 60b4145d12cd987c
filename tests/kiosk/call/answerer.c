// SPDX-License-Identifier: GPL-3.0-or-later
#define GST_USE_UNSTABLE_API
#include "answerer.h"

#include "kiosk/call/servers.h"

#include <gst/app/gstappsink.h>
#include <gst/rtp/rtp.h>
#include <gst/video/video.h>
#include <gst/webrtc/webrtc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TWCC "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01"

static GstElement *rtc_of(struct answerer *answerer)
{
  GstElement *rtc = gst_bin_get_by_name(GST_BIN(answerer->pipeline), "rtc");
  gst_object_unref(rtc);
  return rtc;
}

static void answer_made(GstPromise *promise, void *ctx)
{
  struct answerer *answerer = ctx;
  GstWebRTCSessionDescription *answer = NULL;
  gst_structure_get(gst_promise_get_reply(promise), "answer", GST_TYPE_WEBRTC_SESSION_DESCRIPTION, &answer, NULL);
  gst_promise_unref(promise);
  if (!answer)
    return;
  g_signal_emit_by_name(rtc_of(answerer), "set-local-description", answer, NULL);
  char *text = gst_sdp_message_as_text(answer->sdp);
  answerer->answer(answerer->ctx, text);
  g_free(text);
  gst_webrtc_session_description_free(answer);
}

static void offer_taken(GstPromise *promise, void *ctx)
{
  struct answerer *answerer = ctx;
  gst_promise_unref(promise);
  g_signal_emit_by_name(rtc_of(answerer), "create-answer", NULL,
                        gst_promise_new_with_change_func(answer_made, answerer, NULL));
}

static void tell_candidate(GstElement *rtc, guint line, char *candidate, void *ctx)
{
  struct answerer *answerer = ctx;
  answerer->candidate(answerer->ctx, (int)line, candidate);
}

static GstFlowReturn picture_came(GstAppSink *sink, void *ctx)
{
  struct answerer *answerer = ctx;
  GstSample *sample = gst_app_sink_pull_sample(sink);
  GstVideoInfo info;
  GstMapInfo map;
  if (!sample)
    return GST_FLOW_EOS;
  if (gst_video_info_from_caps(&info, gst_sample_get_caps(sample)) &&
      gst_buffer_map(gst_sample_get_buffer(sample), &map, GST_MAP_READ)) {
    atomic_store(&answerer->width, info.width);
    atomic_store(&answerer->height, info.height);
    atomic_store(&answerer->light,
                 map.data[(size_t)info.stride[0] * (size_t)(info.height / 2) + (size_t)info.width / 2]);
    gst_buffer_unmap(gst_sample_get_buffer(sample), &map);
  }
  gst_sample_unref(sample);
  atomic_fetch_add(&answerer->pictures, 1);
  return GST_FLOW_OK;
}

static GstFlowReturn sound_came(GstAppSink *sink, void *ctx)
{
  struct answerer *answerer = ctx;
  GstSample *sample = gst_app_sink_pull_sample(sink);
  GstMapInfo map;
  if (!sample)
    return GST_FLOW_EOS;
  int loud = 0;
  if (gst_buffer_map(gst_sample_get_buffer(sample), &map, GST_MAP_READ)) {
    for (gsize i = 0; i + 1 < map.size; i += 2) {
      gint16 value;
      memcpy(&value, map.data + i, sizeof value);
      loud = abs(value) > loud ? abs(value) : loud;
    }
    gst_buffer_unmap(gst_sample_get_buffer(sample), &map);
  }
  gst_sample_unref(sample);
  atomic_store(&answerer->loud, loud);
  atomic_fetch_add(&answerer->sounds, 1);
  return GST_FLOW_OK;
}

static const char *decoder(const char *name)
{
  if (strcmp(name, "VP8") == 0)
    return "rtpvp8depay ! vp8dec ! videoconvert ! video/x-raw,format=I420 ! appsink name=end sync=false async=false";
  if (strcmp(name, "H264") == 0)
    return "rtph264depay ! h264parse ! openh264dec ! videoconvert ! video/x-raw,format=I420 ! appsink name=end "
           "sync=false async=false";
  return "rtpopusdepay ! opusdec ! audioconvert ! audio/x-raw,format=S16LE ! appsink name=end sync=false async=false";
}

static void pad_added(GstElement *rtc, GstPad *pad, void *ctx)
{
  struct answerer *answerer = ctx;
  GstCaps *caps = gst_pad_get_current_caps(pad);
  if (GST_PAD_DIRECTION(pad) != GST_PAD_SRC || !caps)
    return;
  const char *name = gst_structure_get_string(gst_caps_get_structure(caps, 0), "encoding-name");
  GstElement *bin = gst_parse_bin_from_description(decoder(name), TRUE, NULL);
  GstElement *end = gst_bin_get_by_name(GST_BIN(bin), "end");
  GstAppSinkCallbacks callbacks = {.new_sample = strcmp(name, "OPUS") == 0 ? sound_came : picture_came};
  gst_app_sink_set_callbacks(GST_APP_SINK(end), &callbacks, answerer, NULL);
  gst_object_unref(end);
  gst_caps_unref(caps);
  gst_bin_add(GST_BIN(answerer->pipeline), bin);
  GstPad *into = gst_element_get_static_pad(bin, "sink");
  gst_pad_link(pad, into);
  gst_object_unref(into);
  gst_element_sync_state_with_parent(bin);
}

static void add_twcc(GstElement *pipeline, const char *name)
{
  GstElement *pay = gst_bin_get_by_name(GST_BIN(pipeline), name);
  if (!pay)
    return;
  GstRTPHeaderExtension *extension = gst_rtp_header_extension_create_from_uri(TWCC);
  gst_rtp_header_extension_set_id(extension, 3);
  g_signal_emit_by_name(pay, "add-extension", extension);
  gst_object_unref(extension);
  gst_object_unref(pay);
}

// It sends VP8 or H.264, as the offer says.
static void build(struct answerer *answerer, bool h264)
{
  char description[1200];
  const char *video =
      h264 ? "videotestsrc is-live=true pattern=smpte75 ! video/x-raw,width=320,height=240,framerate=15/1 ! "
             "openh264enc complexity=low ! video/x-h264,profile=constrained-baseline ! h264parse ! rtph264pay "
             "name=vpay pt=96 config-interval=-1 aggregate-mode=zero-latency ! rtc. "
           : "videotestsrc is-live=true pattern=smpte75 ! video/x-raw,width=320,height=240,framerate=15/1 ! vp8enc "
             "deadline=1 cpu-used=16 threads=1 ! rtpvp8pay name=vpay pt=96 picture-id-mode=15-bit ! rtc. ";
  snprintf(description, sizeof description,
           "webrtcbin name=rtc bundle-policy=max-bundle latency=40 ice-transport-policy=%s %saudiotestsrc is-live=true "
           "freq=880 volume=0.3 ! opusenc ! rtpopuspay name=apay pt=111 ! rtc.",
           answerer->relay_only ? "relay" : "all", answerer->video ? video : "");
  answerer->pipeline = gst_parse_launch(description, NULL);
  add_twcc(answerer->pipeline, "vpay");
  add_twcc(answerer->pipeline, "apay");
}

void answerer_take_offer(struct answerer *answerer, const char *sdp)
{
  answerer_vanish(answerer);
  build(answerer, strstr(sdp, "H264") != NULL);
  GstElement *rtc = rtc_of(answerer);
  if (answerer->loopback) {
    GObject *agent;
    gboolean taken;
    g_object_get(rtc, "ice-agent", &agent, NULL);
    g_signal_emit_by_name(agent, "add-local-ip-address", "127.0.0.1", &taken);
    g_object_unref(agent);
  }
  enum server_kind kind;
  char uri[SERVER_URI];
  gboolean added;
  if (*answerer->turn.url && server_uri(&answerer->turn, &kind, uri))
    g_signal_emit_by_name(rtc, "add-turn-server", uri, &added);
  g_signal_connect(rtc, "on-ice-candidate", G_CALLBACK(tell_candidate), answerer);
  g_signal_connect(rtc, "pad-added", G_CALLBACK(pad_added), answerer);
  gst_element_set_state(answerer->pipeline, GST_STATE_PLAYING);
  GstSDPMessage *message;
  gst_sdp_message_new_from_text(sdp, &message);
  GstWebRTCSessionDescription *offer = gst_webrtc_session_description_new(GST_WEBRTC_SDP_TYPE_OFFER, message);
  g_signal_emit_by_name(rtc, "set-remote-description", offer,
                        gst_promise_new_with_change_func(offer_taken, answerer, NULL));
  gst_webrtc_session_description_free(offer);
}

void answerer_candidate(struct answerer *answerer, int line, const char *candidate)
{
  if (answerer->pipeline)
    g_signal_emit_by_name(rtc_of(answerer), "add-ice-candidate", (guint)line, candidate);
}

void answerer_vanish(struct answerer *answerer)
{
  if (!answerer->pipeline)
    return;
  g_signal_handlers_disconnect_by_data(rtc_of(answerer), answerer);
  gst_element_set_state(answerer->pipeline, GST_STATE_NULL);
  gst_object_unref(answerer->pipeline);
  answerer->pipeline = NULL;
}
