// SPDX-License-Identifier: GPL-3.0-or-later
// A picture of black and white dots, as printers have it: rows of whole bytes, bit 7 left, 1 black. Thread: any; one
// at a time.
#pragma once

#include <stdbool.h>
#include <stddef.h>

struct bitmap {
  int width, height; // dots
  int pitch;         // bytes of a row
  unsigned char *bytes;
};

struct bitmap bitmap_new(int width, int height); // white
struct bitmap bitmap_copy(const struct bitmap *bitmap);
void bitmap_free(struct bitmap *bitmap);
// What lies outside is passed over.
void bitmap_set(struct bitmap *bitmap, int x, int y);
bool bitmap_get(const struct bitmap *bitmap, int x, int y);
