// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/receive.h"

#include "base/log.h"
#include "base/text.h"
#include "kiosk/call/codec.h"
#include "kiosk/call/drain.h"

#include <string.h>

#define SEEN " ! " DRAIN_SCALE " ! appsink name=seen sync=true async=false max-buffers=1 drop=true qos=false"
#define HEARD                                                                                                          \
  " ! audioconvert ! audioresample ! audio/x-raw,format=S16LE,rate=48000,channels=1 ! "                                \
  "appsink name=heard sync=false async=false max-buffers=20 drop=true"
#define NOWHERE "fakesink sync=false async=false"

static GstPadProbeReturn count_picture(GstPad *pad, GstPadProbeInfo *info, void *ctx)
{
  struct webrtc_callbacks *callbacks = ctx;
  if (atomic_fetch_add(&callbacks->pictures, 1) == 0)
    stage_note(callbacks->stage, (struct note){.kind = NOTE_FLOWS, .serial = callbacks->serial});
  return GST_PAD_PROBE_OK;
}

static void let_go(void *ctx)
{
  webrtc_callbacks_unref(ctx);
}

// Counted before the shutter: a picture nobody looks at has come all the same.
static void count_pictures(struct webrtc_callbacks *callbacks, GstElement *bin)
{
  GstElement *shutter = gst_bin_get_by_name(GST_BIN(bin), "shutter");
  GstPad *pad = gst_element_get_static_pad(shutter, "sink");
  gst_pad_add_probe(pad, GST_PAD_PROBE_TYPE_BUFFER, count_picture, g_atomic_rc_box_acquire(callbacks), let_go);
  gst_object_unref(pad);
  gst_object_unref(shutter);
}

static void wire(struct webrtc_callbacks *callbacks, GstElement *bin)
{
  GstElement *seen = gst_bin_get_by_name(GST_BIN(bin), "seen");
  GstElement *heard = gst_bin_get_by_name(GST_BIN(bin), "heard");
  if (seen) {
    drain_to_gallery(callbacks->stage, callbacks->place + 1, seen, callbacks->serial);
    drain_set_box(bin, atomic_load(&callbacks->box_width), atomic_load(&callbacks->box_height));
    count_pictures(callbacks, bin);
  }
  if (heard)
    drain_to_loudspeaker(callbacks->stage, callbacks->place, heard, callbacks->serial);
  gst_clear_object(&seen);
  gst_clear_object(&heard);
}

static void join(struct webrtc_callbacks *callbacks, GstPad *pad, const char *elements)
{
  GstElement *bin = gst_parse_bin_from_description(elements, TRUE, NULL);
  if (!bin) {
    log_error("call", "what a peer sends can't be decoded: an element is missing");
    return;
  }
  wire(callbacks, bin);
  gst_bin_add(GST_BIN(callbacks->top), bin);
  GstPad *into = gst_element_get_static_pad(bin, "sink");
  gst_pad_link(pad, into);
  gst_object_unref(into);
  gst_element_sync_state_with_parent(bin);
}

void receive_pad(struct webrtc_callbacks *callbacks, GstPad *pad)
{
  char elements[700];
  GstCaps *caps = gst_pad_get_current_caps(pad);
  const GstStructure *first = caps ? gst_caps_get_structure(caps, 0) : NULL;
  const char *name = first ? gst_structure_get_string(first, "encoding-name") : NULL;
  const char *decode = name ? codec_decode(name) : NULL;
  if (decode)
    FORMAT_TEXT(elements, "%s%s", decode, strcmp(name, "OPUS") == 0 ? HEARD : SEEN);
  else
    COPY_TEXT(elements, NOWHERE);
  if (caps)
    gst_caps_unref(caps);
  join(callbacks, pad, elements);
}
