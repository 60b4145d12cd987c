// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/call/source.h"

#include "base/text.h"

#include <glob.h>
#include <gst/gst.h>
#include <stdlib.h>
#include <string.h>

#define TEST "test:"
#define OWN "gst:"

static const char *after(const char *setting, const char *head)
{
  size_t length = strlen(head);
  return strncmp(setting, head, length) == 0 ? setting + length : NULL;
}

bool source_is_none(const char *setting)
{
  return strcmp(setting, "none") == 0;
}

bool source_is_made(const char *setting)
{
  return after(setting, TEST) || after(setting, OWN);
}

// A name is written into a description: nothing in it may end there.
static bool is_plain(const char *name)
{
  return !strpbrk(name, "\"\\ !");
}

static bool test_camera(const char *name, struct size size, char *out, size_t room, struct fault *fault)
{
  static const char *const pictures[][2] = {
      {"bars", "pattern=smpte75 horizontal-speed=4"},
      {"flash", "pattern=ball motion=sweep animation-mode=running-time flip=true"},
  };
  for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++)
    if (strcmp(pictures[i][0], name) == 0)
      return text_format(out, room, "videotestsrc is-live=true %s ! video/x-raw,width=%d,height=%d,framerate=30/1",
                         pictures[i][1], size.width, size.height);
  return fault_set(fault, "there is no picture test:%.40s; there are test:bars and test:flash", name);
}

// The first that takes pictures; the list also has what only plays them.
static bool first_camera(char *out, size_t room)
{
  GstDeviceMonitor *monitor = gst_device_monitor_new();
  gst_device_monitor_add_filter(monitor, "Video/Source", NULL);
  GList *found = gst_device_monitor_get_devices(monitor);
  bool any = false;
  for (GList *at = found; at && !any; at = at->next) {
    GstStructure *properties = gst_device_get_properties(at->data);
    const char *path = properties ? gst_structure_get_string(properties, "device.path") : NULL;
    any = path && is_plain(path) && text_copy(out, room, path);
    if (properties)
      gst_structure_free(properties);
  }
  g_list_free_full(found, gst_object_unref);
  gst_object_unref(monitor);
  return any;
}

// Asking for cameras takes a while when there are none; looking for their files doesn't.
static bool any_camera(void)
{
  glob_t files = {0};
  bool any = glob("/dev/video*", 0, NULL, &files) == 0;
  globfree(&files);
  return any;
}

// Large pictures come fast only as JPEG over USB, small ones better raw.
static bool video_device(const char *path, struct size size, char *out, size_t room)
{
  char raw[80];
  char jpeg[80];
  bool large = size.height > 480;
  FORMAT_TEXT(raw, "video/x-raw,width=%d,height=%d", size.width, size.height);
  FORMAT_TEXT(jpeg, "image/jpeg,width=%d,height=%d", size.width, size.height);
  return text_format(out, room, "v4l2src device=%s ! capsfilter caps=\"%s;%s;video/x-raw;image/jpeg\" ! decodebin",
                     path, large ? jpeg : raw, large ? raw : jpeg);
}

bool source_camera(const char *setting, struct size size, char *out, size_t room, struct fault *fault)
{
  char path[200];
  if (after(setting, OWN))
    return text_copy(out, room, after(setting, OWN));
  if (after(setting, TEST))
    return test_camera(after(setting, TEST), size, out, room, fault);
  if (*setting && !is_plain(setting))
    return fault_set(fault, "[call] camera = %s is not the path of a device", setting);
  if (!*setting && (!any_camera() || !first_camera(path, sizeof path)))
    return fault_set(fault, "there is none");
  return video_device(*setting ? setting : path, size, out, room);
}

static bool test_microphone(const char *name, char *out, size_t room, struct fault *fault)
{
  char *end;
  long pitch = strtol(name, &end, 10);
  if (strcmp(name, "ticks") == 0)
    return text_copy(out, room, "audiotestsrc is-live=true wave=ticks samplesperbuffer=480");
  if (*name && !*end && pitch >= 20 && pitch <= 20000)
    return text_format(out, room, "audiotestsrc is-live=true wave=sine volume=0.3 samplesperbuffer=480 freq=%ld",
                       pitch);
  return fault_set(fault, "there is no sound test:%.40s; there are test:ticks and test:HERTZ", name);
}

// A sound server that runs is asked, else ALSA: of the two only the server lets others play too.
static bool sound_server(void)
{
  const char *server = getenv("PULSE_SERVER");
  const char *runtime = getenv("XDG_RUNTIME_DIR");
  char path[300];
  if (server && *server)
    return true;
  FORMAT_TEXT(path, "%s/pulse/native", runtime ? runtime : "/run/user/none");
  return g_file_test(path, G_FILE_TEST_EXISTS) || g_file_test("/run/pulse/native", G_FILE_TEST_EXISTS);
}

#define SHORT_BUFFERS "buffer-time=20000 latency-time=10000"

static bool sound_device(const char *name, const char *end, const char *more, char *out, size_t room)
{
  char device[160] = "";
  if (*name)
    FORMAT_TEXT(device, "device=\"%s\"", name);
  return text_format(out, room, "%s%s " SHORT_BUFFERS " %s %s", sound_server() ? "pulse" : "alsa", end, device, more);
}

bool source_microphone(const char *setting, char *out, size_t room, struct fault *fault)
{
  if (after(setting, OWN))
    return text_copy(out, room, after(setting, OWN));
  if (after(setting, TEST))
    return test_microphone(after(setting, TEST), out, room, fault);
  if (!is_plain(setting))
    return fault_set(fault, "[call] microphone = %s is not the name of a device", setting);
  return sound_device(setting, "src", "do-timestamp=true", out, room);
}

bool source_loudspeaker(const char *setting, char *out, size_t room, struct fault *fault)
{
  if (after(setting, OWN))
    return text_copy(out, room, after(setting, OWN));
  if (!is_plain(setting))
    return fault_set(fault, "[call] loudspeaker = %s is not the name of a device", setting);
  return sound_device(setting, "sink", "", out, room);
}
