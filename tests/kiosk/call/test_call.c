// SPDX-License-Identifier: GPL-3.0-or-later
// Leaks are not looked for
// Whole calls: the kiosk's side against others that answer as a browser does. Not for ThreadSanitizer: it knows nothing
// of GLib's own locks and calls everything a race.
#include "two_sides.h"

#include "../../cmocka_all.h"
#include "base/text.h"

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
  two_sides_talk(both);
  two_sides_until(both, a_picture_is_there);
}

static void h264_goes_both_ways_too(void **state)
{
  struct two_sides *both = *state;
  COPY_TEXT(both->settings.codec, "h264");
  two_sides_talk(both);
  two_sides_until(both, a_picture_is_there);
}

static bool only_sound(struct two_sides *both)
{
  struct answerer *answerer = &both->sides[0].answerer;
  return atomic_load(&answerer->sounds) > 20 && atomic_load(&answerer->loud) > 1000;
}

static void a_talk_without_pictures_has_none(void **state)
{
  struct two_sides *both = *state;
  two_sides_begin(both);
  two_sides_open(both, 0, false);
  two_sides_wait(both, CALL_CONNECTED);
  two_sides_until(both, only_sound);
  assert_int_equal(atomic_load(&both->sides[0].answerer.pictures), 0);
}

static char *other_fingerprint(const char *sdp)
{
  char *forged = g_strdup(sdp);
  for (char *at = strstr(forged, "sha-256 "); at; at = strstr(at + 1, "sha-256 ")) {
    char *digit = at + strlen("sha-256 ");
    *digit = *digit == 'A' ? 'B' : 'A';
  }
  return forged;
}

static void who_answers_in_anothers_name_gets_nothing(void **state)
{
  struct two_sides *both = *state;
  both->forge = other_fingerprint;
  two_sides_begin(both);
  two_sides_open(both, 0, true);
  call_show(&both->call, both->sides[0].id, 400, 300);
  struct call_event event = two_sides_wait(both, CALL_ENDED);
  assert_int_equal(event.failure, CALL_FORGED);
  assert_int_equal(atomic_load(&both->sides[0].answerer.pictures), 0);
  assert_int_equal(atomic_load(&both->sides[0].answerer.sounds), 0);
  assert_false(a_picture_is_there(both));
}

static char *nonsense(const char *sdp)
{
  return g_strdup("v=0\r\nnothing of use\r\n");
}

static void an_answer_without_sense_is_told(void **state)
{
  struct two_sides *both = *state;
  both->forge = nonsense;
  two_sides_begin(both);
  two_sides_open(both, 0, true);
  assert_int_equal(two_sides_wait(both, CALL_ENDED).failure, CALL_NO_SENSE);
}

static bool first_is_renewed(struct two_sides *both)
{
  return atomic_load(&both->sides[0].round) == 2 && two_sides_first_sees_and_hears(both);
}

static void who_vanishes_is_missed_and_comes_back_by_another_connection(void **state)
{
  struct two_sides *both = *state;
  two_sides_talk(both);
  answerer_vanish(&both->sides[0].answerer);
  two_sides_wait(both, CALL_SILENT);
  atomic_store(&both->sides[0].answerer.pictures, 0);
  call_renew(&both->call, both->sides[0].id, NULL);
  struct call_event offer = two_sides_wait(both, CALL_OFFER);
  assert_int_equal(offer.round, 2);
  two_sides_wait(both, CALL_BACK);
  two_sides_until(both, first_is_renewed);
}

static bool all_see_and_hear(struct two_sides *both)
{
  for (int i = 0; i < CALL_PEERS; i++)
    if (!two_sides_sees_and_hears(both, i))
      return false;
  return true;
}

static void four_others_are_in_one_call(void **state)
{
  struct two_sides *both = *state;
  two_sides_begin(both);
  for (int i = 0; i < CALL_PEERS; i++)
    two_sides_open(both, i, true);
  two_sides_until(both, all_see_and_hear);
  call_open(&both->call, "0191d5a0-0000-7000-8000-00000000000f", &both->ice, true);
  assert_int_equal(two_sides_wait(both, CALL_ENDED).failure, CALL_BROKEN);
  call_close(&both->call, both->sides[1].id);
  answerer_vanish(&both->sides[1].answerer);
  atomic_store(&both->sides[2].answerer.pictures, 0);
  atomic_store(&both->sides[1].answerer.pictures, 99);
  two_sides_until(both, all_see_and_hear);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, two_sides_set_up, two_sides_tear_down)
  const struct CMUnitTest tests[] = {
      TEST(sound_and_picture_go_both_ways),   TEST(h264_goes_both_ways_too),
      TEST(a_talk_without_pictures_has_none), TEST(who_answers_in_anothers_name_gets_nothing),
      TEST(an_answer_without_sense_is_told),  TEST(who_vanishes_is_missed_and_comes_back_by_another_connection),
      TEST(four_others_are_in_one_call),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
