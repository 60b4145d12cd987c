// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/codec/exif.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#define ORIENTATION_TAG 0x0112
#define SHORT_TYPE 3
#define ENTRY_SIZE 12

// A TIFF file inside the segment; places in it count from its beginning.
struct tiff {
  const unsigned char *bytes;
  size_t size;
  bool is_big_endian;
};

// `count` bytes as a number; 0 past the end.
static uint32_t number(const struct tiff *tiff, size_t at, size_t count)
{
  uint32_t value = 0;
  if (count > tiff->size || at > tiff->size - count)
    return 0;
  for (size_t i = 0; i < count; i++)
    value = value << 8 | tiff->bytes[tiff->is_big_endian ? at + i : at + count - 1 - i];
  return value;
}

static int orientation_of(const struct tiff *tiff)
{
  size_t list = number(tiff, 4, 4);
  uint32_t entries = number(tiff, list, 2);
  for (uint32_t i = 0; i < entries; i++) {
    size_t entry = list + 2 + (size_t)i * ENTRY_SIZE;
    if (number(tiff, entry, 2) != ORIENTATION_TAG || number(tiff, entry + 2, 2) != SHORT_TYPE)
      continue;
    uint32_t value = number(tiff, entry + 8, 2);
    return value >= 1 && value <= 8 ? (int)value : 1;
  }
  return 1;
}

int exif_orientation(const unsigned char *bytes, size_t size)
{
  if (size < 14 || memcmp(bytes, "Exif\0\0", 6) != 0)
    return 1;
  struct tiff tiff = {bytes + 6, size - 6, bytes[6] == 'M'};
  return orientation_of(&tiff);
}
