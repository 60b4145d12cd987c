// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sound/make_clip.h"

#include "server/sound/loudness.h"
#include "server/sound/opus_file.h"

// Who is in a hurry says a text in a sixth of the time that is allowed for it; less is another text, or a click.
#define HURRY 6
#define LEAST_MS 80

static int least_ms(int most_ms)
{
  int least = most_ms > 2000 ? (most_ms - 2000) / HURRY : 0;
  return least < LEAST_MS ? LEAST_MS : least;
}

static enum verdict finish(const struct recording *recording, struct made_clip *out, struct fault *fault)
{
  struct loudness loudness;
  if (!loudness_measure(recording, &loudness)) {
    fault_set(fault, "it is too soft to be measured");
    return VERDICT_SILENT;
  }
  out->gain_cb = loudness_gain_cb(loudness);
  out->ms = recording_ms(recording);
  return opus_file_write(recording, &out->opus, fault) ? VERDICT_GOOD : VERDICT_UNREADABLE;
}

enum verdict make_clip(const void *bytes, size_t size, int most_ms, struct made_clip *out, struct fault *fault)
{
  struct recording recording;
  *out = (struct made_clip){0};
  enum verdict verdict = recording_read(bytes, size, &recording, fault);
  if (verdict == VERDICT_GOOD)
    verdict = recording_cut(&recording, least_ms(most_ms), most_ms, fault);
  if (verdict == VERDICT_GOOD)
    verdict = finish(&recording, out, fault);
  recording_free(&recording);
  return verdict;
}
