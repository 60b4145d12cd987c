// SPDX-License-Identifier: GPL-3.0-or-later
#define GST_USE_UNSTABLE_API
#include "kiosk/call/webrtc_callbacks.h"

#include "base/memory.h"
#include "kiosk/call/receive.h"

#include <gst/video/video.h>
#include <gst/webrtc/webrtc.h>
#include <stdlib.h>

struct webrtc_callbacks *webrtc_callbacks_new(struct stage *stage, const struct pipe *pipe, int place)
{
  struct webrtc_callbacks *callbacks = g_atomic_rc_box_new0(struct webrtc_callbacks);
  callbacks->stage = stage_ref(stage);
  callbacks->serial = pipe->serial;
  callbacks->place = place;
  callbacks->top = pipe->top;
  return callbacks;
}

static void end(void *ctx)
{
  struct webrtc_callbacks *callbacks = ctx;
  stage_unref(callbacks->stage);
}

void webrtc_callbacks_unref(struct webrtc_callbacks *callbacks)
{
  g_atomic_rc_box_release_full(callbacks, end);
}

static void let_go(void *ctx)
{
  webrtc_callbacks_unref(ctx);
}

static void let_go_closure(void *ctx, GClosure *closure)
{
  webrtc_callbacks_unref(ctx);
}

static void tell(const struct webrtc_callbacks *callbacks, struct note note)
{
  note.serial = callbacks->serial;
  stage_note(callbacks->stage, note);
}

static void describe(GstPromise *promise, void *ctx)
{
  struct webrtc_callbacks *callbacks = ctx;
  GstWebRTCSessionDescription *offer = NULL;
  const GstStructure *reply = gst_promise_get_reply(promise);
  if (reply)
    gst_structure_get(reply, "offer", GST_TYPE_WEBRTC_SESSION_DESCRIPTION, &offer, NULL);
  gst_promise_unref(promise);
  if (!offer) {
    tell(callbacks, (struct note){.kind = NOTE_BROKEN, .text = memory_text("no offer could be made")});
    return;
  }
  GstElement *rtc = gst_bin_get_by_name(GST_BIN(callbacks->top), "rtc");
  g_signal_emit_by_name(rtc, "set-local-description", offer, NULL);
  gst_object_unref(rtc);
  char *text = gst_sdp_message_as_text(offer->sdp);
  tell(callbacks, (struct note){.kind = NOTE_OFFERED, .text = memory_text(text)});
  g_free(text);
  gst_webrtc_session_description_free(offer);
}

static void make_offer(GstElement *rtc, void *ctx)
{
  struct webrtc_callbacks *callbacks = ctx;
  if (atomic_exchange(&callbacks->offered, true))
    return;
  GstPromise *promise = gst_promise_new_with_change_func(describe, g_atomic_rc_box_acquire(callbacks), let_go);
  g_signal_emit_by_name(rtc, "create-offer", NULL, promise);
}

static void tell_way(GstElement *rtc, guint line, char *candidate, void *ctx)
{
  tell(ctx, (struct note){.kind = NOTE_WAY, .line = (int)line, .text = memory_text(candidate)});
}

static GstPadProbeReturn count_packet(GstPad *pad, GstPadProbeInfo *info, void *ctx)
{
  struct webrtc_callbacks *callbacks = ctx;
  atomic_fetch_add(&callbacks->packets, 1);
  return GST_PAD_PROBE_OK;
}

// Every packet, also those that only tell how ours arrive: who mutes everything is still there.
static void count_packets(struct webrtc_callbacks *callbacks, GstElement *rtc)
{
  GstIterator *each = gst_bin_iterate_all_by_element_factory_name(GST_BIN(rtc), "nicesrc");
  GValue item = G_VALUE_INIT;
  while (gst_iterator_next(each, &item) == GST_ITERATOR_OK) {
    GstPad *pad = gst_element_get_static_pad(g_value_get_object(&item), "src");
    gst_pad_add_probe(pad, GST_PAD_PROBE_TYPE_BUFFER | GST_PAD_PROBE_TYPE_BUFFER_LIST, count_packet,
                      g_atomic_rc_box_acquire(callbacks), let_go);
    gst_object_unref(pad);
    g_value_reset(&item);
  }
  g_value_unset(&item);
  gst_iterator_free(each);
}

static void take_state(GObject *rtc, GParamSpec *property, void *ctx)
{
  struct webrtc_callbacks *callbacks = ctx;
  GstWebRTCPeerConnectionState state;
  g_object_get(rtc, "connection-state", &state, NULL);
  if (state != GST_WEBRTC_PEER_CONNECTION_STATE_CONNECTED)
    return;
  if (atomic_load(&callbacks->packets) == 0)
    count_packets(callbacks, GST_ELEMENT(rtc));
  tell(callbacks, (struct note){.kind = NOTE_CONNECTED});
}

static void take_pad(GstElement *rtc, GstPad *pad, void *ctx)
{
  if (GST_PAD_DIRECTION(pad) == GST_PAD_SRC)
    receive_pad(ctx, pad);
}

static void connect_to(struct webrtc_callbacks *callbacks, void *object, const char *signal, GCallback callback)
{
  g_signal_connect_data(object, signal, callback, g_atomic_rc_box_acquire(callbacks), let_go_closure, 0);
}

void webrtc_callbacks_attach(struct webrtc_callbacks *callbacks, GstElement *rtc)
{
  connect_to(callbacks, rtc, "on-negotiation-needed", G_CALLBACK(make_offer));
  connect_to(callbacks, rtc, "on-ice-candidate", G_CALLBACK(tell_way));
  connect_to(callbacks, rtc, "notify::connection-state", G_CALLBACK(take_state));
  connect_to(callbacks, rtc, "pad-added", G_CALLBACK(take_pad));
}

static GstPadProbeReturn hear_wish(GstPad *pad, GstPadProbeInfo *info, void *ctx)
{
  if (gst_video_event_is_force_key_unit(gst_pad_probe_info_get_event(info)))
    tell(ctx, (struct note){.kind = NOTE_KEY});
  return GST_PAD_PROBE_OK;
}

void webrtc_callbacks_key_frames(struct webrtc_callbacks *callbacks, GstElement *source)
{
  GstPad *pad = gst_element_get_static_pad(source, "src");
  gst_pad_add_probe(pad, GST_PAD_PROBE_TYPE_EVENT_UPSTREAM, hear_wish, g_atomic_rc_box_acquire(callbacks), let_go);
  gst_object_unref(pad);
}

static void take_verdict(GstPromise *promise, void *ctx)
{
  const GstStructure *reply = gst_promise_get_reply(promise);
  bool refused =
      gst_promise_wait(promise) != GST_PROMISE_RESULT_REPLIED || (reply && gst_structure_has_field(reply, "error"));
  gst_promise_unref(promise);
  if (refused)
    tell(ctx, (struct note){.kind = NOTE_REFUSED});
}

GstPromise *webrtc_callbacks_promise(struct webrtc_callbacks *callbacks)
{
  return gst_promise_new_with_change_func(take_verdict, g_atomic_rc_box_acquire(callbacks), let_go);
}
