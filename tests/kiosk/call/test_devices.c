// SPDX-License-Identifier: GPL-3.0-or-later
// Leaks are not looked for
// Camera, microphone and loudspeaker in a call: missing, lost, shut, muted, checked.
#include "two_sides.h"

#include "../../cmocka_all.h"
#include "base/text.h"

static bool sees_black(struct two_sides *both)
{
  struct answerer *answerer = &both->sides[0].answerer;
  return atomic_load(&answerer->pictures) > 3 && atomic_load(&answerer->light) < 30 &&
         atomic_load(&answerer->sounds) > 5;
}

static void without_devices_black_and_silence_stand_in(void **state)
{
  struct two_sides *both = *state;
  COPY_TEXT(both->settings.camera, "/dev/no_camera");
  COPY_TEXT(both->settings.microphone, "gst:no_such_element");
  COPY_TEXT(both->settings.loudspeaker, "gst:filesink location=/nowhere/at/all");
  two_sides_begin(both);
  two_sides_open(both, 0, true);
  two_sides_wait(both, CALL_CONNECTED);
  two_sides_until(both, sees_black);
}

static bool sees_white(struct two_sides *both)
{
  return atomic_load(&both->sides[0].answerer.light) > 180;
}

static bool camera_is_missed(struct two_sides *both)
{
  return both->devices.camera == CALL_DEVICE_MISSING && strstr(both->missing, "camera") && sees_black(both);
}

static bool camera_is_back(struct two_sides *both)
{
  return both->devices.camera == CALL_DEVICE_WORKS && sees_white(both);
}

// It gives pictures for some seconds, then it is unplugged, then it is there again.
static void an_unplugged_camera_is_told_and_found_again(void **state)
{
  struct two_sides *both = *state;
  COPY_TEXT(both->settings.camera,
            "gst:videotestsrc is-live=true pattern=white num-buffers=90 ! video/x-raw,framerate=30/1");
  two_sides_begin(both);
  two_sides_open(both, 0, true);
  two_sides_wait(both, CALL_CONNECTED);
  two_sides_until(both, camera_is_back);
  two_sides_until(both, camera_is_missed);
  two_sides_until(both, camera_is_back);
}

static bool devices_are_closed(struct two_sides *both)
{
  return both->devices.camera == CALL_DEVICE_CLOSED && both->devices.microphone == CALL_DEVICE_CLOSED;
}

static bool hears_nothing(struct two_sides *both)
{
  struct answerer *answerer = &both->sides[0].answerer;
  return atomic_load(&answerer->light) < 30 && atomic_load(&answerer->loud) < 200;
}

static void the_curtain_shuts_camera_and_microphone(void **state)
{
  struct two_sides *both = *state;
  two_sides_talk(both);
  call_set(&both->call, &(struct call_controls){.volume = 50, .curtain = true});
  two_sides_until(both, devices_are_closed);
  two_sides_until(both, hears_nothing);
  call_set(&both->call, &(struct call_controls){.volume = 50});
  atomic_store(&both->sides[0].answerer.loud, 0);
  two_sides_until(both, two_sides_first_sees_and_hears);
}

static bool mute_is_heard(struct two_sides *both)
{
  return atomic_load(&both->sides[0].answerer.loud) < 200;
}

static void who_is_muted_is_not_heard(void **state)
{
  struct two_sides *both = *state;
  two_sides_talk(both);
  call_set(&both->call, &(struct call_controls){.volume = 50, .muted = true});
  two_sides_until(both, mute_is_heard);
}

static void the_check_tells_what_is_wrong(void **state)
{
  struct two_sides *both = *state;
  COPY_TEXT(both->settings.loudspeaker, "gst:fakesink sync=true");
  two_sides_talk(both);
  call_set(&both->call, &(struct call_controls){.volume = 10});
  call_check(&both->call);
  struct call_checked good = two_sides_wait(both, CALL_CHECKED).checked;
  assert_int_equal(good.microphone, CALL_GOOD);
  assert_int_equal(good.loudspeaker, CALL_FAINT);
  assert_int_equal(good.camera, CALL_GOOD);
  assert_int_equal(good.remote, CALL_GOOD);
  call_set(&both->call, &(struct call_controls){.volume = 0, .curtain = true});
  call_check(&both->call);
  struct call_checked off = two_sides_wait(both, CALL_CHECKED).checked;
  assert_int_equal(off.microphone, CALL_OFF);
  assert_int_equal(off.loudspeaker, CALL_OFF);
  assert_int_equal(off.camera, CALL_OFF);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, two_sides_set_up, two_sides_tear_down)
  const struct CMUnitTest tests[] = {
      TEST(without_devices_black_and_silence_stand_in),
      TEST(an_unplugged_camera_is_told_and_found_again),
      TEST(the_curtain_shuts_camera_and_microphone),
      TEST(who_is_muted_is_not_heard),
      TEST(the_check_tells_what_is_wrong),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
