// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bitmap.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

struct bitmap bitmap_new(int width, int height)
{
  struct bitmap bitmap = {.width = width, .height = height, .pitch = (width + 7) / 8};
  bitmap.bytes = memory_new((size_t)bitmap.pitch * (size_t)height + 1);
  return bitmap;
}

struct bitmap bitmap_copy(const struct bitmap *bitmap)
{
  struct bitmap copy = bitmap_new(bitmap->width, bitmap->height);
  memcpy(copy.bytes, bitmap->bytes, (size_t)copy.pitch * (size_t)copy.height);
  return copy;
}

void bitmap_free(struct bitmap *bitmap)
{
  free(bitmap->bytes);
  *bitmap = (struct bitmap){0};
}

static bool lies_in(const struct bitmap *bitmap, int x, int y)
{
  return x >= 0 && y >= 0 && x < bitmap->width && y < bitmap->height;
}

void bitmap_set(struct bitmap *bitmap, int x, int y)
{
  if (lies_in(bitmap, x, y))
    bitmap->bytes[(size_t)y * (size_t)bitmap->pitch + (size_t)x / 8] |= (unsigned char)(0x80 >> (x % 8));
}

bool bitmap_get(const struct bitmap *bitmap, int x, int y)
{
  return lies_in(bitmap, x, y) &&
         bitmap->bytes[(size_t)y * (size_t)bitmap->pitch + (size_t)x / 8] & (unsigned char)(0x80 >> (x % 8));
}
