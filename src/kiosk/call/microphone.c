// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "kiosk/call/drain.h"
#include "kiosk/call/sounds.h"
#include "kiosk/call/source.h"

#define SAMPLES "audio/x-raw,format=S16LE,rate=48000,channels=1,layout=interleaved"
#define SILENCE "audiotestsrc is-live=true wave=silence samplesperbuffer=480"

// What is made up has no echo, and a tone would be taken for noise. A microphone behind the curtain has none either.
static bool wants_cleaning(const struct microphone *microphone, bool real)
{
  return real && !source_is_made(microphone->settings->microphone) && *microphone->loudspeaker->probe;
}

static bool describe(void *ctx, bool real, char *out, size_t size, struct fault *fault)
{
  struct microphone *microphone = ctx;
  char source[SOURCE_ROOM] = SILENCE;
  char clean[200] = "";
  if (real && !source_microphone(microphone->settings->microphone, source, sizeof source, fault))
    return false;
  if (wants_cleaning(microphone, real))
    FORMAT_TEXT(clean,
                "webrtcdsp probe=%s echo-cancel=true delay-agnostic=true extended-filter=true noise-suppression=true "
                "gain-control=true ! ",
                microphone->loudspeaker->probe);
  return text_format(out, size,
                     "%s ! audioconvert ! audioresample ! " SAMPLES " ! %slevel name=level interval=500000000 ! "
                     "volume name=mute ! queue leaky=downstream max-size-time=100000000 max-size-buffers=0 "
                     "max-size-bytes=0 ! opusenc bitrate=32000 audio-type=voice frame-size=20 inband-fec=true "
                     "packet-loss-percentage=10 ! appsink name=out sync=false async=false max-buffers=10 drop=true",
                     source, clean) ||
         fault_set(fault, "its description is too long");
}

static void built(void *ctx, const struct pipe *pipe)
{
  struct microphone *microphone = ctx;
  struct stage *stage = microphone->device.stage;
  g_object_set(pipe_part(pipe, "mute"), "mute", microphone->muted, NULL);
  drain_to_fan(stage, &stage->sounds, pipe_part(pipe, "out"), pipe->serial);
}

static void took(void *ctx, const struct pipe *pipe)
{
  struct microphone *microphone = ctx;
  fan_follow(&microphone->device.stage->sounds, pipe->serial);
}

void microphone_init(struct microphone *microphone, struct stage *stage, const struct call_settings *settings,
                     const struct loudspeaker *loudspeaker)
{
  *microphone = (struct microphone){.settings = settings, .loudspeaker = loudspeaker};
  microphone->device = (struct media_device){.name = "microphone",
                                             .describe = describe,
                                             .built = built,
                                             .took = took,
                                             .ctx = microphone,
                                             .flows_to = "out",
                                             .stage = stage,
                                             .covered = source_is_none(settings->microphone)};
}

void microphone_mute(struct microphone *microphone, bool mute)
{
  microphone->muted = mute;
  const struct pipe *pipes[] = {&microphone->device.now, &microphone->device.next};
  for (int i = 0; i < 2; i++)
    if (pipes[i]->top)
      g_object_set(pipe_part(pipes[i], "mute"), "mute", mute, NULL);
}
