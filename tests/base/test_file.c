// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"

#include "../cmocka_all.h"

#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/anban-file-XXXXXX";

static int make_folder(void **state)
{
  return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
  return rmdir(folder);
}

static void a_file_is_replaced_whole(void **state)
{
  char path[64];
  FORMAT_TEXT(path, "%s/thing", folder);
  struct fault fault;
  assert_true(file_replace(path, "first", 5, 0600, &fault));
  assert_true(file_replace(path, "second", 6, 0600, &fault));
  struct buffer bytes = {0};
  assert_true(file_read(path, 6, &bytes, &fault));
  assert_string_equal(bytes.bytes, "second");
  assert_false(file_read(path, 5, &bytes, &fault));
  assert_non_null(strstr(fault.sentence, "longer than the 5 bytes"));
  buffer_free(&bytes);
  unlink(path);
}

static void a_failing_write_leaves_the_old_file(void **state)
{
  char path[64];
  FORMAT_TEXT(path, "%s/kept", folder);
  struct fault fault;
  assert_true(file_replace(path, "old", 3, 0600, &fault));
  char blocked[64];
  FORMAT_TEXT(blocked, "%s.new", path);
  assert_int_equal(mkdir(blocked, 0700), 0); // the temporary's place is taken by a folder
  assert_false(file_replace(path, "new", 3, 0600, &fault));
  assert_non_null(strstr(fault.sentence, path));
  struct buffer bytes = {0};
  assert_true(file_read(path, 10, &bytes, &fault));
  assert_string_equal(bytes.bytes, "old");
  buffer_free(&bytes);
  rmdir(blocked);
  unlink(path);
}

static void folders_above_are_made_too(void **state)
{
  char path[64], above[64];
  FORMAT_TEXT(above, "%s/a", folder);
  FORMAT_TEXT(path, "%s/b", above);
  struct fault fault;
  assert_true(file_make_folder(path, &fault));
  assert_true(file_make_folder(path, &fault));
  rmdir(path);
  assert_true(file_replace(path, "", 0, 0600, &fault));
  assert_false(file_make_folder(path, &fault)); // a file stands there
  unlink(path);
  rmdir(above);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_file_is_replaced_whole),
      cmocka_unit_test(a_failing_write_leaves_the_old_file),
      cmocka_unit_test(folders_above_are_made_too),
  };
  return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
