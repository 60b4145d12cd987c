// SPDX-License-Identifier: GPL-3.0-or-later
// Samples as the bytes of a WAV file. Thread: any.
#pragma once

#include "base/fault.h"
#include "base/samples.h"
#include "base/text.h"

bool wav_write(const struct samples *samples, struct buffer *wav, struct fault *fault);
