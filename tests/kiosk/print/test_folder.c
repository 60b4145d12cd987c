// SPDX-License-Identifier: GPL-3.0-or-later
// The folder's PDF is drawn again by poppler, dot for dot.
#include "kiosk/print/driver.h"

#include "../../cmocka_all.h"
#include "base/text.h"
#include "qr/qr.h"

#include <string.h>
#include <unistd.h>

#define DIGITS "2026000112345678901234567"

static void run(const char *format, const char *folder)
{
  struct buffer command = {0};
  for (const char *at = format; *at; at++)
    buffer_add(&command, *at == '%' ? folder : at, *at == '%' ? strlen(folder) : 1);
  assert_int_equal(system(command.bytes), 0);
  buffer_free(&command);
}

static void a_slip_in_the_folder_is_read_by_a_reader(void **state)
{
  char folder[] = "/tmp/anban-slips-XXXXXX", device[64];
  const char *where = NULL;
  struct fault fault = {{0}};
  struct bitmap picture = {0};
  bool began = false;
  assert_non_null(mkdtemp(folder));
  FORMAT_TEXT(device, "folder:%s/deeper", folder);
  const struct print_driver *driver = print_driver_of(device, &where, &fault);
  assert_non_null(driver);
  assert_true(qr_of_digits(DIGITS, 4, &picture));
  assert_int_equal(driver->print(where, "slip-1", &picture, &began, &fault), PRINT_SENT);
  run("cd %/deeper && test $(ls -A | wc -l) = 1", folder); // no half beside it
  run("cd %/deeper && pdftoppm -r 203 -gray -png slip-1.pdf slip", folder);
  run("test \"$(zbarimg -q --raw %/deeper/slip*.png)\" = " DIGITS, folder);
  run("rm -r %", folder);
  bitmap_free(&picture);
}

static void a_folder_that_takes_nothing_is_away(void **state)
{
  const char *where = NULL;
  struct fault fault = {{0}};
  struct bitmap picture = bitmap_new(8, 8);
  bool began = false;
  const struct print_driver *driver = print_driver_of("folder:/proc/nowhere", &where, &fault);
  assert_int_equal(driver->print(where, "slip-1", &picture, &began, &fault), PRINT_AWAY);
  assert_non_null(strstr(fault.sentence, "/proc/nowhere"));
  bitmap_free(&picture);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_slip_in_the_folder_is_read_by_a_reader),
      cmocka_unit_test(a_folder_that_takes_nothing_is_away),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
