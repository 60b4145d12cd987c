// SPDX-License-Identifier: GPL-3.0-or-later
// One recorded clip: a file of Ogg Opus. Thread: any.
#pragma once

#include "base/fault.h"
#include "base/samples.h"

// The sound, `gain_cb` tenths of a decibel louder, at `rate`. NULL and a fault when the file is missing or damaged.
struct samples *clip_play(const char *path, int gain_cb, int rate, struct fault *fault);
