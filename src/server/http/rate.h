// SPDX-License-Identifier: GPL-3.0-or-later
// How often somebody may ask: the generic cell rate algorithm, one number of memory for each who asks. Pure.
#pragma once

#include "base/clock.h"

#include <stdbool.h>

struct rate;

// On average one in `interval_us`, `burst` at once. Remembers some thousands who ask; beyond that a new one shares the
// allowance of the quietest, so that nobody gains by coming under many names.
struct rate *rate_new(int64_t interval_us, int burst);
void rate_free(struct rate *rate);
// Whether `who` may ask once more at `now` (steady). When not, `*wait` says how long until then.
bool rate_take(struct rate *rate, const char *who, anban_ms now, anban_ms *wait);
