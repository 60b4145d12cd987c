// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/config.h"

#include "base/file.h"

#include "../cmocka_all.h"

#include <unistd.h>

struct fields {
  char url[16];
  int idle_s;
  bool sound;
};

static const struct config_key keys[] = {
    {"server", "url", CONFIG_TEXT, offsetof(struct fields, url), sizeof((struct fields *)0)->url, 0, 0, "none", ""},
    {"kiosk", "idle_s", CONFIG_NUMBER, offsetof(struct fields, idle_s), 0, 120, 3600, "120", ""},
    {"kiosk", "sound", CONFIG_FLAG, offsetof(struct fields, sound), 0, 0, 0, "yes", ""},
};
#define KEYS (sizeof keys / sizeof *keys)

static bool read_text(const char *text, struct fields *fields, struct fault *fault)
{
  char path[] = "/tmp/anban-config-XXXXXX";
  int fd = mkstemp(path);
  assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
  close(fd);
  config_presets(keys, KEYS, fields);
  bool ok = config_read(path, keys, KEYS, fields, fault);
  unlink(path);
  return ok;
}

static void a_good_file_sets_its_keys_and_leaves_the_others(void **state)
{
  struct fields fields;
  struct fault fault = {{0}};
  assert_true(read_text("# comment\n[server]\nurl = https://a\n[kiosk]\nsound = no\n", &fields, &fault));
  assert_string_equal(fields.url, "https://a");
  assert_int_equal(fields.idle_s, 120);
  assert_false(fields.sound);
}

static void assert_named(const char *text, const char *part)
{
  struct fields fields;
  struct fault fault = {{0}};
  assert_false(read_text(text, &fields, &fault));
  if (!strstr(fault.sentence, part))
    fail_msg("\"%s\" does not say \"%s\"", fault.sentence, part);
}

static void a_bad_line_is_named(void **state)
{
  assert_named("[kiosk]\nidle_s = 5\n", "[kiosk] idle_s = 5: a whole number from 120 to 3600 is allowed");
  assert_named("[kiosk]\nidle_s = 300x\n", "idle_s = 300x");
  assert_named("[kiosk]\nsound = perhaps\n", "yes or no is allowed");
  assert_named("[kiosk]\nvoice = 1\n", "[kiosk] has no key voice");
  assert_named("[server]\nurl = https://a.very.long.name\n", "at most 15 bytes");
  assert_named("[server]\nnonsense\n", "line 2");
}

static void a_bad_line_does_not_cost_the_good_ones(void **state)
{
  struct fields fields;
  struct fault fault = {{0}};
  assert_false(read_text("[kiosk]\nsound = perhaps\nidle_s = 300\n", &fields, &fault));
  assert_int_equal(fields.idle_s, 300);
  assert_true(fields.sound);
}

static void a_missing_file_is_named(void **state)
{
  struct fields fields;
  struct fault fault = {{0}};
  config_presets(keys, KEYS, &fields);
  assert_false(config_read("/nowhere/kiosk.conf", keys, KEYS, &fields, &fault));
  assert_non_null(strstr(fault.sentence, "/nowhere/kiosk.conf"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_good_file_sets_its_keys_and_leaves_the_others),
      cmocka_unit_test(a_bad_line_is_named),
      cmocka_unit_test(a_bad_line_does_not_cost_the_good_ones),
      cmocka_unit_test(a_missing_file_is_named),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
