// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "kiosk/call/sounds.h"
#include "kiosk/call/source.h"

#define SAMPLES "audio/x-raw,format=S16LE,rate=48000,channels=1,layout=interleaved"
#define MIX_LATENCY "20000000"  // ns: how long the mixer waits for who is late
#define FROM_LATENCY "60000000" // ns: what has come lay in a peer's buffer that long

#define MOST_WAITING "800000000" // ns: LAG_MOST and some; what waits longer is dropped, the oldest first

// Silence keeps it going while nobody speaks, so that the microphone always knows what is played.
static bool describe(void *ctx, bool real, char *out, size_t size, struct fault *fault)
{
  struct loudspeaker *loudspeaker = ctx;
  char sink[SOURCE_ROOM] = "fakesink sync=true";
  char from[CALL_PEERS * 200] = "";
  if (real && !source_loudspeaker(loudspeaker->settings->loudspeaker, sink, sizeof sink, fault))
    return false;
  for (int i = 0, at = 0; i < CALL_PEERS; i++)
    at += g_snprintf(from + at, (gulong)(sizeof from - (size_t)at),
                     " appsrc name=from%d format=time is-live=true min-latency=" FROM_LATENCY " max-time=" MOST_WAITING
                     " leaky-type=downstream caps=\"" SAMPLES "\" ! mix.",
                     i);
  FORMAT_TEXT(loudspeaker->probe, "echo%u", ++loudspeaker->probes);
  return text_format(out, size,
                     "audiotestsrc is-live=true wave=silence samplesperbuffer=480 ! " SAMPLES
                     " ! audiomixer name=mix latency=" MIX_LATENCY " ! " SAMPLES
                     " ! level name=level interval=500000000 ! volume name=volume ! webrtcechoprobe name=%s ! "
                     "audioconvert ! audioresample ! identity name=out ! %s%s",
                     loudspeaker->probe, sink, from) ||
         fault_set(fault, "its description is too long");
}

// The ear hears ratios: the square makes steps sound alike, as with prompts.
static double gain(int percent)
{
  return percent * percent / 10000.0;
}

static void built(void *ctx, const struct pipe *pipe)
{
  struct loudspeaker *loudspeaker = ctx;
  gst_pipeline_set_latency(GST_PIPELINE(pipe->top), SOUNDS_LATENCY);
  g_object_set(pipe_part(pipe, "volume"), "volume", gain(loudspeaker->volume), NULL);
}

static void took(void *ctx, const struct pipe *pipe)
{
  struct loudspeaker *loudspeaker = ctx;
  for (int i = 0; i < CALL_PEERS; i++) {
    char name[12];
    FORMAT_TEXT(name, "from%d", i);
    fan_join(&loudspeaker->device.stage->heard[i], 0, pipe_part(pipe, name));
  }
}

void loudspeaker_init(struct loudspeaker *loudspeaker, struct stage *stage, const struct call_settings *settings)
{
  *loudspeaker = (struct loudspeaker){.settings = settings, .volume = 60};
  loudspeaker->device = (struct media_device){.name = "loudspeaker",
                                              .describe = describe,
                                              .built = built,
                                              .took = took,
                                              .ctx = loudspeaker,
                                              .flows_to = "out",
                                              .stage = stage,
                                              .covered = source_is_none(settings->loudspeaker)};
}

void loudspeaker_set_volume(struct loudspeaker *loudspeaker, int percent)
{
  loudspeaker->volume = percent < 0 ? 0 : percent > 100 ? 100 : percent;
  const struct pipe *pipes[] = {&loudspeaker->device.now, &loudspeaker->device.next};
  for (int i = 0; i < 2; i++)
    if (pipes[i]->top)
      g_object_set(pipe_part(pipes[i], "volume"), "volume", gain(loudspeaker->volume), NULL);
}
