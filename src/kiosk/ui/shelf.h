// SPDX-License-Identifier: GPL-3.0-or-later
// Today's dishes on the resting screen, to be looked at, not touched: all items of the page but the first.
#pragma once

#include "kiosk/ui/fit.h"

// Whether pictures with their names fit.
bool shelf_shows_pictures(const struct layout *layout, struct box box);
// With pictures where `pictures` is set and they fit, else names alone.
void shelf_put(const struct layout *layout, struct box box, bool pictures);
