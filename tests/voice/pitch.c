// SPDX-License-Identifier: GPL-3.0-or-later
#include "pitch.h"

#include <math.h>

#define LOWEST_HZ 60
#define HIGHEST_HZ 300
#define FRAME_S 0.040
#define STEP_S 0.010
#define STRIDE 2   // every second sample does for pitch
#define VOICED 0.6 // of a perfect likeness to itself one period later
#define MOST_FRAMES 400

static double likeness(const int16_t *at, int length, int lag)
{
  double both = 0, here = 1, there = 1;
  for (int i = 0; i + lag < length; i += STRIDE) {
    both += (double)at[i] * at[i + lag];
    here += (double)at[i] * at[i];
    there += (double)at[i + lag] * at[i + lag];
  }
  return both / sqrt(here * there);
}

// Hz of a frame, 0 when it is not voiced. Of lags that are nearly as good the shortest is the period.
static double frame_pitch(const int16_t *at, int length, int rate)
{
  int shortest = rate / HIGHEST_HZ, longest = rate / LOWEST_HZ;
  double like[2048], best = 0;
  for (int lag = shortest - 1; lag <= longest + 1; lag++) {
    like[lag] = likeness(at, length, lag);
    best = like[lag] > best ? like[lag] : best;
  }
  if (best < VOICED)
    return 0;
  for (int lag = shortest; lag <= longest; lag++) {
    double before = like[lag - 1], here = like[lag], after = like[lag + 1];
    if (here > 0.92 * best && here >= before && here >= after) {
      double bend = before - 2 * here + after;
      return rate / (lag + (bend < 0 ? (before - after) / (2 * bend) : 0));
    }
  }
  return 0;
}

static double loudness(const int16_t *at, int length)
{
  double sum = 0;
  for (int i = 0; i < length; i++)
    sum += (double)at[i] * at[i];
  return sqrt(sum / length);
}

bool pitch_contour(const struct samples *samples, size_t from, size_t to, double out[PITCH_POINTS])
{
  int frame = (int)(FRAME_S * samples->rate), step = (int)(STEP_S * samples->rate), count = 0;
  double hz[MOST_FRAMES], loud[MOST_FRAMES], loudest = 0;
  for (size_t at = from; at + (size_t)frame <= to && count < MOST_FRAMES; at += (size_t)step, count++) {
    hz[count] = frame_pitch(samples->at + at, frame, samples->rate);
    loud[count] = loudness(samples->at + at, frame);
    loudest = loud[count] > loudest ? loud[count] : loudest;
  }
  int first = 0, last = count - 1;
  while (first < count && (hz[first] == 0 || loud[first] < 0.2 * loudest))
    first++;
  while (last > first && (hz[last] == 0 || loud[last] < 0.2 * loudest))
    last--;
  if ((last - first) * STEP_S < 0.060)
    return false;
  for (int i = 0; i < PITCH_POINTS; i++) {
    int at = first + (int)lrint((last - first) * (i + 0.5) / PITCH_POINTS);
    while (at < last && hz[at] == 0)
      at++;
    out[i] = hz[at];
  }
  return true;
}
