// SPDX-License-Identifier: GPL-3.0-or-later
// Clips one after the other, as one sentence. Pure; thread: any.
#pragma once

#include "base/samples.h"
#include "voice/cover.h"
#include "voice/rewrite.h"

// Appends the clip that is heard at the joint: after a breath where there is punctuation since `before` (where the
// joint before ended), else without one. Marks are spread over it, as bytes of the source of `words`.
void join_clip(struct samples *out, const struct samples *clip, const struct rewrite *words, const struct joint *joint,
               size_t before);
