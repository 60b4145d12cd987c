// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures as cameras, drawing programs and people who mean harm make them.
#include "../../cmocka_all.h"
#include "base/file.h"
#include "picture/codec/codec.h"
#include "picture/codec/exif.h"

#include <stdlib.h>
#include <string.h>

static struct buffer sample(const char *name)
{
  struct buffer file = {0};
  struct fault fault;
  char path[400];
  FORMAT_TEXT(path, "%s/pictures/%s", ANBAN_SAMPLES, name);
  assert_true(file_read(path, 1 << 20, &file, &fault));
  return file;
}

static bool shrink(const struct buffer *file, int side, struct pixels *out, struct fault *fault)
{
  struct buffer jpeg = {0};
  bool ok = codec_shrink(file, side, &jpeg, fault);
  if (ok) {
    assert_null(memmem(jpeg.bytes, jpeg.size, "Exif", 4));
    assert_true(jpeg_read(&jpeg, 4096, out, fault));
  }
  buffer_free(&jpeg);
  return ok;
}

static void is_about(const struct pixels *pixels, int x, int y, int red, int green, int blue)
{
  const unsigned char *pixel = pixels_row(pixels, y) + 3 * x;
  assert_in_range(abs(pixel[0] - red), 0, 24);
  assert_in_range(abs(pixel[1] - green), 0, 24);
  assert_in_range(abs(pixel[2] - blue), 0, 24);
}

// Red above, blue below, as it was seen; the camera was held upright and wrote the rows from the side.
static void a_turned_photograph_stands_upright(void **state)
{
  struct buffer file = sample("turned.jpg");
  struct pixels pixels = {0};
  struct fault fault;
  assert_true(shrink(&file, 64, &pixels, &fault));
  assert_int_equal(pixels.width, 48);
  assert_int_equal(pixels.height, 64);
  is_about(&pixels, 24, 5, 255, 0, 0);
  is_about(&pixels, 24, 58, 0, 0, 255);
  pixels_free(&pixels);
  buffer_free(&file);
}

static void what_is_seen_through_is_white(void **state)
{
  struct buffer file = sample("glass.png");
  struct pixels pixels = {0};
  struct fault fault;
  assert_true(shrink(&file, 960, &pixels, &fault));
  assert_int_equal(pixels.width, 40);
  is_about(&pixels, 5, 20, 0, 128, 0);
  is_about(&pixels, 35, 20, 255, 255, 255);
  pixels_free(&pixels);
  buffer_free(&file);
}

static void refuses(const struct buffer *file, const char *sentence)
{
  struct pixels pixels;
  struct fault fault = {0};
  assert_false(shrink(file, 960, &pixels, &fault));
  assert_non_null(strstr(fault.sentence, sentence));
}

static void a_size_in_the_head_is_believed_before_memory_is_taken(void **state)
{
  struct buffer file = sample("huge.png");
  refuses(&file, "16000 × 16000 pixels");
  buffer_free(&file);
  file = sample("turned.jpg");
  for (size_t i = 0; i + 8 < file.size; i++)
    if (memcmp(file.bytes + i, "\xFF\xC0", 2) == 0)
      memcpy(file.bytes + i + 5, "\xFD\xE8\xFD\xE8", 4); // 65000 × 65000
  refuses(&file, "65000 × 65000 pixels");
  buffer_free(&file);
}

static void half_a_picture_is_none(void **state)
{
  static const char *const names[] = {"turned.jpg", "glass.png"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    struct buffer file = sample(names[i]);
    for (size_t kept = 8; kept < file.size - 16; kept += file.size / 12) {
      struct buffer part = {file.bytes, kept, 0};
      refuses(&part, "the picture is damaged");
    }
    buffer_free(&file);
  }
}

static void other_files_are_named_as_such(void **state)
{
  struct buffer svg = {(char *)(size_t) "<svg/>", 6, 0}, nothing = {0};
  refuses(&svg, "neither JPEG nor PNG");
  refuses(&nothing, "neither JPEG nor PNG");
}

// Each of the eight ways a camera can be held, by a picture of 2 × 3 whose pixels are numbered as they should come out.
static void every_way_a_camera_can_be_held(void **state)
{
  static const unsigned char upright[] = {1, 2, 3, 4, 5, 6}; // two columns, three rows
  static const struct {
    int width, height;
    unsigned char stored[6];
  } ways[] = {
      {2, 3, {1, 2, 3, 4, 5, 6}}, {2, 3, {2, 1, 4, 3, 6, 5}}, {2, 3, {6, 5, 4, 3, 2, 1}}, {2, 3, {5, 6, 3, 4, 1, 2}},
      {3, 2, {1, 3, 5, 2, 4, 6}}, {3, 2, {2, 4, 6, 1, 3, 5}}, {3, 2, {6, 4, 2, 5, 3, 1}}, {3, 2, {5, 3, 1, 6, 4, 2}},
  };
  for (int way = 0; way < 8; way++) {
    struct pixels pixels;
    pixels_make(&pixels, ways[way].width, ways[way].height);
    for (int i = 0; i < 6; i++)
      pixels.rgb[3 * i] = ways[way].stored[i];
    pixels_turn(&pixels, way + 1);
    assert_int_equal(pixels.width, 2);
    for (int i = 0; i < 6; i++)
      assert_int_equal(pixels.rgb[3 * i], upright[i]);
    pixels_free(&pixels);
  }
}

static void what_exif_says_wrongly_is_upright(void **state)
{
  unsigned char exif[] = "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
  assert_int_equal(exif_orientation(exif, sizeof exif), 6);
  for (size_t size = 0; size < 25; size++) // up to the tag's value
    assert_int_equal(exif_orientation(exif, size), 1);
  exif[24] = 9;
  assert_int_equal(exif_orientation(exif, sizeof exif), 1);
  memset(exif + 10, 0xFF, 6); // its list lies beyond the end and has no end
  assert_int_equal(exif_orientation(exif, sizeof exif), 1);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_turned_photograph_stands_upright),
      cmocka_unit_test(what_is_seen_through_is_white),
      cmocka_unit_test(a_size_in_the_head_is_believed_before_memory_is_taken),
      cmocka_unit_test(half_a_picture_is_none),
      cmocka_unit_test(other_files_are_named_as_such),
      cmocka_unit_test(every_way_a_camera_can_be_held),
      cmocka_unit_test(what_exif_says_wrongly_is_upright),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
