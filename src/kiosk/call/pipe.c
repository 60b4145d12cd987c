// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/pipe.h"

#include "base/log.h"
#include "base/memory.h"
#include "base/text.h"

#include <string.h>

#define END_PATIENCE (4 * G_TIME_SPAN_SECOND)

// Who tells: kept by what calls back from a thread of GStreamer.
struct teller {
  struct stage *stage;
  unsigned serial;
};

static struct teller *teller_new(struct stage *stage, unsigned serial)
{
  struct teller *teller = g_new0(struct teller, 1);
  teller->stage = stage_ref(stage);
  teller->serial = serial;
  return teller;
}

static void teller_free(void *ctx)
{
  struct teller *teller = ctx;
  stage_unref(teller->stage);
  g_free(teller);
}

static void tell_error(const struct teller *teller, GstMessage *message)
{
  GError *error = NULL;
  gst_message_parse_error(message, &error, NULL);
  char text[300];
  FORMAT_TEXT(text, "%s: %s", GST_OBJECT_NAME(GST_MESSAGE_SRC(message)), error->message);
  g_error_free(error);
  stage_note(teller->stage, (struct note){.kind = NOTE_BROKEN, .serial = teller->serial, .text = memory_text(text)});
}

static void tell_level(const struct teller *teller, const GstStructure *level)
{
  const GValue *rms = gst_structure_get_value(level, "rms");
  GValueArray *channels = rms ? g_value_get_boxed(rms) : NULL;
  if (!channels || channels->n_values == 0)
    return;
  double value = g_value_get_double(&channels->values[0]);
  stage_note(teller->stage, (struct note){.kind = NOTE_LEVEL, .serial = teller->serial, .level = value});
}

// On whatever thread the message was made.
static GstBusSyncReply hear(GstBus *bus, GstMessage *message, void *ctx)
{
  const struct teller *teller = ctx;
  const GstStructure *structure = gst_message_get_structure(message);
  switch (GST_MESSAGE_TYPE(message)) {
  case GST_MESSAGE_ERROR:
    tell_error(teller, message);
    break;
  case GST_MESSAGE_EOS:
    stage_note(teller->stage, (struct note){.kind = NOTE_ENDED, .serial = teller->serial});
    break;
  case GST_MESSAGE_LATENCY:
    stage_note(teller->stage, (struct note){.kind = NOTE_LATENCY, .serial = teller->serial});
    break;
  case GST_MESSAGE_ELEMENT:
    if (gst_structure_has_name(structure, "level"))
      tell_level(teller, structure);
    break;
  default:
    break;
  }
  gst_message_unref(message);
  return GST_BUS_DROP;
}

static void listen_to(const struct pipe *pipe, struct stage *stage)
{
  GstBus *bus = gst_element_get_bus(pipe->top);
  gst_bus_set_sync_handler(bus, hear, teller_new(stage, pipe->serial), teller_free);
  gst_object_unref(bus);
}

bool pipe_build(struct pipe *pipe, struct stage *stage, const char *description, struct fault *fault)
{
  GError *error = NULL;
  *pipe = (struct pipe){0};
  GstElement *top = gst_parse_launch_full(description, NULL, GST_PARSE_FLAG_FATAL_ERRORS, &error);
  if (!top) {
    fault_set(fault, "%s", error->message);
    g_error_free(error);
    return false;
  }
  *pipe = (struct pipe){top, ++stage->serials};
  gst_object_ref_sink(top);
  gst_pipeline_use_clock(GST_PIPELINE(top), stage->clock);
  gst_element_set_start_time(top, GST_CLOCK_TIME_NONE);
  gst_element_set_base_time(top, stage->base);
  listen_to(pipe, stage);
  return true;
}

GstElement *pipe_part(const struct pipe *pipe, const char *name)
{
  GstElement *part = pipe->top ? gst_bin_get_by_name(GST_BIN(pipe->top), name) : NULL;
  if (part)
    gst_object_unref(part);
  return part;
}

static void play(GstElement *top, void *ctx)
{
  const struct teller *teller = ctx;
  if (gst_element_set_state(top, GST_STATE_PLAYING) == GST_STATE_CHANGE_FAILURE)
    stage_note(teller->stage,
               (struct note){.kind = NOTE_BROKEN, .serial = teller->serial, .text = memory_text("it can't start")});
}

void pipe_play(const struct pipe *pipe, struct stage *stage)
{
  gst_element_call_async(pipe->top, play, teller_new(stage, pipe->serial), teller_free);
}

static GstPadProbeReturn tell_flow(GstPad *pad, GstPadProbeInfo *info, void *ctx)
{
  const struct teller *teller = ctx;
  stage_note(teller->stage, (struct note){.kind = NOTE_FLOWS, .serial = teller->serial});
  return GST_PAD_PROBE_REMOVE;
}

void pipe_tell_flow(const struct pipe *pipe, struct stage *stage, const char *name)
{
  GstPad *pad = gst_element_get_static_pad(pipe_part(pipe, name), "sink");
  gst_pad_add_probe(pad, GST_PAD_PROBE_TYPE_BUFFER, tell_flow, teller_new(stage, pipe->serial), teller_free);
  gst_object_unref(pad);
}

// Whether it has come to rest; shared by who waits for that and who may be long in coming.
struct rest {
  GMutex mutex;
  GCond cond;
  bool reached;
};

static void rest_free(void *ctx)
{
  struct rest *rest = ctx;
  g_mutex_clear(&rest->mutex);
  g_cond_clear(&rest->cond);
}

static void rest_unref(void *ctx)
{
  g_atomic_rc_box_release_full(ctx, rest_free);
}

static void stop(GstElement *top, void *ctx)
{
  struct rest *rest = ctx;
  gst_element_set_state(top, GST_STATE_NULL);
  g_mutex_lock(&rest->mutex);
  rest->reached = true;
  g_cond_signal(&rest->cond);
  g_mutex_unlock(&rest->mutex);
  // Nobody waits for what its parts do when they are freed: the device has let go.
  gst_object_unref(top);
}

static bool wait_for(struct rest *rest)
{
  gint64 until = g_get_monotonic_time() + END_PATIENCE;
  g_mutex_lock(&rest->mutex);
  while (!rest->reached && g_cond_wait_until(&rest->cond, &rest->mutex, until))
    ;
  bool reached = rest->reached;
  g_mutex_unlock(&rest->mutex);
  return reached;
}

void pipe_end(struct pipe *pipe)
{
  if (!pipe->top)
    return;
  GstBus *bus = gst_element_get_bus(pipe->top);
  gst_bus_set_sync_handler(bus, NULL, NULL, NULL);
  gst_bus_set_flushing(bus, TRUE);
  gst_object_unref(bus);
  struct rest *rest = g_atomic_rc_box_new0(struct rest);
  g_mutex_init(&rest->mutex);
  g_cond_init(&rest->cond);
  gst_element_call_async(pipe->top, stop, g_atomic_rc_box_acquire(rest), rest_unref);
  if (!wait_for(rest))
    log_warning("call", "a device does not let go; it is left behind");
  rest_unref(rest);
  *pipe = (struct pipe){0};
}
