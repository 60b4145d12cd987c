// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/codec/pixels.h"

#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void pixels_make(struct pixels *pixels, int width, int height)
{
  *pixels = (struct pixels){memory_new((size_t)width * (size_t)height * 3), width, height};
}

void pixels_free(struct pixels *pixels)
{
  free(pixels->rgb);
  *pixels = (struct pixels){0};
}

unsigned char *pixels_row(const struct pixels *pixels, int y)
{
  return pixels->rgb + (size_t)y * (size_t)pixels->width * 3;
}

struct range {
  int from, to;
};

// Of `whole` source pixels those that shown pixel `at` of `count` covers; at least one.
static struct range covered(int at, int count, int whole)
{
  struct range range = {(int)((int64_t)at * whole / count), (int)((int64_t)(at + 1) * whole / count)};
  range.to = range.to > range.from ? range.to : range.from + 1;
  return range;
}

static void mean(const struct pixels *from, struct range columns, struct range rows, unsigned char out[3])
{
  uint64_t sum[3] = {0}, count = (uint64_t)(columns.to - columns.from) * (uint64_t)(rows.to - rows.from);
  for (int y = rows.from; y < rows.to; y++)
    for (int x = columns.from; x < columns.to; x++)
      for (int i = 0; i < 3; i++)
        sum[i] += pixels_row(from, y)[3 * x + i];
  for (int i = 0; i < 3; i++)
    out[i] = (unsigned char)((sum[i] + count / 2) / count);
}

static int share(int length, int side, int longest)
{
  int shared = (int)((int64_t)length * side / longest);
  return shared > 0 ? shared : 1;
}

void pixels_shrink(struct pixels *pixels, int side)
{
  int longest = pixels->width > pixels->height ? pixels->width : pixels->height;
  struct pixels to;
  if (longest <= side)
    return;
  pixels_make(&to, share(pixels->width, side, longest), share(pixels->height, side, longest));
  for (int y = 0; y < to.height; y++)
    for (int x = 0; x < to.width; x++)
      mean(pixels, covered(x, to.width, pixels->width), covered(y, to.height, pixels->height),
           pixels_row(&to, y) + (size_t)3 * (size_t)x);
  pixels_free(pixels);
  *pixels = to;
}

// Where pixel x, y of the upright picture stands in the picture as it came: each of the eight is a transposition or
// none, then each axis one way or the other.
static const unsigned char *pixel_as_it_came(const struct pixels *from, int orientation, int x, int y)
{
  static const struct {
    unsigned char swaps, right_to_left, bottom_up;
  } ways[] = {{0, 0, 0}, {0, 0, 0}, {0, 1, 0}, {0, 1, 1}, {0, 0, 1}, {1, 0, 0}, {1, 0, 1}, {1, 1, 1}, {1, 1, 0}};
  int column = ways[orientation].swaps ? y : x, row = ways[orientation].swaps ? x : y;
  if (ways[orientation].right_to_left)
    column = from->width - 1 - column;
  if (ways[orientation].bottom_up)
    row = from->height - 1 - row;
  return pixels_row(from, row) + (size_t)3 * (size_t)column;
}

void pixels_turn(struct pixels *pixels, int orientation)
{
  struct pixels to;
  if (orientation < 2 || orientation > 8)
    return;
  if (orientation < 5)
    pixels_make(&to, pixels->width, pixels->height);
  else
    pixels_make(&to, pixels->height, pixels->width);
  for (int y = 0; y < to.height; y++)
    for (int x = 0; x < to.width; x++)
      memcpy(pixels_row(&to, y) + (size_t)3 * (size_t)x, pixel_as_it_came(pixels, orientation, x, y), 3);
  pixels_free(pixels);
  *pixels = to;
}
