// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody has said into a microphone, as it comes in a file: read, looked at, and cut to what is said. Thread:
// any.
#pragma once

#include "base/fault.h"

#include <stdbool.h>
#include <stddef.h>

#define MOST_RECORDING_MS 60000

// Mono, -1 to 1. Owned; recording_free gives it back.
struct recording {
  int rate; // Hz
  size_t count;
  float *at;
};

// Why a recording is not taken; each has words for the speaker on the desk page.
enum verdict {
  VERDICT_GOOD,
  VERDICT_UNREADABLE, // "sound_unreadable"  no WAV, FLAC or Ogg of a length and kind that is taken
  VERDICT_SILENT,     // "sound_silent"      nothing is heard
  VERDICT_CLIPPED,    // "sound_clipped"     too close, too loud: peaks are cut off
  VERDICT_NOISY,      // "sound_noisy"       the room is nearly as loud as the voice
  VERDICT_SHORT,      // "sound_short"       the text can't have been said in this
  VERDICT_LONG,       // "sound_long"
  VERDICTS
};
const char *verdict_code(enum verdict verdict); // "" for VERDICT_GOOD

// WAV, FLAC, Ogg Vorbis or Ogg Opus, one or two channels, at most a minute. `recording` is good for recording_free
// whatever the verdict.
enum verdict recording_read(const void *bytes, size_t size, struct recording *recording, struct fault *fault);
void recording_free(struct recording *recording);

// Says whether it can be used, and cuts the silence at both ends; a breath of it is left. The fault has the figures.
enum verdict recording_cut(struct recording *recording, int least_ms, int most_ms, struct fault *fault);
int recording_ms(const struct recording *recording);
