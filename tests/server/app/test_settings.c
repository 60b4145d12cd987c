// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/settings.h"

#include "../../cmocka_all.h"
#include "base/file.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static bool read_words(struct settings *settings, struct fault *fault, char **words)
{
  int count = 0;
  while (words[count])
    count++;
  return settings_read(settings, count, words, fault);
}

#define W(text) ((char[]){text})
#define READ(settings, fault, ...) read_words(settings, fault, (char *[]){W("anban-server"), __VA_ARGS__, NULL})

static void without_words_the_defaults_hold(void **state)
{
  struct settings settings;
  struct fault fault;
  char *words[] = {W("anban-server"), NULL};
  assert_true(settings_read(&settings, 1, words, &fault));
  assert_string_equal(settings.listen, "127.0.0.1");
  assert_int_equal(settings.port, 8460);
  assert_string_equal(settings.data, "/var/lib/anban");
  assert_string_equal(settings.approve_serial, "");
  assert_false(settings.demo);
}

static void words_win_over_the_file_and_the_file_over_the_defaults(void **state)
{
  static const char text[] = "[server]\nport = 9000\nlisten = ::1\n";
  struct settings settings;
  struct fault fault;
  char path[] = "/tmp/anban-settings-XXXXXX";
  close(mkstemp(path));
  assert_true(file_replace(path, text, sizeof text - 1, 0600, &fault));
  assert_true(READ(&settings, &fault, W("--port"), W("9001"), W("--config"), path, W("--demo")));
  assert_int_equal(settings.port, 9001);
  assert_string_equal(settings.listen, "::1");
  assert_true(settings.demo);
  unlink(path);
}

static void expect_fault(const struct fault *fault, bool ok, const char *part)
{
  assert_false(ok);
  if (!strstr(fault->sentence, part))
    fail_msg("%s: %s", part, fault->sentence);
}

static void what_is_wrong_is_named(void **state)
{
  struct settings settings;
  struct fault fault;
  expect_fault(&fault, READ(&settings, &fault, W("--prot"), W("1")), "--prot");
  expect_fault(&fault, READ(&settings, &fault, W("--port")), "--port wants a value");
  expect_fault(&fault, READ(&settings, &fault, W("--config")), "--config wants a value");
  expect_fault(&fault, READ(&settings, &fault, W("--port"), W("70000")), "0 to 65535");
  expect_fault(&fault, READ(&settings, &fault, W("--port"), W("8460x")), "8460x");
  expect_fault(&fault, READ(&settings, &fault, W("--config"), W("/nonexistent.conf")), "/nonexistent.conf");
  expect_fault(&fault, READ(&settings, &fault, W("stray")), "stray");
}

static void every_option_is_in_the_help(void **state)
{
  static const char *const options[] = {"--config",   "--data",           "--listen", "--port",    "--web", "--demo",
                                        "--pictures", "--approve-serial", "--backup", "--version", "--help"};
  for (size_t i = 0; i < sizeof options / sizeof *options; i++)
    assert_non_null(strstr(settings_usage(), options[i]));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(without_words_the_defaults_hold),
      cmocka_unit_test(words_win_over_the_file_and_the_file_over_the_defaults),
      cmocka_unit_test(what_is_wrong_is_named),
      cmocka_unit_test(every_option_is_in_the_help),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
