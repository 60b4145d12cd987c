// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../cmocka_all.h"

#include "base/file.h"
#include "base/text.h"
#include "kiosk/ui/panel.h"

#include <math.h>
#include <sys/stat.h>
#include <unistd.h>

static uint8_t edid[128];

static void seal(void)
{
  unsigned sum = 0;
  for (int i = 0; i < 127; i++)
    sum += edid[i];
  edid[127] = (uint8_t)(256 - sum % 256);
}

// 476 x 268 mm in the detailed timing, 48 x 27 cm in the head.
static int set_up(void **state)
{
  memset(edid, 0, sizeof edid);
  memset(edid + 1, 255, 6);
  edid[21] = 48;
  edid[22] = 27;
  edid[54] = 0x02;
  edid[55] = 0x3A;
  edid[66] = 476 & 0xFF;
  edid[67] = 268 & 0xFF;
  edid[68] = (476 >> 8) << 4 | 268 >> 8;
  seal();
  return 0;
}

static void assert_size(int wanted_wide, int wanted_high)
{
  int wide = 0;
  int high = 0;
  assert_true(panel_edid_size(edid, sizeof edid, &wide, &high));
  assert_int_equal(wide, wanted_wide);
  assert_int_equal(high, wanted_high);
}

static void the_detailed_timing_tells_millimetres(void **state)
{
  assert_size(476, 268);
}

static void without_one_the_centimetres_are_taken(void **state)
{
  edid[54] = edid[55] = 0;
  seal();
  assert_size(480, 270);
}

static void a_projector_has_no_size(void **state)
{
  int wide, high;
  edid[54] = edid[55] = edid[21] = edid[22] = 0;
  seal();
  assert_false(panel_edid_size(edid, sizeof edid, &wide, &high));
}

static void damaged_bytes_are_refused(void **state)
{
  int wide, high;
  edid[66]++;
  assert_false(panel_edid_size(edid, sizeof edid, &wide, &high));
  set_up(NULL);
  assert_false(panel_edid_size(edid, 100, &wide, &high));
  assert_false(panel_edid_size(edid, 0, &wide, &high));
}

static void the_first_connected_screen_is_found(void **state)
{
  char folder[] = "/tmp/anban-panel-XXXXXX";
  char path[200];
  int wide = 0;
  int high = 0;
  struct fault fault;
  assert_non_null(mkdtemp(folder));
  assert_false(panel_connected_size(folder, &wide, &high));
  FORMAT_TEXT(path, "%s/card0-HDMI-A-1", folder);
  mkdir(path, 0700);
  FORMAT_TEXT(path, "%s/card0-HDMI-A-1/edid", folder); // nothing is plugged in: empty
  assert_true(file_replace(path, "", 0, 0600, &fault));
  FORMAT_TEXT(path, "%s/card0-HDMI-A-2", folder);
  mkdir(path, 0700);
  FORMAT_TEXT(path, "%s/card0-HDMI-A-2/edid", folder);
  assert_true(file_replace(path, edid, sizeof edid, 0600, &fault));
  assert_true(panel_connected_size(folder, &wide, &high));
  assert_int_equal(wide, 476);
  FORMAT_TEXT(path, "rm -r %s", folder);
  assert_int_equal(system(path), 0);
}

static void a_least_size_holds_in_both_directions(void **state)
{
  struct panel oblong = {1024, 600, 154.2, 85.9, 500};
  int side = panel_px(&oblong, 16);
  assert_true(side * 154.2 / 1024 >= 16);
  assert_true(side * 85.9 / 600 >= 16);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup(the_detailed_timing_tells_millimetres, set_up),
      cmocka_unit_test_setup(without_one_the_centimetres_are_taken, set_up),
      cmocka_unit_test_setup(a_projector_has_no_size, set_up),
      cmocka_unit_test_setup(damaged_bytes_are_refused, set_up),
      cmocka_unit_test_setup(the_first_connected_screen_is_found, set_up),
      cmocka_unit_test(a_least_size_holds_in_both_directions),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
