// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/clip.h"

#include "base/memory.h"
#include "voice/resample.h"

#include <math.h>
#include <opusfile.h>
#include <stdlib.h>

#define OPUS_RATE 48000
#define MOST_SAMPLES (OPUS_RATE * 61)
#define PART 5760 // the longest packet of Opus, in samples

static int16_t louder(float sample, float factor)
{
  float value = roundf(sample * factor * 32767.0F);
  return (int16_t)fmaxf(-32768.0F, fminf(32767.0F, value));
}

// Returns what op_read_float last said: 0 at the end, or why it can't go on.
static int read_all(OggOpusFile *file, float factor, struct samples *out)
{
  float *stereo = memory_new(2 * PART * sizeof *stereo);
  int16_t *part = memory_new(PART * sizeof *part);
  int got;
  while ((got = op_read_float_stereo(file, stereo, 2 * PART)) > 0 && out->count < MOST_SAMPLES) {
    for (int i = 0; i < got; i++)
      part[i] = louder((stereo[2 * i] + stereo[2 * i + 1]) / 2, factor);
    samples_add(out, part, (size_t)got);
  }
  free(stereo);
  free(part);
  return got;
}

struct samples *clip_play(const char *path, int gain_cb, int rate, struct fault *fault)
{
  int error = 0;
  OggOpusFile *file = op_open_file(path, &error);
  if (!file) {
    fault_set(fault, "the recorded clip %.200s is missing or damaged (%d)", path, error);
    return NULL;
  }
  struct samples *samples = samples_new(OPUS_RATE);
  error = read_all(file, powf(10, (float)gain_cb / 200), samples);
  op_free(file);
  if (error == 0 && samples->count > 0)
    return resample(samples, rate);
  fault_set(fault, "the recorded clip %.200s is damaged (%d)", path, error);
  samples_free(samples);
  return NULL;
}
