// SPDX-License-Identifier: GPL-3.0-or-later
// Leaks are not looked for
// Runs alone
// Call after call: nothing is left behind.
#include "two_sides.h"

#include "../../cmocka_all.h"

#include <dirent.h>

static bool devices_are_closed(struct two_sides *both)
{
  return both->devices.loudspeaker == CALL_DEVICE_CLOSED && both->devices.camera == CALL_DEVICE_CLOSED;
}

#define CALLS 20
#define SETTLE 5 // calls until all plugins and pools are there

static int entries_of(const char *folder)
{
  int count = 0;
  DIR *list = opendir(folder);
  while (list && readdir(list))
    count++;
  if (list)
    closedir(list);
  return count;
}

static void call_once(struct two_sides *both)
{
  atomic_store(&both->sides[0].answerer.pictures, 0);
  two_sides_open(both, 0, true);
  two_sides_wait(both, CALL_CONNECTED);
  two_sides_until(both, two_sides_first_sees_and_hears);
  call_close_all(&both->call);
  answerer_vanish(&both->sides[0].answerer);
  two_sides_until(both, devices_are_closed);
}

static int files, threads;

// Threads that wait in GLib's pools come and go.
static bool nothing_is_left(struct two_sides *both)
{
  return entries_of("/proc/self/fd") <= files + 3 && entries_of("/proc/self/task") <= threads + 3;
}

static void many_calls_leave_nothing_behind(void **state)
{
  struct two_sides *both = *state;
  two_sides_begin(both);
  for (int i = 0; i < CALLS; i++) {
    call_once(both);
    if (i != SETTLE)
      continue;
    files = entries_of("/proc/self/fd");
    threads = entries_of("/proc/self/task");
  }
  two_sides_until(both, nothing_is_left);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, two_sides_set_up, two_sides_tear_down)
  const struct CMUnitTest tests[] = {
      TEST(many_calls_leave_nothing_behind),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
