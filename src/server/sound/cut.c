// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/memory.h"
#include "server/sound/recording.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define FRAME_MS 10
#define FULL 0.999F    // what a converter gives when it can give no more
#define CLIPPED_RUN 3  // so many in a row are no chance
#define MOST_CLIPPED 8 // samples in such runs; fewer nobody hears
#define SILENT_DB (-45.0F)
#define LEAST_OVER_NOISE_DB 20.0F
#define OVER_FLOOR_DB 8.0F   // what is louder than the room by this is said
#define UNDER_VOICE_DB 35.0F // and what is softer than the voice by this is not
#define KEEP_BEFORE_MS 50
#define KEEP_AFTER_MS 100
#define FADE_MS 5

// The loudness of each 10 ms, in dB of full scale.
struct levels {
  size_t size, count; // samples of a frame; frames
  float *db;
  float floor, voice; // of the quietest and the loudest twentieth
};

static size_t clipped_samples(const struct recording *recording)
{
  size_t clipped = 0, run = 0;
  for (size_t i = 0; i <= recording->count; i++) {
    if (i < recording->count && fabsf(recording->at[i]) >= FULL) {
      run++;
    } else {
      clipped += run >= CLIPPED_RUN ? run : 0;
      run = 0;
    }
  }
  return clipped;
}

static int by_level(const void *left, const void *right)
{
  float l = *(const float *)left, r = *(const float *)right;
  return (l > r) - (l < r);
}

static void levels_init(struct levels *levels, const struct recording *recording)
{
  levels->size = (size_t)recording->rate * FRAME_MS / 1000;
  levels->count = recording->count / levels->size;
  levels->db = memory_new((levels->count + 1) * sizeof *levels->db);
  for (size_t frame = 0; frame < levels->count; frame++) {
    const float *at = recording->at + frame * levels->size;
    double sum = 1e-12;
    for (size_t i = 0; i < levels->size; i++)
      sum += (double)at[i] * (double)at[i] / (double)levels->size;
    levels->db[frame] = (float)(10 * log10(sum));
  }
}

static void levels_rank(struct levels *levels)
{
  float *sorted = memory_new((levels->count + 1) * sizeof *sorted);
  memcpy(sorted, levels->db, levels->count * sizeof *sorted);
  qsort(sorted, levels->count, sizeof *sorted, by_level);
  levels->floor = sorted[levels->count / 20];
  levels->voice = sorted[levels->count - 1 - levels->count / 20];
  free(sorted);
}

static enum verdict judge(const struct levels *levels, size_t clipped, struct fault *fault)
{
  float over_noise = levels->voice - levels->floor;
  if (levels->voice < SILENT_DB) {
    fault_set(fault, "nothing is heard: the loudest is %.0f dB, at least %.0f is expected", (double)levels->voice,
              (double)SILENT_DB);
    return VERDICT_SILENT;
  }
  if (clipped > MOST_CLIPPED) {
    fault_set(fault, "it is too loud: %zu samples are cut off, at most %d are taken", clipped, MOST_CLIPPED);
    return VERDICT_CLIPPED;
  }
  if (over_noise < LEAST_OVER_NOISE_DB) {
    fault_set(fault, "the voice is %.0f dB over the noise of the room: at least %.0f are expected", (double)over_noise,
              (double)LEAST_OVER_NOISE_DB);
    return VERDICT_NOISY;
  }
  return VERDICT_GOOD;
}

// What is said, as frames from `first` up to `end`.
static void find_said(const struct levels *levels, size_t *first, size_t *end)
{
  float least = fmaxf(levels->floor + OVER_FLOOR_DB, levels->voice - UNDER_VOICE_DB);
  *first = 0;
  *end = levels->count;
  while (*first < *end && levels->db[*first] < least)
    ++*first;
  while (*end > *first && levels->db[*end - 1] < least)
    --*end;
}

static void fade(struct recording *recording)
{
  size_t length = (size_t)recording->rate * FADE_MS / 1000;
  for (size_t i = 0; i < length && 2 * i < recording->count; i++) {
    float part = (float)i / (float)length;
    recording->at[i] *= part;
    recording->at[recording->count - 1 - i] *= part;
  }
}

static void keep(struct recording *recording, const struct levels *levels, size_t first, size_t end)
{
  size_t before = KEEP_BEFORE_MS / FRAME_MS, after = KEEP_AFTER_MS / FRAME_MS;
  size_t from = (first > before ? first - before : 0) * levels->size, to = (end + after) * levels->size;
  if (to > recording->count)
    to = recording->count;
  memmove(recording->at, recording->at + from, (to - from) * sizeof *recording->at);
  recording->count = to - from;
  fade(recording);
}

static enum verdict cut(struct recording *recording, const struct levels *levels, int least_ms, int most_ms,
                        struct fault *fault)
{
  size_t first, end;
  find_said(levels, &first, &end);
  int ms = (int)(end - first) * FRAME_MS;
  if (ms < least_ms || ms > most_ms) {
    fault_set(fault, "it takes %d ms: %d to %d are expected for this text", ms, least_ms, most_ms);
    return ms < least_ms ? VERDICT_SHORT : VERDICT_LONG;
  }
  keep(recording, levels, first, end);
  return VERDICT_GOOD;
}

enum verdict recording_cut(struct recording *recording, int least_ms, int most_ms, struct fault *fault)
{
  struct levels levels;
  levels_init(&levels, recording);
  enum verdict verdict = VERDICT_SILENT;
  if (levels.count == 0) {
    fault_set(fault, "nothing is heard: it has %zu samples", recording->count);
  } else {
    levels_rank(&levels);
    verdict = judge(&levels, clipped_samples(recording), fault);
  }
  if (verdict == VERDICT_GOOD)
    verdict = cut(recording, &levels, least_ms, most_ms, fault);
  free(levels.db);
  return verdict;
}
