// SPDX-License-Identifier: GPL-3.0-or-later
#include "picture/codec/codec.h"

#include <png.h>
#include <string.h>

// What is seen through the picture becomes white, as the paper it was drawn on.
static bool read_rows(png_image *image, struct pixels *out, struct fault *fault)
{
  const png_color white = {255, 255, 255};
  image->format = PNG_FORMAT_RGB;
  pixels_make(out, (int)image->width, (int)image->height);
  if (png_image_finish_read(image, &white, out->rgb, 0, NULL))
    return true;
  pixels_free(out);
  return fault_set(fault, "the picture is damaged: %s", image->message);
}

bool png_read(const struct buffer *file, struct pixels *out, struct fault *fault)
{
  png_image image = {.version = PNG_IMAGE_VERSION};
  if (!png_image_begin_read_from_memory(&image, file->bytes, file->size))
    return fault_set(fault, "the picture is damaged: %s", image.message);
  bool ok = codec_takes(image.width, image.height, fault) && read_rows(&image, out, fault);
  png_image_free(&image);
  return ok;
}
