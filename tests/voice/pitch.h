// SPDX-License-Identifier: GPL-3.0-or-later
// The pitch of speech in memory, for tests: autocorrelation, frame by frame.
#pragma once

#include "base/samples.h"

#include <stdbool.h>

#define PITCH_POINTS 9

// Hz at PITCH_POINTS equally spaced moments of what is voiced from sample `from` to before `to`; false when less than
// 60 ms of it is.
bool pitch_contour(const struct samples *samples, size_t from, size_t to, double out[PITCH_POINTS]);
