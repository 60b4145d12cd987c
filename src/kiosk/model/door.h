// SPDX-License-Identifier: GPL-3.0-or-later
// Which screen may be opened from which; the others are reached by what is done.
#pragma once

#include "kiosk/model/screen.h"

#include <stdint.h>

// A set of screens.
#define ON(screen) (UINT64_C(1) << (screen))

// Those from which it may be opened.
uint64_t door_from(enum screen screen);
