// SPDX-License-Identifier: GPL-3.0-or-later
// A recording as Ogg Opus. Thread: any.
#pragma once

#include "base/text.h"
#include "server/sound/recording.h"

#define OPUS_BITRATE 32000

// Appends the file to `out`.
bool opus_file_write(const struct recording *recording, struct buffer *out, struct fault *fault);
