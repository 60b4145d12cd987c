// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of an order: saved, answered, refused, changed, cancelled, listed.
#include "kiosk/model/ordering/basket.h"
#include "kiosk/model/ordering/orders.h"
#include "kiosk/model/outbox.h"

#include "one_kiosk.h"

#include "base/text.h"

#include <string.h>

static void order_lunch(int person)
{
  player_sign_in(&player, person);
  player_choose_lunch(&player);
  assert_screen(SCREEN_CONFIRM);
  confirm();
}

// Touches now and then, so that nobody is asked whether they are still there.
static void wait_until(int minute)
{
  while (model_local(&player.model).minute < minute) {
    player_wait(&player, MS_MINUTE);
    player_do(&player, INTENT_REPEAT, 0, NULL);
  }
}

static void what_cannot_be_saved_can_be_tried_again(void **state)
{
  order_lunch(PERSON_PLAIN);
  char order_id[UUID_SIZE];
  COPY_TEXT(order_id, player_last_message(&player)->body.is.order.id);
  player_not_saved(&player);
  assert_int_equal(player.model.done.progress, PROGRESS_NOT_SAVED);
  assert_int_equal(player.model.outbox_count, 0);
  player_do(&player, INTENT_RETRY, 0, NULL);
  assert_int_equal(player.message_count, 2);
  assert_string_equal(player_last_message(&player)->body.is.order.id, order_id); // one wish, one order
  player_saved(&player);
  assert_int_equal(player.model.done.progress, PROGRESS_NOTED);
}

static void what_could_not_be_saved_is_told_to_who_had_left(void **state)
{
  order_lunch(PERSON_PLAIN);
  player_do(&player, INTENT_LEAVE, 0, NULL);
  player_not_saved(&player);
  player_sign_in(&player, PERSON_PLAIN);
  player_do(&player, INTENT_SHOW_NEWS, 0, NULL);
  assert_int_equal(player.model.done.progress, PROGRESS_NOT_SAVED);
  player_do(&player, INTENT_RETRY, 0, NULL);
  assert_string_equal(player_last_message(&player)->body.is.order.id, player.messages[0].body.is.order.id);
}

static void a_long_answer_is_spoken_of_after_ten_seconds(void **state)
{
  order_lunch(PERSON_PLAIN);
  player_saved(&player);
  player_shown(&player);
  int spoken = player.spoken;
  player_wait(&player, 10 * MS_SECOND - 1);
  assert_false(player.model.done.slow);
  player_wait(&player, 1);
  assert_true(player.model.done.slow);
  player_shown(&player);
  assert_int_equal(player.spoken, spoken + 1);
}

static void with_the_line_down_no_answer_is_waited_for(void **state)
{
  player_line(&player, LINE_STATE_AWAY, "");
  order_lunch(PERSON_PLAIN);
  player_saved(&player);
  player_wait(&player, MS_MINUTE);
  assert_false(player.model.done.slow);
  assert_int_equal(player.model.done.progress, PROGRESS_NOTED);
}

static void a_refusal_in_sight_is_said_there(void **state)
{
  order_lunch(PERSON_PLAIN);
  player_saved(&player);
  player_answer(&player, false, REFUSAL_NOT_ON_MENU, 0);
  assert_int_equal(player.model.done.progress, PROGRESS_REFUSED);
  assert_int_equal(player.model.done.reason, REFUSAL_NOT_ON_MENU);
  assert_null(outbox_news(&player.model));
}

static void a_refusal_out_of_sight_waits_for_the_person(void **state)
{
  order_lunch(PERSON_PLAIN);
  player_saved(&player);
  player_do(&player, INTENT_LEAVE, 0, NULL);
  player_answer(&player, false, REFUSAL_CUTOFF, 0);
  player_sign_in(&player, PERSON_CAREFUL);
  assert_null(outbox_news(&player.model)); // not the neighbour's business
  player_do(&player, INTENT_LEAVE, 0, NULL);
  player_sign_in(&player, PERSON_PLAIN);
  assert_non_null(outbox_news(&player.model));
  player_do(&player, INTENT_SHOW_NEWS, 0, NULL);
  assert_screen(SCREEN_DONE);
  assert_int_equal(player.model.done.reason, REFUSAL_CUTOFF);
  assert_null(outbox_news(&player.model));
}

// It is said to an empty hall, and the page goes.
static void a_refusal_that_nobody_saw_waits_for_the_person(void **state)
{
  order_lunch(PERSON_PLAIN);
  player_saved(&player);
  player_wait(&player, 125 * MS_SECOND);
  player_answer(&player, false, REFUSAL_CUTOFF, 0);
  player_wait(&player, MS_MINUTE);
  assert_screen(SCREEN_REST);
  player_sign_in(&player, PERSON_PLAIN);
  assert_non_null(outbox_news(&player.model));
}

static void a_refusal_that_was_seen_is_not_told_again(void **state)
{
  order_lunch(PERSON_PLAIN);
  player_saved(&player);
  player_answer(&player, false, REFUSAL_CUTOFF, 0);
  player_do(&player, INTENT_LEAVE, 0, NULL);
  player_sign_in(&player, PERSON_PLAIN);
  assert_null(outbox_news(&player.model));
}

static void staff_taking_an_order_back_is_news(void **state)
{
  order_lunch(PERSON_PLAIN);
  player_saved(&player);
  player_answer(&player, true, REFUSAL_NONE, 27);
  player_do(&player, INTENT_HOME, 0, NULL);
  struct report report = {.kind = REPORT_RECORD, .is.standing = player.model.done.record};
  report.is.standing.is.order.status = ORDER_DECLINED;
  COPY_TEXT(report.is.standing.is.order.reason, refusal_code(REFUSAL_BY_STAFF));
  player_report(&player, &report);
  assert_non_null(outbox_news(&player.model));
  player_report(&player, &report); // told twice by the stream, once to the person
  assert_int_equal(player.model.news_count, 1);
}

static void an_answer_told_twice_changes_nothing(void **state)
{
  order_lunch(PERSON_PLAIN);
  player_saved(&player);
  player_answer(&player, true, REFUSAL_NONE, 27);
  player_answer(&player, false, REFUSAL_CUTOFF, 0);
  assert_int_equal(player.model.done.progress, PROGRESS_ACCEPTED);
}

static struct order_view order_in_hand(void)
{
  struct order_view view = {0};
  assert_true(orders_find(&player.model, player.model.ordering.order_in_hand, &view));
  return view;
}

static void accept_lunch(void)
{
  order_lunch(PERSON_PLAIN);
  player_saved(&player);
  player_answer(&player, true, REFUSAL_NONE, 27);
  player_do(&player, INTENT_SHOW_ORDER, 0, player_last_message(&player)->body.is.order.id);
  assert_screen(SCREEN_ORDER);
}

static void an_order_is_changed_under_its_own_id(void **state)
{
  accept_lunch();
  player_do(&player, INTENT_CHANGE_ORDER, 0, player.model.ordering.order_in_hand);
  assert_screen(SCREEN_DISHES);
  assert_int_equal(basket_portions(&player.model), 1);
  choose(DISH_RICE);
  player_open(&player, SCREEN_CONFIRM);
  confirm();
  const struct message *message = player_last_message(&player);
  assert_int_equal(message->kind, MESSAGE_ORDER_CHANGE);
  assert_string_equal(message->body.is.order.id, player.messages[0].body.is.order.id);
  assert_int_equal(message->body.is.order.item_count, 2);
  player_saved(&player);
  assert_int_equal(order_in_hand().stage, STAGE_CHANGING);
  assert_int_equal(order_in_hand().order.number, 27);
}

static void cancelling_asks_once_more(void **state)
{
  accept_lunch();
  player_do(&player, INTENT_CANCEL_ORDER, 0, player.model.ordering.order_in_hand);
  assert_screen(SCREEN_CANCEL);
  assert_int_equal(player.message_count, 1);
  player_do(&player, INTENT_CANCEL_ORDER, 0, player.model.ordering.order_in_hand);
  assert_int_equal(player_last_message(&player)->kind, MESSAGE_ORDER_CANCEL);
  player_saved(&player);
  assert_int_equal(order_in_hand().stage, STAGE_LEAVING);
  player_answer(&player, true, REFUSAL_NONE, 0);
  assert_int_equal(order_in_hand().stage, STAGE_CANCELLED);
}

static void after_the_cutoff_nothing_is_changed(void **state)
{
  accept_lunch();
  wait_until(600);
  player_do(&player, INTENT_CANCEL_ORDER, 0, player.model.ordering.order_in_hand);
  assert_screen(SCREEN_ORDER);
  assert_int_equal(player.model.navigation.notice, NOTICE_CUTOFF);
  player_do(&player, INTENT_CHANGE_ORDER, 0, player.model.ordering.order_in_hand);
  assert_screen(SCREEN_ORDER);
}

static void a_neighbours_order_is_nobody_elses(void **state)
{
  struct report report = {
      .kind = REPORT_RECORD,
      .is.standing = {.kind = RECORD_ORDER,
                      .is.order = community_order(7, PERSON_CAREFUL, COMMUNITY_TODAY, MEAL_SUPPER)}};
  player_report(&player, &report);
  player_sign_in(&player, PERSON_PLAIN);
  player_open(&player, SCREEN_TODAY);
  player_do(&player, INTENT_SHOW_ORDER, 0, report.is.standing.is.order.id);
  assert_screen(SCREEN_TODAY);
  struct order_view list[MOST_SHOWN_ORDERS];
  assert_int_equal(orders_of(&player.model, player.model.person.id, list), 0);
}

static void what_was_on_the_disk_is_known_after_a_start(void **state)
{
  struct report report = {.kind = REPORT_SAVED, .is.message = message_blank(MESSAGE_ORDER_PLACE)};
  COPY_TEXT(report.is.message.id, community_dish_id(99));
  report.is.message.body.is.order = community_order(0, PERSON_PLAIN, COMMUNITY_TODAY, MEAL_LUNCH);
  report.is.message.body.is.order.status = ORDER_REQUESTED;
  player_report(&player, &report);
  player_sign_in(&player, PERSON_PLAIN);
  struct order_view list[MOST_SHOWN_ORDERS];
  assert_int_equal(orders_of(&player.model, player.model.person.id, list), 1);
  assert_int_equal(list[0].stage, STAGE_WAITING);
}

static void orders_come_in_the_order_they_are_eaten(void **state)
{
  static const struct {
    const char *date;
    enum meal meal;
  } when[] = {
      {"2026-11-24", MEAL_LUNCH}, {"2026-11-22", MEAL_SUPPER}, {"2026-11-22", MEAL_LUNCH}, {"2026-11-21", MEAL_LUNCH}};
  for (int i = 0; i < 4; i++) {
    struct report report = {
        .kind = REPORT_RECORD,
        .is.standing = {.kind = RECORD_ORDER, .is.order = community_order(i + 1, 0, when[i].date, when[i].meal)}};
    player_report(&player, &report);
  }
  struct order_view list[MOST_SHOWN_ORDERS];
  assert_int_equal(orders_of(&player.model, community_person_id(0), list), 3); // yesterday's is over
  assert_int_equal(list[0].order.number, 3);
  assert_int_equal(list[1].order.number, 2);
  assert_int_equal(list[2].order.number, 1);
}

static void a_snapshot_replaces_what_the_server_no_longer_has(void **state)
{
  struct report accepted = {
      .kind = REPORT_RECORD,
      .is.standing = {.kind = RECORD_ORDER, .is.order = community_order(1, 0, "2026-11-23", MEAL_LUNCH)}};
  struct report declined = {
      .kind = REPORT_RECORD,
      .is.standing = {.kind = RECORD_ORDER, .is.order = community_order(2, 0, "2026-11-23", MEAL_SUPPER)}};
  declined.is.standing.is.order.status = ORDER_DECLINED;
  player_report(&player, &accepted);
  player_report(&player, &declined);
  player_snapshot(&player, community_new(COMMUNITY_PEOPLE));
  struct order_view list[MOST_SHOWN_ORDERS];
  assert_int_equal(orders_of(&player.model, community_person_id(0), list), 1);
  assert_int_equal(list[0].stage, STAGE_DECLINED);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, ready, stop)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(what_cannot_be_saved_can_be_tried_again),
      TEST(what_could_not_be_saved_is_told_to_who_had_left),
      TEST(a_long_answer_is_spoken_of_after_ten_seconds),
      TEST(with_the_line_down_no_answer_is_waited_for),
      TEST(a_refusal_in_sight_is_said_there),
      TEST(a_refusal_out_of_sight_waits_for_the_person),
      TEST(a_refusal_that_nobody_saw_waits_for_the_person),
      TEST(a_refusal_that_was_seen_is_not_told_again),
      TEST(staff_taking_an_order_back_is_news),
      TEST(an_answer_told_twice_changes_nothing),
      TEST(an_order_is_changed_under_its_own_id),
      TEST(cancelling_asks_once_more),
      TEST(after_the_cutoff_nothing_is_changed),
      TEST(a_neighbours_order_is_nobody_elses),
      TEST(what_was_on_the_disk_is_known_after_a_start),
      TEST(orders_come_in_the_order_they_are_eaten),
      TEST(a_snapshot_replaces_what_the_server_no_longer_has),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
