// SPDX-License-Identifier: GPL-3.0-or-later
// Who stands before the kiosk: tiles, card, room, PIN, message_out.
#include "kiosk/model/person/person.h"
#include "kiosk/model/person/pin.h"

#include "one_kiosk.h"

#include "base/text.h"

#include <string.h>

#define CARD "0012345678"

static void a_touch_and_a_tile_sign_in(void **state)
{
  assert_screen(SCREEN_REST);
  player_do(&player, INTENT_BEGIN, 0, NULL);
  assert_screen(SCREEN_WHO);
  player_do(&player, INTENT_CHOOSE_PERSON, 0, community_person_id(PERSON_PLAIN));
  assert_screen(SCREEN_HOME);
  assert_string_equal(model_person(&player.model)->name, "王秀英");
}

static void a_card_signs_in_from_rest(void **state)
{
  player_card(&player, CARD);
  assert_screen(SCREEN_HOME);
  assert_string_equal(player.model.person.id, community_person_id(PERSON_CAREFUL));
}

static void a_card_is_known_in_hexadecimal_too(void **state)
{
  player_card(&player, "00BC614E");
  assert_string_equal(player.model.person.id, community_person_id(PERSON_CAREFUL));
}

static void a_part_of_a_card_is_unknown(void **state)
{
  player_card(&player, "12345678");
  assert_string_equal(player.model.person.id, "");
  assert_int_equal(player.model.navigation.notice, NOTICE_CARD_UNKNOWN);
}

static void an_unknown_card_is_met_kindly(void **state)
{
  player_card(&player, "0000000000");
  assert_screen(SCREEN_WHO);
  assert_int_equal(player.model.navigation.notice, NOTICE_CARD_UNKNOWN);
  assert_string_equal(player.model.person.id, "");
}

static void a_card_that_was_not_read_whole_is_asked_for_again(void **state)
{
  player_card(&player, "");
  assert_screen(SCREEN_WHO);
  assert_int_equal(player.model.navigation.notice, NOTICE_CARD_UNREAD);
  player_card(&player, CARD);
  player_open(&player, SCREEN_SETTINGS);
  player_card(&player, "");
  assert_screen(SCREEN_SETTINGS);
}

static void another_card_signs_the_first_person_out(void **state)
{
  player_sign_in(&player, PERSON_PLAIN);
  player_open(&player, SCREEN_SETTINGS);
  player_card(&player, CARD);
  assert_screen(SCREEN_HOME);
  assert_string_equal(player.model.person.id, community_person_id(PERSON_CAREFUL));
}

static void the_own_card_again_changes_nothing(void **state)
{
  player_card(&player, CARD);
  player_open(&player, SCREEN_SETTINGS);
  player_card(&player, CARD);
  assert_screen(SCREEN_SETTINGS);
}

static void the_pin_is_asked_of_who_has_one(void **state)
{
  player_do(&player, INTENT_BEGIN, 0, NULL);
  player_do(&player, INTENT_CHOOSE_PERSON, 0, community_person_id(PERSON_PIN));
  assert_screen(SCREEN_PIN);
  player_type(&player, "258");
  assert_screen(SCREEN_PIN);
  player_do(&player, INTENT_DIGIT, -1, NULL);
  player_type(&player, "80");
  assert_screen(SCREEN_HOME);
  assert_string_equal(player.model.person.keypad.digits, "");
}

static void nobody_is_asked_for_the_digits_of_who_is_off_the_list(void **state)
{
  player_do(&player, INTENT_BEGIN, 0, NULL);
  player_do(&player, INTENT_CHOOSE_PERSON, 0, community_person_id(PERSON_PIN));
  player_snapshot(&player, community_new(1));
  assert_screen(SCREEN_WHO);
}

static void five_wrong_pins_make_a_minutes_pause(void **state)
{
  player_do(&player, INTENT_BEGIN, 0, NULL);
  player_do(&player, INTENT_CHOOSE_PERSON, 0, community_person_id(PERSON_PIN));
  for (int i = 0; i < 4; i++) {
    player_type(&player, "0000");
    assert_int_equal(player.model.navigation.notice, NOTICE_PIN_WRONG);
  }
  player_type(&player, "0000");
  assert_int_equal(player.model.navigation.notice, NOTICE_PIN_PAUSED);
  player_type(&player, COMMUNITY_PIN); // not even the right one
  assert_screen(SCREEN_PIN);
  uint64_t revision = player.model.revision;
  player_wait(&player, 5 * MS_SECOND);
  assert_true(player.model.revision >= revision + 5); // the seconds are seen to grow less
  player_wait(&player, MS_MINUTE - 5 * MS_SECOND - 1);
  assert_int_equal(player.model.navigation.notice, NOTICE_PIN_PAUSED);
  player_wait(&player, 1);
  assert_int_equal(player.model.navigation.notice, NOTICE_NONE);
  player_type(&player, COMMUNITY_PIN);
  assert_screen(SCREEN_HOME);
}

static void the_pause_is_of_one_person_and_stays_with_them(void **state)
{
  player_do(&player, INTENT_BEGIN, 0, NULL);
  player_do(&player, INTENT_CHOOSE_PERSON, 0, community_person_id(PERSON_PIN));
  for (int i = 0; i < 5; i++)
    player_type(&player, "0000");
  player_do(&player, INTENT_BACK, 0, NULL);
  player_do(&player, INTENT_CHOOSE_PERSON, 0, community_person_id(PERSON_PLAIN));
  assert_screen(SCREEN_HOME);
  player_do(&player, INTENT_LEAVE, 0, NULL);
  player_do(&player, INTENT_BEGIN, 0, NULL);
  player_do(&player, INTENT_CHOOSE_PERSON, 0, community_person_id(PERSON_PIN));
  assert_int_equal(player.model.navigation.notice, NOTICE_PIN_PAUSED);
  assert_true(pin_pause(&player.model) > 0);
}

static void a_digit_takes_the_notice_away(void **state)
{
  player_do(&player, INTENT_BEGIN, 0, NULL);
  player_do(&player, INTENT_CHOOSE_PERSON, 0, community_person_id(PERSON_PIN));
  player_type(&player, "0000");
  player_type(&player, "2");
  assert_int_equal(player.model.navigation.notice, NOTICE_NONE);
}

static void many_people_are_found_by_their_room(void **state)
{
  const struct resident *list[MOST_TILE_PEOPLE];
  player_snapshot(&player, community_new(60));
  assert_int_equal(person_tiles(&player.model, list), 0);
  player_do(&player, INTENT_BEGIN, 0, NULL);
  player_open(&player, SCREEN_ROOM);
  player_type(&player, "502");
  player_do(&player, INTENT_FIND_ROOM, 0, NULL);
  assert_screen(SCREEN_ROOM_PEOPLE);
  assert_int_equal(person_in_room(&player.model, list), 1);
  assert_string_equal(list[0]->name, "李桂兰");
}

static int found(const char *digits)
{
  const struct resident *list[MOST_TILE_PEOPLE];
  memset(&player.model.person.keypad, 0, sizeof player.model.person.keypad);
  player_type(&player, digits);
  return person_in_room(&player.model, list);
}

static void a_room_is_its_number_with_or_without_the_building(void **state)
{
  player_snapshot(&player, community_new(60));
  player_do(&player, INTENT_BEGIN, 0, NULL);
  player_open(&player, SCREEN_ROOM);
  assert_int_equal(found("305"), 1); // 1号楼305室
  assert_int_equal(found("1305"), 1);
  assert_int_equal(found("1221203"), 0); // longer than the keypad takes
  assert_int_equal(found("1203"), 1);    // 福寿苑12号楼2单元1203室
  assert_int_equal(found("05"), 0);
  assert_int_equal(found("30"), 0);
  assert_int_equal(found(""), 0);
}

static void leaving_wipes_what_is_private(void **state)
{
  player_sign_in(&player, PERSON_CAREFUL);
  player_choose_lunch(&player);
  player_do(&player, INTENT_CONFIRM, 0, NULL);
  player_open(&player, SCREEN_DAY);
  player_do(&player, INTENT_CHOOSE_DAY, 1, NULL);
  player_do(&player, INTENT_CHOOSE_MEAL, MEAL_LUNCH, NULL);
  choose(DISH_LUNCH_SET);
  assert_string_not_equal(player.model.navigation.item_in_hand, "");
  player_do(&player, INTENT_LEAVE, 0, NULL);
  assert_screen(SCREEN_REST);
  assert_string_equal(player.model.person.id, "");
  assert_string_equal(player.model.navigation.item_in_hand, "");
  assert_string_equal(player.model.done.record.is.order.id, "");
  assert_int_equal(player.model.ordering.draft.order.item_count, 0);
  assert_string_equal(player.model.ordering.order_in_hand, "");
}

static void who_left_the_list_is_signed_out(void **state)
{
  player_sign_in(&player, PERSON_PLAIN);
  struct snapshot *fewer = community_new(COMMUNITY_PEOPLE);
  memmove(&fewer->residents[0], &fewer->residents[1], (COMMUNITY_PEOPLE - 1) * sizeof *fewer->residents);
  fewer->resident_count--;
  player_snapshot(&player, fewer);
  assert_screen(SCREEN_REST);
}

static void a_bedside_kiosk_of_one_knows_who_it_is(void **state)
{
  struct model_settings settings = {.kind = KIOSK_BEDSIDE, .bedside_count = 1, .kept = setting_presets()};
  COPY_TEXT(settings.bedside[0], community_person_id(PERSON_CAREFUL));
  player_stop(&player);
  player_start(&player, &settings);
  player_snapshot(&player, community_new(COMMUNITY_PEOPLE));
  player_do(&player, INTENT_BEGIN, 0, NULL);
  assert_screen(SCREEN_HOME);
  assert_string_equal(player.model.person.id, community_person_id(PERSON_CAREFUL));
}

static void a_bedside_kiosk_shows_only_its_people(void **state)
{
  const struct resident *list[MOST_TILE_PEOPLE];
  struct model_settings settings = {.kind = KIOSK_BEDSIDE, .bedside_count = 2, .kept = setting_presets()};
  COPY_TEXT(settings.bedside[0], community_person_id(PERSON_PIN));
  COPY_TEXT(settings.bedside[1], community_person_id(PERSON_PLAIN));
  player_stop(&player);
  player_start(&player, &settings);
  player_snapshot(&player, community_new(60));
  assert_int_equal(person_tiles(&player.model, list), 2);
  assert_string_equal(list[0]->name, "陈建国");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, ready, stop)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(a_touch_and_a_tile_sign_in),
      TEST(a_card_signs_in_from_rest),
      TEST(a_card_is_known_in_hexadecimal_too),
      TEST(a_part_of_a_card_is_unknown),
      TEST(an_unknown_card_is_met_kindly),
      TEST(a_card_that_was_not_read_whole_is_asked_for_again),
      TEST(another_card_signs_the_first_person_out),
      TEST(the_own_card_again_changes_nothing),
      TEST(the_pin_is_asked_of_who_has_one),
      TEST(nobody_is_asked_for_the_digits_of_who_is_off_the_list),
      TEST(five_wrong_pins_make_a_minutes_pause),
      TEST(the_pause_is_of_one_person_and_stays_with_them),
      TEST(a_digit_takes_the_notice_away),
      TEST(many_people_are_found_by_their_room),
      TEST(a_room_is_its_number_with_or_without_the_building),
      TEST(leaving_wipes_what_is_private),
      TEST(who_left_the_list_is_signed_out),
      TEST(a_bedside_kiosk_of_one_knows_who_it_is),
      TEST(a_bedside_kiosk_shows_only_its_people),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
