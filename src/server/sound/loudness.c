// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sound/loudness.h"

#include "base/memory.h"

#include <ebur128.h>
#include <math.h>

// The gate of R 128 looks at blocks of 400 ms: what is shorter is heard over and over until it is this long.
#define LEAST_MS 400
#define LOOPED_MS 3000
// Opus moves peaks by some tenths of a decibel.
#define CODEC_DB 0.4

bool loudness_measure(const struct recording *recording, struct loudness *out)
{
  ebur128_state *state = ebur128_init(1, (unsigned long)recording->rate, EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK);
  if (!state)
    memory_exhausted();
  int ms = recording_ms(recording), times = ms > 0 && ms < LEAST_MS ? LOOPED_MS / ms : 1;
  double peak = 0;
  for (int i = 0; i < times; i++)
    ebur128_add_frames_float(state, recording->at, recording->count);
  bool ok = ebur128_loudness_global(state, &out->lufs) == EBUR128_SUCCESS && isfinite(out->lufs) &&
            ebur128_true_peak(state, 0, &peak) == EBUR128_SUCCESS && peak > 0;
  out->peak_db = ok ? 20 * log10(peak) : 0;
  ebur128_destroy(&state);
  return ok;
}

int loudness_gain_cb(struct loudness loudness)
{
  double gain = fmin(TARGET_LUFS - loudness.lufs, MOST_PEAK_DB - CODEC_DB - loudness.peak_db);
  return (int)floor(gain * 10);
}
