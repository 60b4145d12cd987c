// SPDX-License-Identifier: GPL-3.0-or-later
#define GST_USE_UNSTABLE_API
#include "kiosk/call/connection.h"

#include "base/log.h"
#include "base/text.h"
#include "kiosk/call/description.h"
#include "kiosk/call/drain.h"
#include "kiosk/call/fingerprint.h"
#include "kiosk/call/servers.h"
#include "kiosk/call/sounds.h"
#include "kiosk/call/webrtc_callbacks.h"

#include <gst/rtp/rtp.h>
#include <gst/webrtc/webrtc.h>

#define TWCC "http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01"
#define TWCC_ID 3
#define OPUS "audio/x-opus,rate=48000,channels=1,channel-mapping-family=0,stream-count=1,coupled-count=0"
#define FROM "format=time is-live=true max-buffers=60 leaky-type=downstream"

static bool build(struct connection *connection, struct stage *stage, const struct connection_plan *plan,
                  struct fault *fault)
{
  char video[900] = "";
  char description[2000];
  if (plan->video)
    FORMAT_TEXT(video, "appsrc name=pictures " FROM " caps=\"%s\" ! %s ! rtc. ", plan->codec->caps, plan->codec->pay);
  FORMAT_TEXT(description,
              "webrtcbin name=rtc bundle-policy=max-bundle latency=40 ice-transport-policy=%s "
              "%sappsrc name=sounds " FROM " caps=\"" OPUS "\" ! rtpopuspay name=apay pt=111 mtu=1200 ! rtc.",
              plan->ice->relay_only ? "relay" : "all", video);
  return pipe_build(&connection->pipe, stage, description, fault);
}

// Feedback on when each packet came: the browser reckons its rate by ours, we ours by its.
static void ask_feedback(GstElement *pay)
{
  GstRTPHeaderExtension *extension = gst_rtp_header_extension_create_from_uri(TWCC);
  if (!pay || !extension)
    return;
  gst_rtp_header_extension_set_id(extension, TWCC_ID);
  g_signal_emit_by_name(pay, "add-extension", extension);
  gst_object_unref(extension);
}

// Lost pieces of a picture are sent again. Not of sound: Chromium refuses an offer with that, and Opus mends itself.
static void resend_pictures(GstElement *rtc)
{
  GArray *transceivers = NULL;
  g_signal_emit_by_name(rtc, "get-transceivers", &transceivers);
  if (transceivers && transceivers->len > 0)
    g_object_set(g_array_index(transceivers, GObject *, 0), "do-nack", TRUE, NULL);
  if (transceivers)
    g_array_unref(transceivers);
}

static void add_servers(GstElement *rtc, const struct call_ice *ice)
{
  for (int i = 0; i < ice->count && i < CALL_SERVERS; i++) {
    char uri[SERVER_URI];
    enum server_kind kind;
    gboolean taken = FALSE;
    if (!server_uri(&ice->servers[i], &kind, uri))
      log_warning("call", "the address of a STUN or TURN server makes no sense: %s", ice->servers[i].url);
    else if (kind == SERVER_STUN)
      g_object_set(rtc, "stun-server", uri, NULL);
    else {
      g_signal_emit_by_name(rtc, "add-turn-server", uri, &taken);
      if (!taken)
        log_warning("call", "the TURN server %s is not taken", ice->servers[i].url);
    }
  }
}

// A router is not asked to open ports: TURN does what is needed, and to ask takes a thread and seconds. `inside`: by
// this machine alone; without any network there is no other address, with one this would hide it.
static void set_agent(GstElement *rtc, bool inside)
{
  GObject *ice = NULL;
  GObject *agent = NULL;
  gboolean taken = FALSE;
  g_object_get(rtc, "ice-agent", &ice, NULL);
  if (!ice)
    return;
  if (inside)
    g_signal_emit_by_name(ice, "add-local-ip-address", "127.0.0.1", &taken);
  g_object_get(ice, "agent", &agent, NULL);
  if (agent)
    g_object_set(agent, "upnp", FALSE, NULL);
  g_clear_object(&agent);
  g_object_unref(ice);
}

// What goes first is black: the payloader then knows what it has to offer.
static void push_head(const struct pipe *pipe, const struct stage *stage, const struct codec *codec)
{
  if (!codec->head)
    return;
  GstBuffer *head = gst_buffer_copy(codec->head);
  GST_BUFFER_PTS(head) = gst_clock_get_time(stage->clock) - stage->base;
  GST_BUFFER_DTS(head) = GST_CLOCK_TIME_NONE;
  gst_app_src_push_buffer(GST_APP_SRC(pipe_part(pipe, "pictures")), head);
}

bool connection_begin(struct connection *connection, struct stage *stage, const struct connection_plan *plan,
                      struct fault *fault)
{
  *connection = (struct connection){0};
  if (!build(connection, stage, plan, fault))
    return false;
  struct pipe *pipe = &connection->pipe;
  GstElement *rtc = pipe_part(pipe, "rtc");
  gst_pipeline_set_latency(GST_PIPELINE(pipe->top), SOUNDS_LATENCY);
  connection->callbacks = webrtc_callbacks_new(stage, pipe, plan->place);
  connection_show(connection, plan->box);
  ask_feedback(pipe_part(pipe, "apay"));
  if (plan->video) {
    ask_feedback(pipe_part(pipe, "vpay"));
    resend_pictures(rtc);
    push_head(pipe, stage, plan->codec);
    webrtc_callbacks_key_frames(connection->callbacks, pipe_part(pipe, "pictures"));
  }
  add_servers(rtc, plan->ice);
  set_agent(rtc, plan->settings->loopback);
  webrtc_callbacks_attach(connection->callbacks, rtc);
  pipe_play(pipe, stage);
  return true;
}

void connection_end(struct connection *connection)
{
  pipe_end(&connection->pipe);
  if (connection->callbacks)
    webrtc_callbacks_unref(connection->callbacks);
  *connection = (struct connection){0};
}

bool connection_answer(const struct connection *connection, const char *sdp)
{
  GstSDPMessage *message = description_read(sdp);
  if (!message)
    return false;
  GstWebRTCSessionDescription *answer = gst_webrtc_session_description_new(GST_WEBRTC_SDP_TYPE_ANSWER, message);
  g_signal_emit_by_name(pipe_part(&connection->pipe, "rtc"), "set-remote-description", answer,
                        webrtc_callbacks_promise(connection->callbacks));
  gst_webrtc_session_description_free(answer);
  return true;
}

void connection_candidate(const struct connection *connection, int line, const char *candidate)
{
  if (line >= 0 && line < 2 && *candidate)
    g_signal_emit_by_name(pipe_part(&connection->pipe, "rtc"), "add-ice-candidate", (guint)line, candidate);
}

static char *certificate_of(GstElement *rtc)
{
  char *certificate = NULL;
  GArray *transceivers = NULL;
  GObject *sender = NULL;
  GObject *transport = NULL;
  g_signal_emit_by_name(rtc, "get-transceivers", &transceivers);
  if (transceivers && transceivers->len > 0)
    g_object_get(g_array_index(transceivers, GObject *, 0), "sender", &sender, NULL);
  if (sender)
    g_object_get(sender, "transport", &transport, NULL);
  if (transport)
    g_object_get(transport, "remote-certificate", &certificate, NULL);
  g_clear_object(&transport);
  g_clear_object(&sender);
  if (transceivers)
    g_array_unref(transceivers);
  return certificate;
}

bool connection_is_genuine(const struct connection *connection, const char *answer)
{
  char *certificate = certificate_of(pipe_part(&connection->pipe, "rtc"));
  bool genuine = certificate && fingerprint_matches(answer, certificate);
  g_free(certificate);
  return genuine;
}

void connection_show(const struct connection *connection, struct size box)
{
  if (!connection->callbacks)
    return;
  atomic_store(&connection->callbacks->box_width, box.width);
  atomic_store(&connection->callbacks->box_height, box.height);
  drain_set_box(connection->pipe.top, box.width, box.height);
}

unsigned connection_packets(const struct connection *connection)
{
  return connection->callbacks ? atomic_load(&connection->callbacks->packets) : 0;
}

unsigned connection_pictures(const struct connection *connection)
{
  return connection->callbacks ? atomic_load(&connection->callbacks->pictures) : 0;
}

static GstStructure *twcc_of(GstElement *rtc)
{
  GstStructure *stats = NULL;
  GObject *session = NULL;
  GstElement *rtp = gst_bin_get_by_name(GST_BIN(rtc), "rtpbin");
  if (rtp)
    g_signal_emit_by_name(rtp, "get-session", 0, &session);
  if (session)
    g_object_get(session, "twcc-stats", &stats, NULL);
  g_clear_object(&session);
  gst_clear_object(&rtp);
  return stats;
}

bool connection_feedback(const struct connection *connection, struct feedback *out)
{
  GstElement *rtc = pipe_part(&connection->pipe, "rtc");
  GstStructure *stats = rtc ? twcc_of(rtc) : NULL;
  guint sent = 0;
  guint received = 0;
  gint64 queueing = 0;
  double loss = 0;
  bool told = stats && gst_structure_get_uint(stats, "bitrate-sent", &sent) &&
              gst_structure_get_uint(stats, "bitrate-recv", &received) && sent > 0;
  if (told) {
    gst_structure_get_double(stats, "packet-loss-pct", &loss);
    gst_structure_get_int64(stats, "avg-delta-of-delta", &queueing);
    *out = (struct feedback){(int)(sent / 1000), (int)(received / 1000), loss, (double)queueing / GST_MSECOND};
  }
  if (stats)
    gst_structure_free(stats);
  return told;
}
