// SPDX-License-Identifier: GPL-3.0-or-later
// Icons and pictures from files at the size they are shown (the only SDL_image). The caller frees the surfaces.
#pragma once

#include "kiosk/ui/tree.h"

#include <SDL.h>

// An SVG of one colour, drawn in `ink`, in a square. NULL when the file can't be read.
SDL_Surface *picture_icon(const char *path, int side, struct colour ink);
// A PNG, JPEG or WebP cut to fill w × h, with round corners. NULL when the file can't be read, or is larger than
// anything that belongs on a screen.
SDL_Surface *picture_photo(const char *path, int w, int h, int radius);
