// SPDX-License-Identifier: GPL-3.0-or-later
// The number of a card, as a reader types it. Kiosk, server and imports all take it by this.
#pragma once

#include "protocol/limits.h"

#include <stdbool.h>

#define CARD_LEAST 4 // fewer characters are no card

// The form that is kept: letters and digits as they were typed, in upper case, without what stands between them.
// False when no reader types that: another character, too few, too many.
bool card_read(const char *text, char out[CARD_SIZE]);
// Whether two numbers are those of one card, each in whatever form it was kept. Ten decimal digits are eight
// hexadecimal ones when these have a letter among them; eight that are all digits may be either, and are only
// themselves. Zeros in front count, and bytes are not turned round: rather unknown than somebody else's.
bool card_same(const char *left, const char *right);
