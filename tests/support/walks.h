// SPDX-License-Identifier: GPL-3.0-or-later
// The ways to the sample states: each brings a kiosk at rest to a screen, as a person would.
#pragma once

#include "player.h"

#define STATE(name, walk) void walk_##walk(struct player *player);
#include "sample_states.def"
#undef STATE
