// SPDX-License-Identifier: GPL-3.0-or-later
// When to try again. The longest pause and the time a connection may take to come about (RETRY_CONNECT) together stay
// under 10 s: that is how soon after the network is back all goes on.
#pragma once

#include "base/clock.h"

#include <stdint.h>

#define RETRY_FIRST ((anban_ms)500)
#define RETRY_LONGEST (5 * MS_SECOND)
#define RETRY_CONNECT (4 * MS_SECOND)

struct retry {
  anban_ms due; // steady; 0: at once
  int failures; // in a row
};

void retry_reset(struct retry *retry); // it worked, or there is a new reason to try
// Doubles the pause; `random` shortens it by up to a half, so that a hundred kiosks do not come at the same moment.
void retry_failed(struct retry *retry, anban_ms now, uint32_t random);
