// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/camera.h"

#include "base/text.h"
#include "kiosk/call/drain.h"

#include <gst/video/video.h>

#define OWN_PACE 15 // pictures a second: one sees oneself small
#define FULL_PACE 30
#define SLOW_PACE 20
#define BLACK "videotestsrc is-live=true pattern=black ! video/x-raw,width=320,height=240,framerate=5/1"

static struct size size_of(const struct camera *camera)
{
  if (camera->picture == RATE_SMALL)
    return (struct size){320, 240};
  return (struct size){camera->settings->width, camera->settings->height};
}

static int pace_of(const struct camera *camera)
{
  return camera->picture == RATE_FULL ? FULL_PACE : SLOW_PACE;
}

static bool describe(void *ctx, bool real, char *out, size_t size, struct fault *fault)
{
  struct camera *camera = ctx;
  char source[SOURCE_ROOM] = BLACK;
  struct size wanted = {camera->settings->width, camera->settings->height};
  if (real && !source_camera(camera->settings->camera, wanted, source, sizeof source, fault))
    return false;
  struct size now = size_of(camera);
  return text_format(
             out, size,
             "%s ! videoconvert ! videoscale ! videorate name=pace drop-only=true max-rate=%d ! capsfilter "
             "name=shape caps=video/x-raw,format=I420,width=%d,height=%d,pixel-aspect-ratio=1/1 ! tee name=both "
             "both. ! queue leaky=downstream max-size-buffers=2 max-size-time=0 max-size-bytes=0 ! %s ! "
             "appsink name=out sync=false async=false max-buffers=4 drop=true "
             "both. ! queue leaky=downstream max-size-buffers=1 max-size-time=0 max-size-bytes=0 ! "
             "videorate drop-only=true max-rate=%d ! " DRAIN_SCALE " ! videoflip method=horizontal-flip ! "
             "appsink name=own sync=false async=false max-buffers=1 drop=true",
             source, pace_of(camera), now.width, now.height, camera->codec.encode, OWN_PACE) ||
         fault_set(fault, "its description is too long");
}

static void built(void *ctx, const struct pipe *pipe)
{
  struct camera *camera = ctx;
  struct stage *stage = camera->device.stage;
  codec_set_rate(&camera->codec, pipe_part(pipe, "encoder"), camera->kbit);
  drain_to_fan(stage, &stage->pictures, pipe_part(pipe, "out"), pipe->serial);
  drain_to_gallery(stage, 0, pipe_part(pipe, "own"), pipe->serial);
  drain_set_box(pipe->top, camera->box.width, camera->box.height);
}

static void took(void *ctx, const struct pipe *pipe)
{
  struct camera *camera = ctx;
  struct stage *stage = camera->device.stage;
  fan_follow(&stage->pictures, pipe->serial);
  gallery_follow(&stage->gallery, 0, "", camera->device.real ? pipe->serial : 0);
  camera_key_frame(camera);
}

bool camera_init(struct camera *camera, struct stage *stage, const struct call_settings *settings, struct fault *fault)
{
  *camera = (struct camera){.settings = settings, .kbit = settings->most_kbit, .picture = RATE_FULL};
  camera->device = (struct media_device){.name = "camera",
                                         .describe = describe,
                                         .built = built,
                                         .took = took,
                                         .ctx = camera,
                                         .flows_to = "out",
                                         .stage = stage,
                                         .covered = source_is_none(settings->camera)};
  return codec_choose(&camera->codec, settings->codec, fault);
}

void camera_show(struct camera *camera, struct size box)
{
  camera->box = box;
  if (camera->device.now.top)
    drain_set_box(camera->device.now.top, box.width, box.height);
  if (camera->device.next.top)
    drain_set_box(camera->device.next.top, box.width, box.height);
}

static void shape(const struct camera *camera, const struct pipe *pipe)
{
  struct size size = size_of(camera);
  GstCaps *caps =
      gst_caps_new_simple("video/x-raw", "format", G_TYPE_STRING, "I420", "width", G_TYPE_INT, size.width, "height",
                          G_TYPE_INT, size.height, "pixel-aspect-ratio", GST_TYPE_FRACTION, 1, 1, NULL);
  g_object_set(pipe_part(pipe, "pace"), "max-rate", pace_of(camera), NULL);
  g_object_set(pipe_part(pipe, "shape"), "caps", caps, NULL);
  gst_caps_unref(caps);
}

void camera_set_rate(struct camera *camera, int kbit)
{
  enum rate_picture picture = rate_picture(kbit, camera->settings->most_kbit, camera->picture);
  bool other = picture != camera->picture;
  camera->picture = picture;
  const struct pipe *pipes[] = {&camera->device.now, &camera->device.next};
  for (int i = 0; i < 2; i++) {
    if (pipes[i]->top && kbit != camera->kbit)
      codec_set_rate(&camera->codec, pipe_part(pipes[i], "encoder"), kbit);
    if (pipes[i]->top && other)
      shape(camera, pipes[i]);
  }
  camera->kbit = kbit;
}

void camera_key_frame(struct camera *camera)
{
  GstElement *encoder = pipe_part(&camera->device.now, "encoder");
  GstPad *pad = encoder ? gst_element_get_static_pad(encoder, "src") : NULL;
  if (!pad)
    return;
  gst_pad_send_event(pad, gst_video_event_new_upstream_force_key_unit(GST_CLOCK_TIME_NONE, TRUE, 0));
  gst_object_unref(pad);
}
