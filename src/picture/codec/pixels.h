// SPDX-License-Identifier: GPL-3.0-or-later
// A picture in memory, three bytes a pixel, row by row without gaps.
#pragma once

#include <stddef.h>

struct pixels {
  unsigned char *rgb;
  int width, height;
};

// Born empty by zeroing. All of it black.
void pixels_make(struct pixels *pixels, int width, int height);
void pixels_free(struct pixels *pixels);
unsigned char *pixels_row(const struct pixels *pixels, int y);
// So that no side is longer than `side`; each pixel is the mean of those it covers, so that nothing becomes grainy.
void pixels_shrink(struct pixels *pixels, int side);
// As EXIF says how the camera was held: 1 to 8; anything else counts as 1, upright.
void pixels_turn(struct pixels *pixels, int orientation);
