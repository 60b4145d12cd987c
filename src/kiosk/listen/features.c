// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/listen/features.h"

#include <math.h>
#include <string.h>

#define CEPSTRA 12
#define VALUES (CEPSTRA + 1) // and the energy
#define LIFTER 22            // the middle cepstra tell most
#define SLOPE_WEIGHT 2.0f
#define SLOPE_REACH 2   // frames to each side
#define NOISE_BIAS 1.3f // utterance.c's: what it added is taken off before noise is exchanged

void cosines_init(struct cosines *cosines)
{
  for (int i = 0; i < CEPSTRA; i++) {
    double lift = (1 + LIFTER / 2.0 * sin(M_PI * (i + 1) / LIFTER)) / 6;
    for (int b = 0; b < MEL_BANDS; b++)
      cosines->of[i][b] = (float)(sqrt(2.0 / MEL_BANDS) * cos(M_PI * (i + 1) * (b + 0.5) / MEL_BANDS) * lift);
  }
  for (int i = 0; i < 256; i++)
    cosines->powers[i] = utterance_power((uint8_t)i);
}

// Powers of a frame as they are or, of a template, in the noise of `heard`.
static void powers_of(const struct cosines *cosines, const struct utterance *utterance, int t,
                      const struct utterance *heard, float out[MEL_BANDS])
{
  float gain = heard ? heard->level / utterance->level : 1;
  for (int b = 0; b < MEL_BANDS; b++) {
    out[b] = cosines->powers[utterance->frames[t][b]];
    if (heard) {
      float speech = out[b] - utterance->noise[b] / NOISE_BIAS;
      out[b] = (speech > 0 ? speech : 0) * gain + heard->noise[b] + 1;
    }
  }
}

static void cepstra_of(const struct cosines *cosines, const float powers[MEL_BANDS], float out[VALUES])
{
  float logs[MEL_BANDS], energy = 0;
  for (int b = 0; b < MEL_BANDS; b++) {
    energy += powers[b];
    logs[b] = logf(powers[b]);
  }
  for (int i = 0; i < CEPSTRA; i++) {
    out[i] = 0;
    for (int b = 0; b < MEL_BANDS; b++)
      out[i] += cosines->of[i][b] * logs[b];
  }
  out[CEPSTRA] = logf(energy);
}

static void spread_of(float (*values)[VALUES], int count, float mean[VALUES], float spread[VALUES])
{
  for (int i = 0; i < VALUES; i++) {
    double sum = 0, squares = 0;
    for (int t = 0; t < count; t++) {
      sum += values[t][i];
      squares += values[t][i] * values[t][i];
    }
    mean[i] = (float)(sum / count);
    spread[i] = sqrtf((float)(squares / count) - mean[i] * mean[i] + 1e-3f);
  }
}

static float slope_of(float (*values)[VALUES], int count, int t, int i)
{
  float sum = 0;
  for (int k = 1; k <= SLOPE_REACH; k++) {
    int after = t + k < count ? t + k : count - 1, before = t > k ? t - k : 0;
    sum += (float)k * (values[after][i] - values[before][i]);
  }
  return sum / 10;
}

void features_of(const struct cosines *cosines, const struct utterance *utterance, const struct utterance *heard,
                 struct feature *out)
{
  float values[UTTERANCE_MOST][VALUES], mean[VALUES], spread[VALUES];
  int count = utterance->count;
  for (int t = 0; t < count; t++) {
    float powers[MEL_BANDS];
    powers_of(cosines, utterance, t, heard, powers);
    cepstra_of(cosines, powers, values[t]);
  }
  spread_of(values, count, mean, spread);
  for (int t = 0; t < count; t++) {
    float flat[FEATURE_VECTORS * 4] = {0};
    for (int i = 0; i < CEPSTRA; i++)
      flat[i] = (values[t][i] - mean[i]) / spread[i];
    for (int i = 0; i < VALUES; i++)
      flat[CEPSTRA + i] = SLOPE_WEIGHT * slope_of(values, count, t, i) / spread[i];
    memcpy(&out[t], flat, sizeof flat);
  }
}
