// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/sound/device.h"

#include "base/log.h"

#include <alsa/asoundlib.h>
#include <jack/jack.h>
#include <portaudio.h>
#include <string.h>

#define LATENCY 0.04                // s between the callback and the ear
#define STUCK_AFTER (2 * MS_SECOND) // without a callback

// PortAudio tries every way to a loudspeaker, and each says on standard error that it is not the one.
static void swallow_alsa(const char *file, int line, const char *function, int error, const char *format, ...)
{
}

static void swallow_jack(const char *text)
{
}

void devices_quiet(void)
{
  snd_lib_error_set_handler(swallow_alsa);
  jack_set_error_function(swallow_jack);
  jack_set_info_function(swallow_jack);
}

bool devices_begin(struct fault *fault)
{
  PaError error = Pa_Initialize();
  return error == paNoError || fault_set(fault, "PortAudio can't start: %s", Pa_GetErrorText(error));
}

void devices_end(void)
{
  Pa_Terminate();
}

static const char *what(const struct device *device)
{
  return device->is_input ? "microphone" : "loudspeaker";
}

bool device_missing(const struct device *device, struct fault *fault)
{
  return *device->wanted ? fault_set(fault, "there is no %s that has %s in its name", what(device), device->wanted)
                         : fault_set(fault, "there is no %s", what(device));
}

static bool fits(const struct device *device, PaDeviceIndex index)
{
  const PaDeviceInfo *info = Pa_GetDeviceInfo(index);
  int channels = device->is_input ? info->maxInputChannels : info->maxOutputChannels;
  return channels > 0 && strcasestr(info->name, device->wanted);
}

bool device_find(struct device *device, struct fault *fault)
{
  device->index = device->is_input ? Pa_GetDefaultInputDevice() : Pa_GetDefaultOutputDevice();
  if (!*device->wanted)
    return device->index >= 0 || device_missing(device, fault);
  for (device->index = Pa_GetDeviceCount() - 1; device->index >= 0 && !fits(device, device->index);)
    device->index--;
  return device->index >= 0 || device_missing(device, fault);
}

static int call(const void *in, void *out, unsigned long count, const PaStreamCallbackTimeInfo *time,
                PaStreamCallbackFlags flags, void *ctx)
{
  struct device *device = ctx;
  device->move(device->ctx, in, out, count);
  atomic_fetch_add_explicit(&device->calls, 1, memory_order_relaxed);
  return paContinue;
}

static void ended(void *ctx)
{
  struct device *device = ctx;
  if (!atomic_load(&device->asked))
    atomic_store(&device->broke, true);
  device->notice(device->notice_ctx);
}

bool device_open(struct device *device, struct fault *fault)
{
  if (device->stream)
    return true;
  PaStreamParameters side = {
      .device = device->index, .channelCount = 1, .sampleFormat = paInt16, .suggestedLatency = LATENCY};
  const char *name = Pa_GetDeviceInfo(device->index)->name;
  atomic_store(&device->asked, false);
  atomic_store(&device->broke, false);
  PaError error = Pa_OpenStream(&device->stream, device->is_input ? &side : NULL, device->is_input ? NULL : &side,
                                device->rate, paFramesPerBufferUnspecified, paNoFlag, call, device);
  if (error != paNoError) {
    device->stream = NULL;
    return fault_set(fault, "the %s %s can't be opened: %s", what(device), name, Pa_GetErrorText(error));
  }
  Pa_SetStreamFinishedCallback(device->stream, ended);
  const PaStreamInfo *info = Pa_GetStreamInfo(device->stream);
  device->latency = device->is_input ? info->inputLatency : info->outputLatency;
  log_debug("sound", "the %s is %s", what(device), name);
  return true;
}

bool device_run(struct device *device, anban_ms now, struct fault *fault)
{
  if (device->runs)
    return true;
  atomic_store(&device->asked, false);
  PaError error = Pa_StartStream(device->stream);
  device->runs = error == paNoError;
  device->moved_at = now;
  return device->runs || fault_set(fault, "the %s can't run: %s", what(device), Pa_GetErrorText(error));
}

void device_rest(struct device *device)
{
  if (!device->runs)
    return;
  atomic_store(&device->asked, true);
  Pa_StopStream(device->stream);
  device->runs = false;
}

void device_close(struct device *device)
{
  if (!device->stream)
    return;
  atomic_store(&device->asked, true);
  if (device->runs)
    Pa_AbortStream(device->stream);
  Pa_CloseStream(device->stream);
  device->stream = NULL;
  device->runs = false;
}

bool device_is_lost(struct device *device, anban_ms now)
{
  if (!device->stream)
    return false;
  unsigned calls = atomic_load_explicit(&device->calls, memory_order_relaxed);
  if (calls != device->seen || !device->runs)
    device->moved_at = now;
  device->seen = calls;
  return atomic_load(&device->broke) || now - device->moved_at >= STUCK_AFTER;
}
