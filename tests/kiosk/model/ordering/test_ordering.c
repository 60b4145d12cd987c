// SPDX-License-Identifier: GPL-3.0-or-later
// The way of an order, from a finger to the kitchen's number.
#include "kiosk/model/ordering/basket.h"
#include "kiosk/model/ordering/offer.h"

#include "one_kiosk.h"

#include "base/text.h"

#include <string.h>

static void go_to_dishes(int person)
{
  player_sign_in(&player, person);
  player_open(&player, SCREEN_DAY);
  player_do(&player, INTENT_CHOOSE_DAY, 0, NULL);
  player_do(&player, INTENT_CHOOSE_MEAL, MEAL_LUNCH, NULL);
  assert_screen(SCREEN_DISHES);
}

static void one_more(int dish)
{
  player_do(&player, INTENT_ADD_DISH, 0, community_dish_id(dish));
}

static void order_lunch(int person)
{
  player_sign_in(&player, person);
  player_choose_lunch(&player);
  assert_screen(SCREEN_CONFIRM);
  confirm();
}

static void an_order_goes_the_whole_way(void **state)
{
  order_lunch(PERSON_PLAIN);
  assert_screen(SCREEN_DONE);
  assert_int_equal(player.model.done.progress, PROGRESS_WRITING);
  const struct message *message = player_last_message(&player);
  assert_int_equal(message->kind, MESSAGE_ORDER_PLACE);
  assert_true(uuid_is(message->id) && uuid_is(message->body.is.order.id));
  assert_string_not_equal(message->id, message->body.is.order.id);
  assert_string_equal(message->body.is.order.resident_id, community_person_id(PERSON_PLAIN));
  assert_string_equal(message->body.is.order.date, COMMUNITY_TODAY);
  assert_int_equal(message->body.is.order.total_fen, 1200);
  assert_int_equal(message->made_at, player.now);
  player_saved(&player);
  assert_int_equal(player.model.done.progress, PROGRESS_NOTED);
  player_answer(&player, true, REFUSAL_NONE, 27);
  assert_int_equal(player.model.done.progress, PROGRESS_ACCEPTED);
  assert_int_equal(player.model.done.record.is.order.number, 27);
  assert_int_equal(player.model.outbox_count, 0);
}

static void the_usual_takes_two_touches_from_home(void **state)
{
  player_sign_in(&player, PERSON_CAREFUL);
  player_do(&player, INTENT_THE_USUAL, 0, NULL);
  assert_screen(SCREEN_CONFIRM);
  confirm();
  const struct order *order = &player_last_message(&player)->body.is.order;
  assert_string_equal(order->items[0].dish_id, community_dish_id(DISH_LUNCH_SET));
  assert_int_equal(order->delivery, DELIVERY_DELIVER);
  assert_string_equal(order->place, "3号楼502室");
  assert_int_equal(order->total_fen, 750);
}

static void the_usual_that_was_not_wanted_is_forgotten(void **state)
{
  player_sign_in(&player, PERSON_CAREFUL);
  player_do(&player, INTENT_THE_USUAL, 0, NULL);
  player_do(&player, INTENT_BACK, 0, NULL);
  assert_screen(SCREEN_HOME);
  assert_false(basket_waits(&player.model));
  player_choose_lunch(&player);
  player_do(&player, INTENT_HOME, 0, NULL);
  assert_true(basket_waits(&player.model)); // what was chosen by hand is not
}

static void the_usual_is_what_was_had_last(void **state)
{
  struct report report = {.kind = REPORT_RECORD, .is.standing.kind = RECORD_ORDER};
  report.is.standing.is.order = community_order(7, PERSON_PLAIN, "2026-11-20", MEAL_LUNCH);
  COPY_TEXT(report.is.standing.is.order.items[0].dish_id, community_dish_id(DISH_PEANUT_SET));
  report.is.standing.is.order.number = 27;
  player_report(&player, &report);
  player_sign_in(&player, PERSON_PLAIN);
  struct order usual;
  bool as_last_time = false;
  assert_true(offer_usual(&player.model, &usual, &as_last_time));
  assert_true(as_last_time);
  assert_string_equal(usual.items[0].dish_id, community_dish_id(DISH_PEANUT_SET));
  assert_string_equal(usual.date, COMMUNITY_TODAY);
  assert_string_equal(usual.id, "");
  assert_int_equal(usual.number, 0); // that of last time is not worth anything any more
}

static void the_usual_never_goes_against_the_diet(void **state)
{
  struct report report = {.kind = REPORT_RECORD, .is.standing.kind = RECORD_ORDER};
  report.is.standing.is.order = community_order(7, PERSON_CAREFUL, "2026-11-20", MEAL_LUNCH);
  COPY_TEXT(report.is.standing.is.order.items[0].dish_id, community_dish_id(DISH_PEANUT_SET));
  player_report(&player, &report);
  player_sign_in(&player, PERSON_CAREFUL);
  struct order usual;
  bool as_last_time = true;
  assert_true(offer_usual(&player.model, &usual, &as_last_time));
  assert_false(as_last_time);
  assert_string_equal(usual.items[0].dish_id, community_dish_id(DISH_LUNCH_SET));
}

static void who_has_lunch_is_not_offered_it_again(void **state)
{
  struct order usual;
  bool as_last_time = false;
  order_lunch(PERSON_PLAIN);
  player_saved(&player);
  assert_false(offer_usual(&player.model, &usual, &as_last_time));
}

static void sets_come_before_single_dishes(void **state)
{
  const struct dish *list[MOST_MENU_DISHES];
  int count = offer_dishes(&player.model, COMMUNITY_TODAY, MEAL_LUNCH, list);
  assert_int_equal(count, 5);
  assert_int_equal(list[0]->kind, DISH_SET);
  assert_int_equal(list[3]->kind, DISH_SINGLE);
}

static void a_meal_past_its_cutoff_cannot_be_chosen(void **state)
{
  player_sign_in(&player, PERSON_PLAIN);
  player_open(&player, SCREEN_DAY);
  player_do(&player, INTENT_CHOOSE_DAY, 0, NULL);
  player_do(&player, INTENT_CHOOSE_MEAL, MEAL_BREAKFAST, NULL);
  assert_screen(SCREEN_MEAL);
  assert_int_equal(player.model.navigation.notice, NOTICE_CUTOFF);
}

// Touches now and then, so that nobody is asked whether they are still there.
static void wait_until(int minute)
{
  while (model_local(&player.model).minute < minute) {
    player_wait(&player, MS_MINUTE);
    player_do(&player, INTENT_REPEAT, 0, NULL);
  }
}

static void the_cutoff_that_comes_while_choosing_is_told(void **state)
{
  go_to_dishes(PERSON_PLAIN);
  choose(DISH_LUNCH_SET);
  wait_until(600);
  assert_screen(SCREEN_DAY);
  assert_int_equal(player.model.navigation.notice, NOTICE_CUTOFF);
  assert_int_equal(player.message_count, 0);
}

static void accept_twice(void)
{
  player_do(&player, INTENT_ACCEPT_DIET, 0, NULL);
  assert_screen(SCREEN_ALLERGY);
  assert_int_equal(basket_portions(&player.model), 0);
  player_do(&player, INTENT_ACCEPT_DIET, 0, NULL);
}

static void a_dish_with_an_allergen_is_asked_about_twice(void **state)
{
  go_to_dishes(PERSON_CAREFUL);
  choose(DISH_PEANUT_SET);
  assert_screen(SCREEN_DIET);
  assert_int_equal(basket_portions(&player.model), 0);
  player_do(&player, INTENT_BACK, 0, NULL);
  assert_screen(SCREEN_DISHES);
  assert_int_equal(basket_portions(&player.model), 0);
  choose(DISH_PEANUT_SET);
  player_do(&player, INTENT_ACCEPT_DIET, 0, NULL);
  player_do(&player, INTENT_OPEN, SCREEN_DISHES, NULL);
  assert_screen(SCREEN_DISHES);
  assert_int_equal(basket_portions(&player.model), 0);
  choose(DISH_PEANUT_SET);
  accept_twice();
  assert_screen(SCREEN_DISHES);
  player_open(&player, SCREEN_BASKET);
  one_more(DISH_PEANUT_SET); // asked for the dish, not for each portion
  assert_screen(SCREEN_BASKET);
  assert_int_equal(basket_count_of(&player.model, community_dish_id(DISH_PEANUT_SET)), 2);
}

static void a_dish_that_is_only_not_as_noted_is_asked_about_once(void **state)
{
  go_to_dishes(PERSON_NO_ROOM);
  choose(DISH_PEANUT_SET);
  assert_screen(SCREEN_DIET);
  player_do(&player, INTENT_ACCEPT_DIET, 0, NULL);
  assert_screen(SCREEN_DISHES);
  assert_int_equal(basket_portions(&player.model), 1);
}

static void the_yes_to_a_conflict_travels_with_the_order(void **state)
{
  go_to_dishes(PERSON_CAREFUL);
  choose(DISH_PEANUT_SET);
  accept_twice();
  choose(DISH_LUNCH_SET);
  player_open(&player, SCREEN_HOW);
  player_do(&player, INTENT_CHOOSE_DELIVERY, DELIVERY_PICK_UP, NULL);
  confirm();
  assert_true(player_last_message(&player)->body.is.order.diet_confirmed);
  assert_string_equal(player_last_message(&player)->body.is.order.place, "");
}

static void without_a_conflict_nothing_was_confirmed(void **state)
{
  order_lunch(PERSON_CAREFUL);
  assert_false(player_last_message(&player)->body.is.order.diet_confirmed);
}

static void nothing_is_brought_to_a_room_that_is_not_known(void **state)
{
  go_to_dishes(PERSON_NO_ROOM);
  choose(DISH_LUNCH_SET);
  player_open(&player, SCREEN_HOW);
  player_do(&player, INTENT_CHOOSE_DELIVERY, DELIVERY_DELIVER, NULL);
  assert_screen(SCREEN_HOW);
}

static void the_basket_takes_nine_of_a_dish_and_says_so(void **state)
{
  go_to_dishes(PERSON_PLAIN);
  choose(DISH_RICE);
  player_open(&player, SCREEN_BASKET);
  for (int i = 1; i < MOST_ITEM_COUNT; i++)
    one_more(DISH_RICE);
  assert_int_equal(player.model.navigation.notice, NOTICE_NONE);
  one_more(DISH_RICE);
  assert_int_equal(player.model.navigation.notice, NOTICE_BASKET_FULL);
  assert_int_equal(basket_portions(&player.model), MOST_ITEM_COUNT);
}

static void the_last_dish_taken_away_leads_back(void **state)
{
  go_to_dishes(PERSON_PLAIN);
  choose(DISH_RICE);
  player_open(&player, SCREEN_BASKET);
  one_more(DISH_RICE);
  player_do(&player, INTENT_REMOVE_DISH, 0, community_dish_id(DISH_RICE));
  assert_screen(SCREEN_BASKET);
  player_do(&player, INTENT_REMOVE_DISH, 0, community_dish_id(DISH_RICE));
  assert_screen(SCREEN_DISHES);
  player_open(&player, SCREEN_HOW); // an empty basket goes nowhere
  assert_screen(SCREEN_DISHES);
}

static void a_dish_touched_again_is_chosen_no_more(void **state)
{
  go_to_dishes(PERSON_PLAIN);
  choose(DISH_RICE);
  choose(DISH_LUNCH_SET);
  player_open(&player, SCREEN_BASKET);
  one_more(DISH_RICE);
  player_do(&player, INTENT_BACK, 0, NULL);
  choose(DISH_RICE);
  assert_int_equal(basket_count_of(&player.model, community_dish_id(DISH_RICE)), 0);
  assert_int_equal(player.model.navigation.notice, NOTICE_TAKEN_OUT);
  choose(DISH_RICE);
  assert_int_equal(basket_count_of(&player.model, community_dish_id(DISH_RICE)), 1);
  assert_int_equal(player.model.navigation.notice, NOTICE_NONE);
}

static void what_is_not_in_the_basket_gets_no_more(void **state)
{
  go_to_dishes(PERSON_PLAIN);
  choose(DISH_RICE);
  player_open(&player, SCREEN_BASKET);
  one_more(DISH_LUNCH_SET);
  assert_int_equal(basket_portions(&player.model), 1);
}

static void a_half_made_order_waits_for_its_person(void **state)
{
  go_to_dishes(PERSON_PLAIN);
  choose(DISH_RICE);
  player_do(&player, INTENT_LEAVE, 0, NULL);
  player_sign_in(&player, PERSON_CAREFUL);
  assert_false(basket_waits(&player.model)); // a neighbour does not see it
  player_do(&player, INTENT_LEAVE, 0, NULL);
  player_sign_in(&player, PERSON_PLAIN);
  assert_true(basket_waits(&player.model));
  player_do(&player, INTENT_RESUME, 0, NULL);
  assert_screen(SCREEN_DISHES);
  assert_int_equal(basket_count_of(&player.model, community_dish_id(DISH_RICE)), 1);
}

static void a_half_made_order_is_gone_after_the_cutoff(void **state)
{
  go_to_dishes(PERSON_PLAIN);
  choose(DISH_RICE);
  player_do(&player, INTENT_LEAVE, 0, NULL);
  player_wait(&player, MS_HOUR);
  player_sign_in(&player, PERSON_PLAIN);
  assert_false(basket_waits(&player.model));
  assert_int_equal(player.model.ordering.kept_count, 0);
}

static void a_dish_that_left_the_menu_leaves_the_basket(void **state)
{
  go_to_dishes(PERSON_PLAIN);
  choose(DISH_RICE);
  choose(DISH_LUNCH_SET);
  player_open(&player, SCREEN_HOW);
  struct snapshot *other = community_new(COMMUNITY_PEOPLE);
  for (int i = 0; i < other->menu_count; i++)
    COPY_TEXT(other->menus[i].dishes[0], community_dish_id(DISH_CONGEE)); // was rice
  player_snapshot(&player, other);
  assert_screen(SCREEN_DISHES);
  assert_int_equal(player.model.navigation.notice, NOTICE_MENU_CHANGED);
  assert_int_equal(basket_portions(&player.model), 1);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, ready, stop)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(an_order_goes_the_whole_way),
      TEST(the_usual_takes_two_touches_from_home),
      TEST(the_usual_that_was_not_wanted_is_forgotten),
      TEST(the_usual_is_what_was_had_last),
      TEST(the_usual_never_goes_against_the_diet),
      TEST(who_has_lunch_is_not_offered_it_again),
      TEST(sets_come_before_single_dishes),
      TEST(a_meal_past_its_cutoff_cannot_be_chosen),
      TEST(the_cutoff_that_comes_while_choosing_is_told),
      TEST(a_dish_with_an_allergen_is_asked_about_twice),
      TEST(a_dish_that_is_only_not_as_noted_is_asked_about_once),
      TEST(the_yes_to_a_conflict_travels_with_the_order),
      TEST(without_a_conflict_nothing_was_confirmed),
      TEST(nothing_is_brought_to_a_room_that_is_not_known),
      TEST(the_basket_takes_nine_of_a_dish_and_says_so),
      TEST(the_last_dish_taken_away_leads_back),
      TEST(a_dish_touched_again_is_chosen_no_more),
      TEST(what_is_not_in_the_basket_gets_no_more),
      TEST(a_half_made_order_waits_for_its_person),
      TEST(a_half_made_order_is_gone_after_the_cutoff),
      TEST(a_dish_that_left_the_menu_leaves_the_basket),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
