// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/app/options.h"

#include "base/file.h"
#include "base/text.h"

#include "../../cmocka_all.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct desk {
  struct options options;
  struct fault fault;
  char file[64];
};

static int set_up(void **state)
{
  struct desk *desk = calloc(1, sizeof *desk);
  strcpy(desk->file, "/tmp/anban-kiosk-conf-XXXXXX");
  int fd = mkstemp(desk->file);
  assert_true(fd >= 0);
  close(fd);
  *state = desk;
  return 0;
}

static int tear_down(void **state)
{
  struct desk *desk = *state;
  unlink(desk->file);
  free(desk);
  return 0;
}

static void write_file(struct desk *desk, const char *text)
{
  assert_true(file_replace(desk->file, text, strlen(text), 0600, &desk->fault));
}

#define READ(desk, ...) read_words((desk), (const char *[]){__VA_ARGS__, NULL})

static enum options_verdict read_words(struct desk *desk, const char **words)
{
  char copies[12][100], *argv[13] = {copies[0]};
  int argc = 1;
  COPY_TEXT(copies[0], "anban-kiosk");
  for (; words[argc - 1]; argc++) {
    COPY_TEXT(copies[argc], words[argc - 1]);
    argv[argc] = copies[argc];
  }
  argv[argc] = NULL;
  return options_read(&desk->options, argc, argv, &desk->fault);
}

static void every_key_has_a_default_that_is_allowed(void **state)
{
  struct desk *desk = *state;
  for (size_t i = 0; i < options_key_count; i++) {
    const struct config_key *key = &options_keys[i];
    if (!config_set(key, &desk->options, key->preset, &desk->fault))
      fail_msg("%s.%s: %s", key->section, key->name, desk->fault.sentence);
    assert_true(strlen(key->help) > 10);
  }
}

static void the_command_line_counts_more_than_the_file(void **state)
{
  struct desk *desk = *state;
  write_file(desk, "[server]\nurl = https://one:1/\n[screen]\ndeaf_ms = 900\nsize = 800x600\n");
  assert_int_equal(READ(desk, "--config", desk->file, "--server", "http://two:2", "--set", "voice.volume=30"),
                   OPTIONS_RUN);
  assert_string_equal(desk->options.trouble, "");
  assert_string_equal(desk->options.server, "http://two:2");
  assert_int_equal(desk->options.deaf_ms, 900);
  assert_int_equal(desk->options.volume, 30);
  assert_int_equal(desk->options.width, 800);
  assert_int_equal(desk->options.height, 600);
}

static void a_slash_at_the_end_of_the_server_is_taken_off(void **state)
{
  struct desk *desk = *state;
  assert_int_equal(READ(desk, "--config", desk->file, "--server", "https://one:1/"), OPTIONS_RUN);
  assert_string_equal(desk->options.server, "https://one:1");
}

static void a_damaged_file_leaves_what_is_whole_in_force(void **state)
{
  struct desk *desk = *state;
  write_file(desk, "[server]\nurl = http://one:1\n[screen]\ndeaf_ms = soon\n[voice]\nrate = 200\n");
  assert_int_equal(READ(desk, "--config", desk->file), OPTIONS_RUN);
  assert_non_null(strstr(desk->options.trouble, desk->file));
  assert_non_null(strstr(desk->options.trouble, "deaf_ms"));
  assert_string_equal(desk->options.server, "http://one:1");
  assert_int_equal(desk->options.deaf_ms, 500);
  assert_int_equal(desk->options.rate, 200);
}

static void a_language_that_does_not_exist_is_told(void **state)
{
  struct desk *desk = *state;
  assert_int_equal(READ(desk, "--locale", "zh_CN@sichuan"), OPTIONS_RUN);
  assert_string_equal(desk->options.locale, "zh_CN@sichuan");
  write_file(desk, "[look]\nlocale = zh_CN@mars\n");
  assert_int_equal(READ(desk, "--config", desk->file), OPTIONS_RUN);
  assert_non_null(strstr(desk->options.trouble, "zh_CN@mars"));
  assert_non_null(strstr(desk->options.trouble, "zh_CN@sichuan"));
  assert_string_equal(desk->options.locale, "");
}

static void a_kind_that_does_not_exist_is_shared(void **state)
{
  struct desk *desk = *state;
  write_file(desk, "[kiosk]\nkind = bathroom\n");
  assert_int_equal(READ(desk, "--config", desk->file), OPTIONS_RUN);
  assert_non_null(strstr(desk->options.trouble, "bathroom"));
  assert_string_equal(desk->options.kind, "shared");
}

static void a_file_that_is_missing_or_no_text_is_a_trouble_not_an_end(void **state)
{
  struct desk *desk = *state;
  assert_int_equal(READ(desk, "--config", "/nowhere/kiosk.conf"), OPTIONS_RUN);
  assert_non_null(strstr(desk->options.trouble, "/nowhere/kiosk.conf"));
  write_file(desk, "\xFF\xFE\x01\x02\n\n]][[==\n");
  assert_int_equal(READ(desk, "--config", desk->file), OPTIONS_RUN);
  assert_non_null(strstr(desk->options.trouble, desk->file));
}

static void a_wrong_command_line_is_refused_by_name(void **state)
{
  struct desk *desk = *state;
  assert_int_equal(READ(desk, "--config", desk->file, "--fast"), OPTIONS_WRONG);
  assert_non_null(strstr(desk->fault.sentence, "--fast"));
  assert_int_equal(READ(desk, "--config", desk->file, "now"), OPTIONS_WRONG);
  assert_non_null(strstr(desk->fault.sentence, "now"));
  assert_int_equal(READ(desk, "--config", desk->file, "--size", "12x9"), OPTIONS_WRONG);
  assert_non_null(strstr(desk->fault.sentence, "12x9"));
  assert_int_equal(READ(desk, "--config", desk->file, "--set", "voice.pitch=9"), OPTIONS_WRONG);
  assert_non_null(strstr(desk->fault.sentence, "voice.pitch"));
  assert_int_equal(READ(desk, "--config", desk->file, "--kind", "bathroom"), OPTIONS_WRONG);
  assert_non_null(strstr(desk->fault.sentence, "bathroom"));
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      CASE(every_key_has_a_default_that_is_allowed),
      CASE(the_command_line_counts_more_than_the_file),
      CASE(a_slash_at_the_end_of_the_server_is_taken_off),
      CASE(a_damaged_file_leaves_what_is_whole_in_force),
      CASE(a_language_that_does_not_exist_is_told),
      CASE(a_kind_that_does_not_exist_is_shared),
      CASE(a_file_that_is_missing_or_no_text_is_a_trouble_not_an_end),
      CASE(a_wrong_command_line_is_refused_by_name),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
