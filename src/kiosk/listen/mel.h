// SPDX-License-Identifier: GPL-3.0-or-later
// Sound as the ear's bands: 100 frames a second of 25 ms, the power in 26 bands of the mel scale from 100 Hz to 7 kHz.
// The bands are the same for every rate of samples, so that what a voice made at 22 050 Hz can be held against what the
// microphone heard at 16 000. Thread: one at a time.
#pragma once

#include <stddef.h>
#include <stdint.h>

#define MEL_BANDS 26
#define MEL_FRAMES_A_SECOND 100

struct mel;

struct mel *mel_new(int rate);            // 16000 or more
void mel_free(struct mel *mel);           // NULL is fine
size_t mel_window(const struct mel *mel); // samples of a frame
// Where the frame number `frame` begins, in samples.
size_t mel_begin(const struct mel *mel, size_t frame);
// The powers of the frame that begins at `at`; 1 is about the noise of 16 bits.
void mel_frame(struct mel *mel, const int16_t *at, float out[MEL_BANDS]);
