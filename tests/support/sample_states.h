// SPDX-License-Identifier: GPL-3.0-or-later
// A kiosk at every screen, and at each of its moods, reached by reports as a person would reach it.
#pragma once

#include "player.h"

int sample_state_count(void);
const char *sample_state_name(int state); // "dishes.chosen"
// Starts the player and brings it there. `set` is how the screen is to look and sound: locale, text size, theme.
void sample_state_play(int state, const struct kept_settings *set, struct player *player);
