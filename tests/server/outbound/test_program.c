// SPDX-License-Identifier: GPL-3.0-or-later
// A program of the site's own, as a shell script.
#include "server/outbound/driver.h"

#include "../../cmocka_all.h"
#include "base/file.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define ID "019aa9c0-0000-7000-8000-00000000000a"

struct scene {
  char folder[64];
  struct outbound_settings settings;
  struct fault fault;
};

static int set_up(void **state)
{
  struct scene *scene = calloc(1, sizeof *scene);
  strcpy(scene->folder, "/tmp/anban-program-XXXXXX");
  assert_non_null(mkdtemp(scene->folder));
  FORMAT_TEXT(scene->settings.program, "%s/tell", scene->folder);
  *state = scene;
  return 0;
}

static int tear_down(void **state)
{
  struct scene *scene = *state;
  char command[100];
  FORMAT_TEXT(command, "rm -r %s", scene->folder);
  assert_int_equal(system(command), 0);
  free(scene);
  return 0;
}

static enum outbound_result run(struct scene *scene, const char *lines)
{
  char script[300], body[] = "{\"what\":\"help.raise\"}";
  struct outbound work = {.id = ID, .way = "program", .subject = "help", .body = body};
  FORMAT_TEXT(script, "#!/bin/sh\n%s\n", lines);
  assert_true(file_replace(scene->settings.program, script, strlen(script), 0700, &scene->fault));
  scene->fault.sentence[0] = '\0';
  return program_send(&scene->settings, &work, &scene->fault);
}

static void it_is_given_the_message_and_its_id(void **state)
{
  struct scene *scene = *state;
  struct buffer heard = {0};
  char path[100];
  assert_int_equal(run(scene, "{ cat; echo; echo \"$1\"; } > \"$(dirname \"$0\")/heard\""), OUTBOUND_SENT);
  FORMAT_TEXT(path, "%s/heard", scene->folder);
  assert_true(file_read(path, 1000, &heard, &scene->fault));
  assert_string_equal(heard.bytes, "{\"what\":\"help.raise\"}\n" ID "\n");
  buffer_free(&heard);
}

static void its_end_says_whether_it_is_asked_again(void **state)
{
  struct scene *scene = *state;
  assert_int_equal(run(scene, "echo the modem is busy >&2; exit 1"), OUTBOUND_AGAIN);
  assert_string_equal(scene->fault.sentence, "the modem is busy");
  assert_int_equal(run(scene, "exit 100"), OUTBOUND_NEVER);
  assert_string_equal(scene->fault.sentence, "the program ended with 100");
  assert_int_equal(run(scene, "kill -TERM $$"), OUTBOUND_AGAIN);
  assert_string_equal(scene->fault.sentence, "the program was ended by signal 15");
}

static void one_that_can_not_be_run_is_named_at_the_start(void **state)
{
  struct scene *scene = *state;
  assert_false(program_check(&scene->settings, &scene->fault));
  assert_non_null(strstr(scene->fault.sentence, scene->settings.program));
  assert_int_equal(run(scene, "exit 0"), OUTBOUND_SENT);
  assert_true(program_check(&scene->settings, &scene->fault));
  COPY_TEXT(scene->settings.program, "tell");
  assert_false(program_check(&scene->settings, &scene->fault));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
      TEST(it_is_given_the_message_and_its_id),
      TEST(its_end_says_whether_it_is_asked_again),
      TEST(one_that_can_not_be_run_is_named_at_the_start),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
