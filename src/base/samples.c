// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/samples.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct samples *samples_new(int rate)
{
  struct samples *samples = memory_new(sizeof *samples);
  samples->rate = rate;
  return samples;
}

void samples_add(struct samples *samples, const int16_t *at, size_t count)
{
  if (samples->count + count > samples->room) {
    samples->room = (samples->count + count) * 2;
    samples->at = memory_resize(samples->at, samples->room * sizeof *at);
  }
  if (count > 0)
    memcpy(samples->at + samples->count, at, count * sizeof *at);
  samples->count += count;
}

void samples_mark(struct samples *samples, size_t sample, size_t from, size_t to)
{
  const struct sound_mark *last = samples->mark_count ? &samples->marks[samples->mark_count - 1] : NULL;
  if (last && last->from == from && last->to == to)
    return;
  if (samples->mark_count == samples->mark_room) {
    samples->mark_room = samples->mark_room * 2 + 16;
    samples->marks = memory_resize(samples->marks, (size_t)samples->mark_room * sizeof *samples->marks);
  }
  samples->marks[samples->mark_count++] = (struct sound_mark){sample, from, to};
}

void samples_free(struct samples *samples)
{
  if (!samples)
    return;
  free(samples->at);
  free(samples->marks);
  free(samples);
}
