// SPDX-License-Identifier: GPL-3.0-or-later
// The real anban-picture behind the server's door, and programs in its place that fail and hang.
#include "../../cmocka_all.h"
#include "base/file.h"
#include "server/picture/shrink.h"

#include <stdlib.h>
#include <string.h>

#define PROGRAM ANBAN_BUILD "/anban-picture"

static struct buffer file_of(const char *path)
{
  struct buffer file = {0};
  struct fault fault;
  assert_true(file_read(path, 1 << 20, &file, &fault));
  return file;
}

static enum shrink_end shrink_text(const char *program, const char *text, struct fault *fault)
{
  struct buffer file = {0}, jpeg = {0};
  buffer_add_text(&file, text);
  enum shrink_end end = shrink(program, 64, &file, &jpeg, fault);
  buffer_free(&file);
  buffer_free(&jpeg);
  return end;
}

static void a_picture_comes_back_as_jpeg(void **state)
{
  struct buffer file = file_of(ANBAN_SAMPLES "/pictures/huge.png"), jpeg = {0};
  struct fault fault;
  assert_int_equal(shrink(PROGRAM, 64, &file, &jpeg, &fault), SHRINK_REFUSED);
  assert_string_equal(fault.sentence, "the picture has 16000 × 16000 pixels: at most 40 megapixels are taken");
  buffer_free(&file);
  file = file_of(ANBAN_SAMPLES "/pictures/turned.jpg");
  assert_int_equal(shrink(PROGRAM, 64, &file, &jpeg, &fault), SHRINK_DONE);
  assert_memory_equal(jpeg.bytes, "\xFF\xD8\xFF", 3);
  assert_null(memmem(jpeg.bytes, jpeg.size, "Exif", 4));
  buffer_free(&file);
  buffer_free(&jpeg);
}

static void what_the_program_says_is_told(void **state)
{
  struct fault fault;
  assert_int_equal(shrink_text(PROGRAM, "<svg/>", &fault), SHRINK_REFUSED);
  assert_string_equal(fault.sentence, "the picture is neither JPEG nor PNG");
  assert_int_equal(shrink_text(PROGRAM, "", &fault), SHRINK_REFUSED);
}

static void a_program_that_is_not_there_is_the_servers_fault(void **state)
{
  struct fault fault;
  assert_int_equal(shrink_text("/nowhere/anban-picture", "", &fault), SHRINK_FAILED);
  assert_non_null(strstr(fault.sentence, "/nowhere/anban-picture"));
  assert_int_equal(shrink_text("/bin/true", "", &fault), SHRINK_FAILED);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_picture_comes_back_as_jpeg),
      cmocka_unit_test(what_the_program_says_is_told),
      cmocka_unit_test(a_program_that_is_not_there_is_the_servers_fault),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
