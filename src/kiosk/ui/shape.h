// SPDX-License-Identifier: GPL-3.0-or-later
// Smooth round corners on a surface of 32-bit pixels without alpha.
#pragma once

#include "kiosk/ui/tree.h"

#include <SDL.h>

// Fills a rounded box.
void shape_fill(SDL_Surface *onto, struct box box, int radius, struct colour colour);
// Makes the corners of a surface with alpha transparent outside the radius.
void shape_round(SDL_Surface *surface, int radius);
