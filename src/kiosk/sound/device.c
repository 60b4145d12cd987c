// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/sound/device.h"

#include "base/log.h"
#include "base/text.h"

#include <alsa/asoundlib.h>
#include <errno.h>
#include <jack/jack.h>
#include <portaudio.h>

#define LATENCY 0.04 // s between the callback and the ear

// PortAudio tries every way to a loudspeaker, and each says on standard error that it is not the one.
static void swallow_alsa(const char *file, int line, const char *function, int error, const char *format, ...)
{
}

static void swallow_jack(const char *text)
{
}

static int fill(const void *in, void *out, unsigned long count, const PaStreamCallbackTimeInfo *time,
                PaStreamCallbackFlags flags, void *ctx)
{
  struct device *device = ctx;
  mixer_fill(device->mixer, out, count);
  return paContinue;
}

static void ended(void *ctx)
{
  struct device *device = ctx;
  if (!atomic_load(&device->asked))
    atomic_store(&device->broke, true);
  device->mixer->notice(device->mixer->notice_ctx);
}

// PortAudio asks every plugin of ALSA, which takes 40 ms and leaks some kB each time when there is no card; asking
// for the usual one takes a tenth of a millisecond.
static bool is_there(void)
{
  snd_pcm_t *pcm;
  int error = snd_pcm_open(&pcm, "default", SND_PCM_STREAM_PLAYBACK, SND_PCM_NONBLOCK);
  if (error == 0)
    snd_pcm_close(pcm);
  return error == 0 || error == -EBUSY;
}

static bool begin(struct fault *fault)
{
  snd_lib_error_set_handler(swallow_alsa);
  if (!is_there())
    return fault_set(fault, "there is no loudspeaker");
  jack_set_error_function(swallow_jack);
  jack_set_info_function(swallow_jack);
  PaError error = Pa_Initialize();
  return error == paNoError || fault_set(fault, "PortAudio can't start: %s", Pa_GetErrorText(error));
}

static bool open_stream(struct device *device, struct fault *fault)
{
  PaStreamParameters out = {
      .device = Pa_GetDefaultOutputDevice(), .channelCount = 1, .sampleFormat = paInt16, .suggestedLatency = LATENCY};
  if (out.device == paNoDevice)
    return fault_set(fault, "there is no loudspeaker");
  PaError error =
      Pa_OpenStream(&device->stream, NULL, &out, SOUND_RATE, paFramesPerBufferUnspecified, paNoFlag, fill, device);
  if (error != paNoError) {
    device->stream = NULL;
    return fault_set(fault, "the loudspeaker %s can't be opened: %s", Pa_GetDeviceInfo(out.device)->name,
                     Pa_GetErrorText(error));
  }
  Pa_SetStreamFinishedCallback(device->stream, ended);
  log_info("sound", "the loudspeaker is %s", Pa_GetDeviceInfo(out.device)->name);
  return true;
}

bool device_open(struct device *device, struct mixer *mixer, struct fault *fault)
{
  device->mixer = mixer;
  device->stream = NULL;
  device->runs = false;
  atomic_store(&device->asked, false);
  atomic_store(&device->broke, false);
  if (!begin(fault))
    return false;
  if (open_stream(device, fault))
    return true;
  Pa_Terminate();
  return false;
}

bool device_run(struct device *device, struct fault *fault)
{
  if (device->runs)
    return true;
  atomic_store(&device->asked, false);
  PaError error = Pa_StartStream(device->stream);
  device->runs = error == paNoError;
  return device->runs || fault_set(fault, "the loudspeaker can't play: %s", Pa_GetErrorText(error));
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
  Pa_Terminate();
  device->stream = NULL;
  device->runs = false;
}
