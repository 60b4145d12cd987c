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
  struct strand *strand = ctx;
  if (atomic_fetch_add(&strand->pictures, 1) == 0)
    stage_note(strand->stage, (struct note){.kind = NOTE_FLOWS, .serial = strand->serial});
  return GST_PAD_PROBE_OK;
}

static void let_go(void *ctx)
{
  strand_unref(ctx);
}

// Counted before the shutter: a picture nobody looks at has come all the same.
static void count_pictures(struct strand *strand, GstElement *bin)
{
  GstElement *shutter = gst_bin_get_by_name(GST_BIN(bin), "shutter");
  GstPad *pad = gst_element_get_static_pad(shutter, "sink");
  gst_pad_add_probe(pad, GST_PAD_PROBE_TYPE_BUFFER, count_picture, g_atomic_rc_box_acquire(strand), let_go);
  gst_object_unref(pad);
  gst_object_unref(shutter);
}

static void wire(struct strand *strand, GstElement *bin)
{
  GstElement *seen = gst_bin_get_by_name(GST_BIN(bin), "seen");
  GstElement *heard = gst_bin_get_by_name(GST_BIN(bin), "heard");
  if (seen) {
    drain_to_gallery(strand->stage, strand->place + 1, seen, strand->serial);
    drain_set_box(bin, atomic_load(&strand->box_width), atomic_load(&strand->box_height));
    count_pictures(strand, bin);
  }
  if (heard)
    drain_to_loudspeaker(strand->stage, strand->place, heard, strand->serial);
  gst_clear_object(&seen);
  gst_clear_object(&heard);
}

static void join(struct strand *strand, GstPad *pad, const char *elements)
{
  GstElement *bin = gst_parse_bin_from_description(elements, TRUE, NULL);
  if (!bin) {
    log_error("call", "what a peer sends can't be decoded: an element is missing");
    return;
  }
  wire(strand, bin);
  gst_bin_add(GST_BIN(strand->top), bin);
  GstPad *into = gst_element_get_static_pad(bin, "sink");
  gst_pad_link(pad, into);
  gst_object_unref(into);
  gst_element_sync_state_with_parent(bin);
}

void receive_pad(struct strand *strand, GstPad *pad)
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
  join(strand, pad, elements);
}
