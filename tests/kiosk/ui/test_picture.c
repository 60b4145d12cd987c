// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures from files that are larger than they may be.
#include "../../cmocka_all.h"
#include "base/file.h"
#include "kiosk/ui/picture.h"
#include "kiosk/ui/picture_head.h"

static void says(const void *bytes, size_t size, int width, int height)
{
  int found_width, found_height;
  assert_true(picture_head(bytes, size, &found_width, &found_height));
  assert_int_equal(found_width, width);
  assert_int_equal(found_height, height);
  for (size_t part = 0; part < size; part++) // nothing past its end is looked at
    picture_head(bytes, part, &found_width, &found_height);
}

static void a_head_says_the_size(void **state)
{
  static const char png[] = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x3E\x80\0\0\x01\x02";
  static const char jpeg[] = "\xFF\xD8\xFF\xE0\0\x04\0\0\xFF\xFF\xC2\0\x11\x08\x02\x01\x04\x03";
  static const char lossy[] = "RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9D\x01\x2A\x40\x01\xF0\0\0";
  static const char lossless[] = "RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2F\x3F\xC1\x3B\0\0\0\0\0\0";
  static const char extended[] = "RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x7F\x3E\0\xFF\0\0\0";
  says(png, sizeof png - 1, 16000, 258);
  says(jpeg, sizeof jpeg - 1, 1027, 513);
  says(lossy, sizeof lossy - 1, 320, 240);
  says(lossless, sizeof lossless - 1, 320, 240);
  says(extended, sizeof extended - 1, 16000, 256);
}

static void what_has_no_size_has_no_head(void **state)
{
  int width, height;
  static const char *const others[] = {"", "GIF89a", "<svg/>", "\xFF\xD8\xFF\xE0\0\0", "RIFF1234WAVEfmt "};
  for (size_t i = 0; i < sizeof others / sizeof *others; i++)
    assert_false(picture_head((const unsigned char *)others[i], strlen(others[i]), &width, &height));
  static const char vast[] = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\x7F\0\0\0\x7F\0\0\0";
  assert_false(picture_head((const unsigned char *)vast, sizeof vast - 1, &width, &height));
}

// 31 kilobytes that would be a gigabyte.
static void a_vast_picture_is_not_opened(void **state)
{
  assert_null(picture_photo(ANBAN_SAMPLES "/pictures/huge.png", 200, 200, 8));
  SDL_Surface *small = picture_photo(ANBAN_SAMPLES "/pictures/turned.jpg", 200, 200, 8);
  assert_non_null(small);
  SDL_FreeSurface(small);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_head_says_the_size),
      cmocka_unit_test(what_has_no_size_has_no_head),
      cmocka_unit_test(a_vast_picture_is_not_opened),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
