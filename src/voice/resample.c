// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/resample.h"

#include "base/memory.h"

#include <soxr.h>
#include <stdlib.h>

// Rounding may give a sample more.
#define SPARE 16

static void move_marks(struct samples *from, struct samples *to)
{
  for (int i = 0; i < from->mark_count; i++) {
    const struct sound_mark *mark = &from->marks[i];
    samples_mark(to, mark->sample * (size_t)to->rate / (size_t)from->rate, mark->from, mark->to);
  }
}

struct samples *resample(struct samples *samples, int rate)
{
  if (samples->rate == rate)
    return samples;
  size_t room = samples->count * (size_t)rate / (size_t)samples->rate + SPARE, done = 0;
  struct samples *out = samples_new(rate);
  out->number = samples->number;
  out->at = memory_new(room * sizeof *out->at);
  out->room = room;
  soxr_io_spec_t io = soxr_io_spec(SOXR_INT16_I, SOXR_INT16_I);
  soxr_quality_spec_t quality = soxr_quality_spec(SOXR_MQ, 0);
  // It fails only when there is no memory, or when it was built without what is asked for here.
  if (soxr_oneshot(samples->rate, rate, 1, samples->at, samples->count, NULL, out->at, room, &done, &io, &quality,
                   NULL))
    memory_exhausted();
  out->count = done;
  move_marks(samples, out);
  samples_free(samples);
  return out;
}
