// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/listen/utterance.h"

#include "base/memory.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define QUIET_SHARE 4   // the quietest quarter of the frames is taken for the noise
#define QUIET_BIAS 1.3f // which is louder than its quietest frames
#define FIRST_BAND 2    // bands 2 to 22 tell speech from noise: below is hum, above is hiss
#define LAST_BAND 22
#define SMOOTH 3    // frames to each side
#define LEAST 0.35f // of the mean log ratio to the noise, to be speech
#define SHARE 0.28f // of its peak
#define BEFORE 6    // frames kept around the speech: soft consonants
#define AFTER 8

float utterance_power(uint8_t half_decibels)
{
  return powf(10, (float)half_decibels / 20);
}

static uint8_t half_decibels(float power)
{
  float value = 20 * log10f(power);
  return (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : lrintf(value));
}

static float energy(const float powers[MEL_BANDS])
{
  float sum = 0;
  for (int b = FIRST_BAND; b <= LAST_BAND; b++)
    sum += powers[b];
  return sum;
}

static int compare(const void *left, const void *right)
{
  float l = *(const float *)left, r = *(const float *)right;
  return (l > r) - (l < r);
}

static void measure_noise(const float (*powers)[MEL_BANDS], int count, float noise[MEL_BANDS])
{
  float energies[UTTERANCE_MOST];
  int quiet = 0;
  for (int t = 0; t < count; t++)
    energies[t] = energy(powers[t]);
  qsort(energies, (size_t)count, sizeof *energies, compare);
  float most = energies[count / QUIET_SHARE];
  memset(noise, 0, MEL_BANDS * sizeof *noise);
  for (int t = 0; t < count; t++) {
    if (energy(powers[t]) > most)
      continue;
    quiet++;
    for (int b = 0; b < MEL_BANDS; b++)
      noise[b] += powers[t][b];
  }
  for (int b = 0; b < MEL_BANDS; b++)
    noise[b] *= QUIET_BIAS / (float)quiet;
}

static float mean_log_ratio(const float powers[MEL_BANDS], const float noise[MEL_BANDS])
{
  float sum = 0;
  for (int b = FIRST_BAND; b <= LAST_BAND; b++)
    sum += powers[b] > noise[b] ? logf(powers[b] / noise[b]) : 0;
  return sum / (LAST_BAND - FIRST_BAND + 1);
}

static float smooth(const float *values, int count, int t)
{
  float sum = 0;
  int from = t > SMOOTH ? t - SMOOTH : 0, to = t + SMOOTH < count ? t + SMOOTH : count - 1;
  for (int i = from; i <= to; i++)
    sum += values[i];
  return sum / (float)(to - from + 1);
}

// Returns false when nothing stands out of the noise.
static bool find_speech(const float (*powers)[MEL_BANDS], int count, const float noise[MEL_BANDS], int *begin, int *end)
{
  float ratios[UTTERANCE_MOST], smoothed[UTTERANCE_MOST], peak = 0;
  for (int t = 0; t < count; t++)
    ratios[t] = mean_log_ratio(powers[t], noise);
  for (int t = 0; t < count; t++) {
    smoothed[t] = smooth(ratios, count, t);
    peak = fmaxf(peak, smoothed[t]);
  }
  float least = fmaxf(LEAST, SHARE * peak);
  *begin = *end = -1;
  for (int t = 0; t < count; t++)
    if (smoothed[t] > least) {
      *begin = *begin < 0 ? t : *begin;
      *end = t + 1;
    }
  if (*begin < 0)
    return false;
  *begin = *begin > BEFORE ? *begin - BEFORE : 0;
  *end = *end + AFTER < count ? *end + AFTER : count;
  return true;
}

struct utterance *utterance_empty(int count)
{
  struct utterance *utterance = memory_new(sizeof *utterance);
  utterance->count = count;
  utterance->frames = memory_new((size_t)count * sizeof *utterance->frames);
  return utterance;
}

struct utterance *utterance_at_length(const struct utterance *utterance, int count)
{
  struct utterance *other = utterance_empty(count);
  memcpy(other->noise, utterance->noise, sizeof other->noise);
  other->level = utterance->level;
  float step = count > 1 ? (float)(utterance->count - 1) / (float)(count - 1) : 0;
  for (int t = 0; t < count; t++) {
    int at = (int)((float)t * step), next = at + 1 < utterance->count ? at + 1 : at;
    float part = (float)t * step - (float)at;
    for (int b = 0; b < MEL_BANDS; b++)
      other->frames[t][b] = (uint8_t)(utterance->frames[at][b] * (1 - part) + utterance->frames[next][b] * part + 0.5f);
  }
  return other;
}

// A twentieth at least is taken for speech, however loud the noise.
static float level_of(const float (*powers)[MEL_BANDS], int count, const float noise[MEL_BANDS])
{
  float sum = 0, quiet = 0;
  for (int t = 0; t < count; t++)
    for (int b = 0; b < MEL_BANDS; b++)
      sum += powers[t][b];
  for (int b = 0; b < MEL_BANDS; b++)
    quiet += noise[b];
  float mean = sum / (float)count;
  return fmaxf(mean - quiet, mean / 20);
}

static struct utterance *cut(const float (*powers)[MEL_BANDS], int count, const float noise[MEL_BANDS])
{
  struct utterance *utterance = utterance_empty(count);
  memcpy(utterance->noise, noise, sizeof utterance->noise);
  utterance->level = level_of(powers, count, noise);
  for (int t = 0; t < count; t++)
    for (int b = 0; b < MEL_BANDS; b++)
      utterance->frames[t][b] = half_decibels(powers[t][b]);
  return utterance;
}

struct utterance *utterance_new(const float (*powers)[MEL_BANDS], int count)
{
  float noise[MEL_BANDS];
  int begin, end;
  count = count < UTTERANCE_MOST ? count : UTTERANCE_MOST;
  if (count <= 0)
    return NULL;
  measure_noise(powers, count, noise);
  if (!find_speech(powers, count, noise, &begin, &end))
    return NULL;
  return cut(powers + begin, end - begin, noise);
}

// Where a machine's voice is silent it is wholly silent.
static struct utterance *without_silence(const float (*powers)[MEL_BANDS], int count)
{
  static const float noise[MEL_BANDS];
  float peak = 0;
  int begin = -1, end = 0;
  for (int t = 0; t < count; t++)
    peak = fmaxf(peak, energy(powers[t]));
  for (int t = 0; t < count; t++)
    if (energy(powers[t]) > peak / 1e4f) {
      begin = begin < 0 ? t : begin;
      end = t + 1;
    }
  return begin < 0 || peak < 1e3f ? NULL : cut(powers + begin, end - begin, noise);
}

struct utterance *utterance_of_samples(const struct samples *samples)
{
  struct mel *mel = mel_new(samples->rate);
  float(*powers)[MEL_BANDS] = memory_new(UTTERANCE_MOST * sizeof *powers);
  int count = 0;
  while (count < UTTERANCE_MOST && mel_begin(mel, (size_t)count) + mel_window(mel) <= samples->count) {
    mel_frame(mel, samples->at + mel_begin(mel, (size_t)count), powers[count]);
    count++;
  }
  struct utterance *utterance = without_silence((const float(*)[MEL_BANDS])powers, count);
  free(powers);
  mel_free(mel);
  return utterance;
}

void utterance_free(struct utterance *utterance)
{
  if (utterance)
    free(utterance->frames);
  free(utterance);
}
