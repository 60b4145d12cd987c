// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/picture_head.h"

#include "base/file.h"

#include <string.h>

#define MOST_BYTES (1 << 20) // what is larger is no picture of this house

struct head {
  const unsigned char *bytes;
  size_t size;
};

static bool has(const struct head *head, size_t at, const char *wanted, size_t length)
{
  return head->size >= at + length && memcmp(head->bytes + at, wanted, length) == 0;
}

// -1 past the end.
static int big(const struct head *head, size_t at, size_t count)
{
  int value = 0;
  if (at + count > head->size)
    return -1;
  for (size_t i = 0; i < count; i++)
    value = value << 8 | head->bytes[at + i];
  return value;
}

static int little(const struct head *head, size_t at, size_t count)
{
  int value = 0;
  if (at + count > head->size)
    return -1;
  for (size_t i = count; i-- > 0;)
    value = value << 8 | head->bytes[at + i];
  return value;
}

static bool png(const struct head *head, int *width, int *height)
{
  // Four bytes each; more than three are no size.
  *width = big(head, 16, 1) == 0 ? big(head, 17, 3) : -1;
  *height = big(head, 20, 1) == 0 ? big(head, 21, 3) : -1;
  return *width > 0 && *height > 0;
}

static bool is_frame(int marker)
{
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

static bool jpeg(const struct head *head, int *width, int *height)
{
  for (size_t at = 2; big(head, at, 1) == 0xFF;) {
    int marker = big(head, at + 1, 1), length = big(head, at + 2, 2);
    if (marker == 0xFF) { // filling
      at++;
      continue;
    }
    *height = big(head, at + 5, 2);
    *width = big(head, at + 7, 2);
    if (is_frame(marker))
      return *width > 0 && *height > 0;
    if (length < 2)
      return false;
    at += 2 + (size_t)length;
  }
  return false;
}

static bool webp(const struct head *head, int *width, int *height)
{
  if (has(head, 12, "VP8X", 4)) {
    *width = little(head, 24, 3) + 1;
    *height = little(head, 27, 3) + 1;
  } else if (has(head, 12, "VP8L", 4)) {
    int both = little(head, 21, 3), more = little(head, 24, 1);
    *width = (both & 0x3FFF) + 1;
    *height = (both >> 14 | (more & 0x0F) << 10) + 1;
  } else {
    *width = little(head, 26, 2) & 0x3FFF;
    *height = little(head, 28, 2) & 0x3FFF;
  }
  return head->size >= 30 && *width > 0 && *height > 0;
}

bool picture_head(const unsigned char *bytes, size_t size, int *width, int *height)
{
  struct head head = {bytes, size};
  if (has(&head, 0, "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR", 16))
    return png(&head, width, height);
  if (has(&head, 0, "\xFF\xD8\xFF", 3))
    return jpeg(&head, width, height);
  return has(&head, 0, "RIFF", 4) && has(&head, 8, "WEBPVP8", 7) && webp(&head, width, height);
}

bool picture_head_fits(const char *path)
{
  struct buffer file = {0};
  struct fault fault;
  int width, height;
  bool fits = file_read(path, MOST_BYTES, &file, &fault) &&
              picture_head((const unsigned char *)file.bytes, file.size, &width, &height) &&
              width <= MOST_PICTURE_PIXELS / height;
  buffer_free(&file);
  return fits;
}
