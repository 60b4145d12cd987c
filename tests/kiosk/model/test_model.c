// SPDX-License-Identifier: GPL-3.0-or-later
// Time, idleness, speech and settings.
#include "kiosk/model/model.h"

#include "kiosk/model/ordering/basket.h"
#include "one_kiosk.h"

#include "base/text.h"

#include <string.h>

#define IDLE (120 * MS_SECOND)
#define DONE (20 * MS_SECOND)
#define WARNING (20 * MS_SECOND)

static void tick(void)
{
  struct report report = {.kind = REPORT_TICK};
  player_report(&player, &report);
}

static void a_kiosk_that_knows_nothing_waits_calmly(void **state)
{
  player_stop(&player);
  player_start(&player, NULL);
  assert_screen(SCREEN_EMPTY);
  player_do(&player, INTENT_BEGIN, 0, NULL);
  player_card(&player, "0012345678");
  assert_screen(SCREEN_EMPTY);
  player_snapshot(&player, community_new(COMMUNITY_PEOPLE));
  assert_screen(SCREEN_REST);
}

static void a_kiosk_that_is_not_approved_shows_its_code(void **state)
{
  player_line(&player, LINE_STATE_NOT_APPROVED, "427 918");
  assert_screen(SCREEN_SETUP);
  assert_string_equal(player.model.code, "427 918");
  player_do(&player, INTENT_BEGIN, 0, NULL);
  player_line(&player, LINE_STATE_UP, "");
  assert_screen(SCREEN_REST);
}

static void nobody_there_is_asked_and_then_signed_out(void **state)
{
  player_sign_in(&player, PERSON_PLAIN);
  player_wait(&player, IDLE - 1);
  assert_screen(SCREEN_HOME);
  player_wait(&player, 1);
  assert_screen(SCREEN_STILL_THERE);
  player_wait(&player, WARNING - 1);
  assert_screen(SCREEN_STILL_THERE);
  player_wait(&player, 1);
  assert_screen(SCREEN_REST);
  assert_string_equal(player.model.person.id, "");
}

static void one_touch_extends_as_often_as_one_likes(void **state)
{
  player_sign_in(&player, PERSON_PLAIN);
  player_open(&player, SCREEN_SETTINGS);
  for (int i = 0; i < 12; i++) {
    player_wait(&player, IDLE + WARNING / 2);
    assert_screen(SCREEN_STILL_THERE);
    player_do(&player, INTENT_STAY, 0, NULL);
    assert_screen(SCREEN_SETTINGS);
  }
}

static void a_touch_meant_for_what_lay_below_does_no_harm(void **state)
{
  player_sign_in(&player, PERSON_PLAIN);
  player_choose_lunch(&player);
  player_wait(&player, IDLE);
  player_do(&player, INTENT_CONFIRM, 0, NULL);
  assert_screen(SCREEN_CONFIRM);
  assert_int_equal(player.message_count, 0);
}

static void wish_done(bool accepted)
{
  player_sign_in(&player, PERSON_PLAIN);
  player_choose_lunch(&player);
  player_do(&player, INTENT_CONFIRM, 0, NULL);
  player_saved(&player);
  player_said(&player);
  player_answer(&player, accepted, REFUSAL_CUTOFF, 0);
  assert_screen(SCREEN_DONE);
}

static void what_is_done_ends_soon_once_it_was_said(void **state)
{
  wish_done(true);
  player_shown(&player);
  player_wait(&player, DONE); // it is still being said
  player_said(&player);
  player_wait(&player, DONE - 1);
  assert_screen(SCREEN_DONE);
  player_wait(&player, 1);
  assert_screen(SCREEN_REST);
  assert_string_equal(player.model.person.id, "");
}

static void who_goes_on_after_what_is_done_stays(void **state)
{
  wish_done(true);
  player_said(&player);
  player_wait(&player, DONE - 1);
  player_do(&player, INTENT_HOME, 0, NULL);
  assert_screen(SCREEN_HOME);
  player_wait(&player, IDLE - 1);
  assert_screen(SCREEN_HOME);
}

// What nobody has seen yet, whatever is not settled, and an open call for help hold the person longer.
static void what_did_not_work_out_stays_until_it_was_seen(void **state)
{
  wish_done(false);
  player_said(&player);
  player_wait(&player, DONE);
  assert_screen(SCREEN_DONE);
  player_do(&player, INTENT_REPEAT, 0, NULL);
  player_said(&player);
  player_wait(&player, DONE);
  assert_screen(SCREEN_REST);
}

static void a_call_for_help_is_not_ended_with_what_is_done(void **state)
{
  wish_done(true);
  player_said(&player);
  player_do(&player, INTENT_HELP, 0, NULL);
  player_said(&player);
  player_wait(&player, DONE);
  assert_screen(SCREEN_HELP);
  player_do(&player, INTENT_BACK, 0, NULL);
  player_said(&player);
  player_wait(&player, DONE);
  assert_screen(SCREEN_DONE);
}

static void a_bedside_kiosk_keeps_what_is_done(void **state)
{
  player.model.settings.kind = KIOSK_BEDSIDE;
  wish_done(true);
  player_said(&player);
  player_wait(&player, IDLE - 1);
  assert_screen(SCREEN_DONE);
}

static void the_own_card_says_i_am_still_here(void **state)
{
  player_card(&player, "0012345678");
  player_open(&player, SCREEN_SETTINGS);
  player_wait(&player, IDLE);
  uint64_t revision = player.model.revision;
  player_card(&player, "0012345678");
  assert_screen(SCREEN_SETTINGS);
  assert_true(player.model.revision > revision);
}

static void with_nobody_signed_in_it_goes_to_rest_without_a_word(void **state)
{
  player_do(&player, INTENT_BEGIN, 0, NULL);
  player_shown(&player);
  int spoken = player.spoken;
  player_wait(&player, IDLE);
  assert_screen(SCREEN_REST);
  player_shown(&player);
  assert_int_equal(player.spoken, spoken);
}

static void who_is_asked_for_digits_is_asked_before_it_goes(void **state)
{
  player_do(&player, INTENT_BEGIN, 0, NULL);
  player_do(&player, INTENT_CHOOSE_PERSON, 0, community_person_id(PERSON_PIN));
  player_wait(&player, IDLE);
  assert_screen(SCREEN_STILL_THERE);
  player_do(&player, INTENT_STAY, 0, NULL);
  assert_screen(SCREEN_PIN);
  player_wait(&player, IDLE + WARNING);
  assert_screen(SCREEN_REST);
}

static void listening_counts_as_being_there(void **state)
{
  player_sign_in(&player, PERSON_PLAIN);
  player_wait(&player, IDLE - MS_SECOND);
  struct report report = {.kind = REPORT_SPEECH_ENDED};
  player_report(&player, &report);
  player_wait(&player, IDLE - 1);
  assert_screen(SCREEN_HOME);
}

static void a_half_made_order_survives_the_sign_out(void **state)
{
  player_sign_in(&player, PERSON_PLAIN);
  player_choose_lunch(&player);
  player_wait(&player, IDLE + WARNING);
  assert_screen(SCREEN_REST);
  player_sign_in(&player, PERSON_PLAIN);
  assert_true(basket_waits(&player.model));
}

static void the_clock_set_back_breaks_nothing(void **state)
{
  player_sign_in(&player, PERSON_PLAIN);
  player_wait(&player, MS_MINUTE);
  player.now -= 30 * MS_DAY;
  tick();
  assert_true(model_wake_at(&player.model) >= player.now);
  assert_screen(SCREEN_HOME);
  player_wait(&player, MS_MINUTE);
  assert_screen(SCREEN_STILL_THERE); // the two minutes in front of it count, whatever the clock says
}

static void the_clock_set_forward_sends_nobody_away(void **state)
{
  player_sign_in(&player, PERSON_PLAIN);
  player.now += 30 * MS_DAY;
  tick();
  assert_screen(SCREEN_HOME);
  player_wait(&player, MS_MINUTE - 6 * MS_SECOND);
  assert_screen(SCREEN_HOME);
}

static void the_servers_time_decides_what_is_too_late(void **state)
{
  struct report report = {.kind = REPORT_SERVER_TIME, .is.number = 2 * MS_HOUR};
  player_report(&player, &report);
  assert_int_equal(model_local(&player.model).minute, 11 * 60);
  player_sign_in(&player, PERSON_PLAIN);
  player_open(&player, SCREEN_DAY);
  player_do(&player, INTENT_CHOOSE_DAY, 0, NULL);
  player_do(&player, INTENT_CHOOSE_MEAL, MEAL_LUNCH, NULL);
  assert_screen(SCREEN_MEAL);
}

static void at_rest_it_wakes_once_a_minute_for_the_clock(void **state)
{
  player.now += 12345;
  tick();
  anban_ms wake = model_wake_at(&player.model);
  assert_int_equal(wake % MS_MINUTE, 0);
  assert_true(wake > player.now && wake <= player.now + MS_MINUTE);
  uint64_t revision = player.model.revision;
  player.now = wake;
  tick();
  assert_true(player.model.revision > revision);
  revision = player.model.revision;
  player.now += MS_SECOND;
  tick();
  assert_int_equal(player.model.revision, revision); // nothing new, nothing drawn
}

static void a_touch_hushes_and_clicks(void **state)
{
  player_do(&player, INTENT_BEGIN, 0, NULL);
  assert_true(player.asked.count >= 2);
  assert_int_equal(player.asked.list[0].kind, REQUEST_HUSH);
  assert_int_equal(player.asked.list[1].kind, REQUEST_CLICK);
}

static void a_new_screen_is_spoken_once_it_is_seen(void **state)
{
  player_do(&player, INTENT_BEGIN, 0, NULL);
  assert_int_equal(player.spoken, 0);
  player_shown(&player);
  assert_int_equal(player.spoken, 1);
  player_shown(&player);
  assert_int_equal(player.spoken, 1);
  player_do(&player, INTENT_REPEAT, 0, NULL);
  assert_int_equal(player.spoken, 2);
}

static void a_turned_page_is_spoken(void **state)
{
  player_do(&player, INTENT_BEGIN, 0, NULL);
  player_shown(&player);
  player_do(&player, INTENT_TURN, 1, NULL);
  assert_int_equal(player.model.navigation.page_of[SCREEN_WHO], 1);
  struct report report = {.kind = REPORT_SHOWN, .is.shown = {.page = 1, .pages = 2, .first_item = 6, .items = 3}};
  player_report(&player, &report);
  assert_int_equal(player.spoken, 1); // the page is written anew first
  player_report(&player, &report);
  assert_int_equal(player.spoken, 2);
}

static void a_person_brings_language_and_text_size(void **state)
{
  player_sign_in(&player, PERSON_PIN);
  assert_string_equal(player.locale, "zh_HK");
  player_do(&player, INTENT_LEAVE, 0, NULL);
  assert_string_equal(player.locale, "zh_CN");
  player_card(&player, "0012345678");
  assert_int_equal(player.model.person.chosen.text_percent, 125);
}

static void open_setting(enum screen screen)
{
  player_open(&player, SCREEN_SETTINGS);
  player_open(&player, screen);
}

static void a_shared_kiosk_goes_back_to_its_settings(void **state)
{
  player_sign_in(&player, PERSON_PLAIN);
  struct kept_settings before = player.model.person.chosen;
  open_setting(SCREEN_VOLUME);
  player_do(&player, INTENT_SET, SET_VOLUME_UP, NULL);
  assert_true(player.voice.volume_percent > before.voice.volume_percent);
  player_do(&player, INTENT_BACK, 0, NULL);
  player_open(&player, SCREEN_THEME);
  player_do(&player, INTENT_SET, SET_THEME_BLACK_YELLOW, NULL);
  player_do(&player, INTENT_LEAVE, 0, NULL);
  assert_int_equal(player.voice.volume_percent, before.voice.volume_percent);
  assert_int_equal(player.model.person.chosen.theme, before.theme);
  assert_int_equal(player.kept, 0);
}

static void a_bedside_kiosk_keeps_what_was_set(void **state)
{
  struct model_settings settings = {.kind = KIOSK_BEDSIDE, .bedside_count = 1, .kept = setting_presets()};
  COPY_TEXT(settings.bedside[0], community_person_id(PERSON_CAREFUL));
  player_stop(&player);
  player_start(&player, &settings);
  player_snapshot(&player, community_new(COMMUNITY_PEOPLE));
  player_do(&player, INTENT_BEGIN, 0, NULL);
  assert_int_equal(player.model.person.chosen.text_percent, 125); // from the record
  open_setting(SCREEN_VOLUME);
  player_do(&player, INTENT_SET, SET_VOLUME_DOWN, NULL);
  assert_int_equal(player.kept, 1);
  assert_int_equal(player.last_kept.text_percent, 0); // was not chosen here: the record still counts
  player_do(&player, INTENT_BACK, 0, NULL);
  player_open(&player, SCREEN_TEXT_SIZE);
  player_do(&player, INTENT_SET, SET_TEXT_BIGGER, NULL);
  assert_int_equal(player.last_kept.text_percent, 150);
  player_do(&player, INTENT_LEAVE, 0, NULL);
  player_do(&player, INTENT_BEGIN, 0, NULL);
  assert_int_equal(player.model.person.chosen.text_percent, 150);
}

static void every_setting_has_an_end(void **state)
{
  struct kept_settings set = setting_presets();
  int steps = 0;
  while (setting_take(&set, SET_VOLUME_UP))
    steps++;
  assert_true(steps < SETTING_VOLUME_STEPS);
  assert_int_equal(set.voice.volume_percent, 100);
  assert_int_equal(setting_volume_step(&set), SETTING_VOLUME_STEPS);
  while (setting_take(&set, SET_RATE_SLOWER))
    ;
  assert_int_equal(set.voice.rate_wpm, 120);
  assert_false(setting_can(&set, SET_RATE_SLOWER));
}

static void damaged_settings_are_mended(void **state)
{
  struct kept_settings set = {.voice = {-5, 9999}, .theme = 77, .text_percent = 133, .locale = "xx"};
  setting_mend(&set);
  assert_int_equal(set.voice.volume_percent, 20);
  assert_int_equal(set.voice.rate_wpm, 250);
  assert_int_equal(set.theme, 0);
  assert_int_equal(set.text_percent, 125);
  assert_string_equal(set.locale, "");
}

static void back_never_leads_into_the_void(void **state)
{
  player_do(&player, INTENT_BEGIN, 0, NULL);
  player_do(&player, INTENT_BACK, 0, NULL);
  assert_screen(SCREEN_REST);
  player_do(&player, INTENT_BACK, 0, NULL);
  assert_screen(SCREEN_REST);
  player_sign_in(&player, PERSON_PLAIN);
  player_do(&player, INTENT_BACK, 0, NULL);
  assert_screen(SCREEN_HOME);
  assert_string_equal(player.model.person.id, community_person_id(PERSON_PLAIN));
}

// A late or repeated touch that belongs to another screen, with numbers and ids out of range.
static void no_touch_out_of_place_does_harm(void **state)
{
  static const int numbers[] = {-1, 0, 1, 99, -2147483647};
  player_sign_in(&player, PERSON_PLAIN);
  for (int kind = 0; kind < INTENTS + 3; kind++) {
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
      player_do(&player, (enum intent_kind)kind, numbers[i], "nothing of the kind");
      assert_true(player.model.navigation.depth >= 1 && player.model.navigation.depth <= SCREENS);
      assert_true(model_screen(&player.model) < SCREENS);
    }
  }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, ready, stop)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(a_kiosk_that_knows_nothing_waits_calmly),
      TEST(a_kiosk_that_is_not_approved_shows_its_code),
      TEST(nobody_there_is_asked_and_then_signed_out),
      TEST(one_touch_extends_as_often_as_one_likes),
      TEST(a_touch_meant_for_what_lay_below_does_no_harm),
      TEST(what_is_done_ends_soon_once_it_was_said),
      TEST(who_goes_on_after_what_is_done_stays),
      TEST(what_did_not_work_out_stays_until_it_was_seen),
      TEST(a_call_for_help_is_not_ended_with_what_is_done),
      TEST(a_bedside_kiosk_keeps_what_is_done),
      TEST(the_own_card_says_i_am_still_here),
      TEST(with_nobody_signed_in_it_goes_to_rest_without_a_word),
      TEST(who_is_asked_for_digits_is_asked_before_it_goes),
      TEST(listening_counts_as_being_there),
      TEST(a_half_made_order_survives_the_sign_out),
      TEST(the_clock_set_back_breaks_nothing),
      TEST(the_clock_set_forward_sends_nobody_away),
      TEST(the_servers_time_decides_what_is_too_late),
      TEST(at_rest_it_wakes_once_a_minute_for_the_clock),
      TEST(a_touch_hushes_and_clicks),
      TEST(a_new_screen_is_spoken_once_it_is_seen),
      TEST(a_turned_page_is_spoken),
      TEST(a_person_brings_language_and_text_size),
      TEST(a_shared_kiosk_goes_back_to_its_settings),
      TEST(a_bedside_kiosk_keeps_what_was_set),
      TEST(every_setting_has_an_end),
      TEST(damaged_settings_are_mended),
      TEST(back_never_leads_into_the_void),
      TEST(no_touch_out_of_place_does_harm),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
