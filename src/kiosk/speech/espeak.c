// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/speech/voice.h"

#include "base/text.h"

#include <espeak-ng/espeak_ng.h>
#include <espeak-ng/speak_lib.h>
#include <stdlib.h>
#include <string.h>

// Below full, so that no syllable is clipped; how loud it is heard is the loudspeaker's to say.
#define LEVEL 70

// "cmn" of espeak-ng 1.51 reads most Chinese characters as English letters: only the pinyin voice will do.
static const struct {
  const char *locale, *voice;
} voices[] = {{"zh_CN", "cmn-latn-pinyin"}, {"zh_HK", "yue"}, {"en", "en"}};

struct saying {
  struct samples *samples;
  bool (*stale)(void *);
  void *stale_ctx;
};

static int take_samples(short *samples, int count, espeak_EVENT *events)
{
  struct saying *saying = events->user_data;
  if (saying->stale(saying->stale_ctx))
    return 1;
  if (samples && count > 0)
    samples_add(saying->samples, samples, (size_t)count);
  return 0;
}

static bool start(void *ctx, struct fault *fault)
{
  // Whole sentences go to memory: synthesis is a thousand times faster than speech, and a device of its own would have
  // to be asked to stop.
  if (espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, NULL, espeakINITIALIZE_DONT_EXIT) <= 0)
    return fault_set(fault, "espeak-ng can't start: its data is missing or damaged (package espeak-ng-data)");
  espeak_SetSynthCallback(take_samples);
  espeak_SetParameter(espeakVOLUME, LEVEL, 0);
  if (espeak_SetVoiceByName(voices[0].voice) != EE_OK)
    return fault_set(fault, "espeak-ng has no voice %s (package espeak-ng-data)", voices[0].voice);
  return true;
}

static void stop(void *ctx)
{
  espeak_Terminate();
}

static const char *voice_of(const char *locale)
{
  for (size_t i = 0; i < sizeof voices / sizeof *voices; i++)
    if (strcmp(voices[i].locale, locale) == 0)
      return voices[i].voice;
  return voices[0].voice;
}

static struct samples *say(void *ctx, const struct sentence *sentence, bool (*stale)(void *), void *stale_ctx,
                           struct fault *fault)
{
  const char *name = voice_of(sentence->locale);
  *fault = (struct fault){0};
  if (espeak_SetVoiceByName(name) != EE_OK && espeak_SetVoiceByName(voices[0].voice) != EE_OK) {
    fault_set(fault, "espeak-ng has no voice %s", name);
    return NULL;
  }
  espeak_SetParameter(espeakRATE, sentence->rate_wpm, 0);
  struct saying saying = {samples_new(espeak_ng_GetSampleRate()), stale, stale_ctx};
  espeak_ERROR error =
      espeak_Synth(sentence->text, strlen(sentence->text) + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, NULL, &saying);
  bool unwanted = stale(stale_ctx);
  if (error == EE_OK && !unwanted)
    return saying.samples;
  if (!unwanted)
    fault_set(fault, "espeak-ng can't say a sentence: error %d", (int)error);
  samples_free(saying.samples);
  return NULL;
}

struct voice voice_espeak(void)
{
  return (struct voice){.start = start, .say = say, .stop = stop};
}
