// SPDX-License-Identifier: GPL-3.0-or-later
// Samples as the bytes of a WAV file. Thread: any.
#pragma once

#include "base/fault.h"
#include "base/samples.h"
#include "base/text.h"

// Of several channels the mean. NULL and a fault when it is no WAV, or one that can't be read.
struct samples *wav_read(const struct buffer *wav, struct fault *fault);
// Bytes that are samples already: 16 bit, little-endian, mono.
struct samples *wav_of_pcm(const struct buffer *pcm, int rate);
bool wav_write(const struct samples *samples, struct buffer *wav, struct fault *fault);
