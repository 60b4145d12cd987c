// SPDX-License-Identifier: GPL-3.0-or-later
// Whole calls: the kiosk's side against one that answers as a browser does.
#include "two_sides.h"

#include "../../cmocka_all.h"

static int set_up(void **state)
{
  *state = two_sides_new();
  return 0;
}

static int tear_down(void **state)
{
  two_sides_end(*state);
  return 0;
}

static bool other_sees_and_hears(struct two_sides *both)
{
  struct answerer *answerer = &both->sides[0].answerer;
  return atomic_load(&answerer->pictures) > 5 && atomic_load(&answerer->sounds) > 5 &&
         atomic_load(&answerer->loud) > 1000;
}

static bool a_picture_is_there(struct two_sides *both)
{
  struct picture picture;
  if (!call_take_picture(&both->call, both->sides[0].id, &picture))
    return false;
  bool right = picture.held && picture.width == 400 && picture.height == 300;
  picture_release(&picture);
  return right;
}

static void sound_and_picture_go_both_ways(void **state)
{
  struct two_sides *both = *state;
  two_sides_begin(both);
  call_show(&both->call, both->sides[0].id, 400, 300);
  two_sides_open(both, 0, true);
  call_show(&both->call, both->sides[0].id, 400, 300);
  two_sides_wait(both, CALL_CONNECTED);
  two_sides_until(both, other_sees_and_hears);
  two_sides_until(both, a_picture_is_there);
  call_close_all(&both->call);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test_setup_teardown(sound_and_picture_go_both_ways, set_up, tear_down),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
