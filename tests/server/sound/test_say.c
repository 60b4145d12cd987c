// SPDX-License-Identifier: GPL-3.0-or-later
// A program that says something, fails, hangs, or is not there. Programs of the test's own take its place.
#include "../../cmocka_all.h"
#include "base/clock.h"
#include "base/file.h"
#include "server/sound/say.h"

#include <stdlib.h>
#include <string.h>

struct scene {
  char folder[100], program[120];
  struct buffer wav;
  struct fault fault;
};

static int set_up(void **state)
{
  struct scene *scene = calloc(1, sizeof *scene);
  COPY_TEXT(scene->folder, "/tmp/anban-say-XXXXXX");
  assert_non_null(mkdtemp(scene->folder));
  FORMAT_TEXT(scene->program, "%s/say", scene->folder);
  *state = scene;
  return 0;
}

static int tear_down(void **state)
{
  struct scene *scene = *state;
  char command[200];
  buffer_free(&scene->wav);
  FORMAT_TEXT(command, "rm -rf %s", scene->folder);
  assert_int_equal(system(command), 0);
  free(scene);
  return 0;
}

// Says it with a program that is this script.
static bool say_with(struct scene *scene, const char *script, const char *readings, int most_ms)
{
  char file[600];
  FORMAT_TEXT(file, "#!/bin/sh\n%s\n", script);
  assert_true(file_replace(scene->program, file, strlen(file), 0700, &scene->fault));
  struct say_program program = {scene->program, "/data", most_ms};
  struct say_wish wish = {"您好", "zh_CN@sichuan", readings};
  return say(&program, &wish, &scene->wav, &scene->fault);
}

static void text_and_readings_go_in_and_sound_comes_out(void **state)
{
  struct scene *scene = *state;
  assert_true(say_with(scene, "echo \"$@\"; cat; while [ \"$1\" != --readings ]; do shift; done; cat \"$2\"",
                       "乐清\tyue4 qing1\n", 20000));
  assert_string_equal(scene->wav.bytes, "--locale zh_CN@sichuan --data /data --readings /proc/self/fd/3\n"
                                        "您好乐清\tyue4 qing1\n");
}

static void much_sound_comes_whole(void **state)
{
  struct scene *scene = *state;
  assert_true(say_with(scene, "head -c 3000000 /dev/zero", "", 20000));
  assert_int_equal(scene->wav.size, 3000000);
}

static void its_complaint_is_the_fault(void **state)
{
  struct scene *scene = *state;
  assert_false(say_with(scene, "echo 'anban-say: no voice has this' >&2; exit 1", "", 20000));
  assert_string_equal(scene->fault.sentence, "anban-say: no voice has this");
  assert_false(say_with(scene, "exit 0", "", 20000));
  assert_string_equal(scene->fault.sentence, "the voice said nothing");
}

static void one_that_hangs_is_ended(void **state)
{
  struct scene *scene = *state;
  assert_false(say_with(scene, "exec sleep 600", "", 200));
  assert_non_null(strstr(scene->fault.sentence, "longer than 200 ms"));
}

static void a_missing_program_is_named(void **state)
{
  struct scene *scene = *state;
  struct say_program program = {"/nowhere/anban-say", "", 1000};
  struct say_wish wish = {"您好", "zh_CN", ""};
  assert_false(say(&program, &wish, &scene->wav, &scene->fault));
  assert_non_null(strstr(scene->fault.sentence, "/nowhere/anban-say"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(text_and_readings_go_in_and_sound_comes_out),
      TEST(much_sound_comes_whole),
      TEST(its_complaint_is_the_fault),
      TEST(one_that_hangs_is_ended),
      TEST(a_missing_program_is_named),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
