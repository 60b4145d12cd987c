// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/codec/codec.h"

#include <string.h>

bool codec_takes(size_t width, size_t height, struct fault *fault)
{
  if (width > 0 && height > 0 && width <= (size_t)MOST_MEGAPIXELS * 1000000 / height)
    return true;
  return fault_set(fault, "the picture has %zu × %zu pixels: at most %d megapixels are taken", width, height,
                   MOST_MEGAPIXELS);
}

static bool begins_with(const struct buffer *file, const char *bytes, size_t size)
{
  return file->size >= size && memcmp(file->bytes, bytes, size) == 0;
}

static bool read_any(const struct buffer *file, int side, struct pixels *out, struct fault *fault)
{
  if (begins_with(file, "\xFF\xD8\xFF", 3))
    return jpeg_read(file, side, out, fault);
  if (begins_with(file, "\x89PNG\r\n\x1A\n", 8))
    return png_read(file, out, fault);
  return fault_set(fault, "the picture is neither JPEG nor PNG");
}

bool codec_shrink(const struct buffer *file, int side, struct buffer *out, struct fault *fault)
{
  struct pixels pixels = {0};
  if (!read_any(file, side, &pixels, fault))
    return false;
  pixels_shrink(&pixels, side);
  bool ok = jpeg_write(&pixels, out, fault);
  pixels_free(&pixels);
  return ok;
}
