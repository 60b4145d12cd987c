// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/listen/mel.h"

#include "base/memory.h"

#include <kissfft/kiss_fftr.h>
#include <math.h>
#include <stdlib.h>

#define WINDOW 0.025 // s
#define LOWEST 100.0 // Hz
#define HIGHEST 7000.0
#define SCALE 16.0    // of the powers, so that the noise of 16 bits is about 1
#define EMPHASIS 0.95 // lifts the highs, as a difference of samples at 16 kHz would

struct band {
  int first, count; // lines of the spectrum
  float *weights;
};

struct mel {
  int rate;
  size_t window, size; // samples; of the transform
  kiss_fftr_cfg plan;
  float *shape; // of the window
  float *in;
  kiss_fft_cpx *spectrum;
  struct band bands[MEL_BANDS];
};

static double mel_of(double hz)
{
  return 1127 * log(1 + hz / 700);
}

static double hz_of(double mels)
{
  return 700 * (exp(mels / 1127) - 1);
}

static double emphasis(double hz)
{
  return 1 + EMPHASIS * EMPHASIS - 2 * EMPHASIS * cos(2 * M_PI * hz / 16000);
}

// A triangle from `low` over `middle` to `high`.
static void init_band(struct mel *mel, struct band *band, double low, double middle, double high)
{
  double line = (double)mel->rate / (double)mel->size;
  band->first = (int)ceil(low / line);
  band->count = (int)floor(high / line) - band->first + 1;
  band->weights = memory_new((size_t)band->count * sizeof *band->weights);
  for (int i = 0; i < band->count; i++) {
    double hz = (band->first + i) * line;
    double height = hz <= middle ? (hz - low) / (middle - low) : (high - hz) / (high - middle);
    // Per Hz, so that a longer transform of more lines gives the same power.
    band->weights[i] = (float)(height * emphasis(hz) * line);
  }
}

static void init_window(struct mel *mel)
{
  double power = 0;
  for (size_t i = 0; i < mel->window; i++) {
    mel->shape[i] = (float)(0.54 - 0.46 * cos(2 * M_PI * (double)i / (double)(mel->window - 1)));
    power += mel->shape[i] * mel->shape[i];
  }
  float scale = (float)sqrt(SCALE / (power * mel->rate));
  for (size_t i = 0; i < mel->window; i++)
    mel->shape[i] *= scale;
}

struct mel *mel_new(int rate)
{
  struct mel *mel = memory_new(sizeof *mel);
  mel->rate = rate;
  mel->window = (size_t)(WINDOW * rate);
  for (mel->size = 1; mel->size < mel->window;)
    mel->size *= 2;
  mel->plan = kiss_fftr_alloc((int)mel->size, 0, NULL, NULL);
  if (!mel->plan)
    memory_exhausted();
  mel->shape = memory_new(mel->window * sizeof *mel->shape);
  mel->in = memory_new(mel->size * sizeof *mel->in);
  mel->spectrum = memory_new((mel->size / 2 + 1) * sizeof *mel->spectrum);
  init_window(mel);
  double low = mel_of(LOWEST), step = (mel_of(HIGHEST) - low) / (MEL_BANDS + 1);
  for (int b = 0; b < MEL_BANDS; b++)
    init_band(mel, &mel->bands[b], hz_of(low + b * step), hz_of(low + (b + 1) * step), hz_of(low + (b + 2) * step));
  return mel;
}

void mel_free(struct mel *mel)
{
  if (!mel)
    return;
  for (int b = 0; b < MEL_BANDS; b++)
    free(mel->bands[b].weights);
  kiss_fftr_free(mel->plan);
  free(mel->shape);
  free(mel->in);
  free(mel->spectrum);
  free(mel);
}

size_t mel_window(const struct mel *mel)
{
  return mel->window;
}

size_t mel_begin(const struct mel *mel, size_t frame)
{
  return frame * (size_t)mel->rate / MEL_FRAMES_A_SECOND;
}

void mel_frame(struct mel *mel, const int16_t *at, float out[MEL_BANDS])
{
  for (size_t i = 0; i < mel->window; i++)
    mel->in[i] = at[i] * mel->shape[i];
  kiss_fftr(mel->plan, mel->in, mel->spectrum);
  for (int b = 0; b < MEL_BANDS; b++) {
    const struct band *band = &mel->bands[b];
    const kiss_fft_cpx *line = mel->spectrum + band->first;
    float power = 0;
    for (int i = 0; i < band->count; i++)
      power += band->weights[i] * (line[i].r * line[i].r + line[i].i * line[i].i);
    out[b] = power + 1;
  }
}
