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

void samples_free(struct samples *samples)
{
  if (samples)
    free(samples->at);
  free(samples);
}
