// SPDX-License-Identifier: GPL-3.0-or-later
// When a wish goes on paper, and what the person is told of it.
#include "one_kiosk.h"

#include "base/text.h"
#include "kiosk/model/outbox.h"
#include "kiosk/model/paper.h"

#include <string.h>

static int ready_to_print(void **state)
{
  player_start_ready(&player, COMMUNITY_PEOPLE);
  player.model.settings.prints = PRINTS_OFFLINE;
  return 0;
}

static void order_lunch(void)
{
  player_sign_in(&player, PERSON_PLAIN);
  player_choose_lunch(&player);
  confirm();
}

static void what_the_line_carries_needs_no_paper(void **state)
{
  order_lunch();
  player_saved(&player);
  player_wait(&player, 2 * MS_SECOND);
  player_answer(&player, true, REFUSAL_NONE, 12);
  player_wait(&player, MS_MINUTE);
  assert_int_equal(player.printed, 0);
}

static void without_a_line_it_goes_on_paper_once(void **state)
{
  player_line(&player, LINE_STATE_AWAY, "");
  order_lunch();
  player_wait(&player, MS_MINUTE);
  assert_int_equal(player.printed, 0); // first of all it is on the disk
  player_saved(&player);
  player_wait(&player, 2 * MS_SECOND);
  assert_int_equal(player.printed, 0);
  player_wait(&player, 2 * MS_SECOND);
  assert_int_equal(player.printed, 1);
  assert_string_equal(player.printed_id, player_last_message(&player)->id);
  assert_int_equal(player.model.done.paper, PAPER_COMING);
  player_paper(&player, PAPER_PRINTED);
  assert_int_equal(player.model.done.paper, PAPER_PRINTED);
  player_wait(&player, MS_HOUR);
  assert_int_equal(player.printed, 1);
}

static void a_server_that_says_nothing_is_no_line(void **state)
{
  order_lunch();
  player_saved(&player);
  player_wait(&player, 13 * MS_SECOND);
  assert_int_equal(player.printed, 1);
}

static void a_line_that_comes_back_in_time_saves_the_paper(void **state)
{
  player_line(&player, LINE_STATE_AWAY, "");
  order_lunch();
  player_saved(&player);
  player_wait(&player, 2 * MS_SECOND);
  player_line(&player, LINE_STATE_UP, "");
  player_wait(&player, 5 * MS_SECOND);
  player_answer(&player, true, REFUSAL_NONE, 12);
  player_wait(&player, MS_MINUTE);
  assert_int_equal(player.printed, 0);
}

static void what_the_server_has_is_not_printed_any_more(void **state)
{
  player_line(&player, LINE_STATE_AWAY, "");
  order_lunch();
  player_saved(&player);
  player_wait(&player, 5 * MS_SECOND);
  player_paper(&player, PAPER_ENDED);
  assert_int_equal(player.model.done.paper, PAPER_ENDED);
  player_line(&player, LINE_STATE_UP, "");
  player_answer(&player, true, REFUSAL_NONE, 12);
  assert_int_equal(player.print_drops, 1);
}

static void what_is_on_paper_is_not_taken_back(void **state)
{
  player_line(&player, LINE_STATE_AWAY, "");
  order_lunch();
  player_saved(&player);
  player_wait(&player, 5 * MS_SECOND);
  player_paper(&player, PAPER_PRINTED);
  player_line(&player, LINE_STATE_UP, "");
  player_answer(&player, true, REFUSAL_NONE, 12);
  assert_int_equal(player.print_drops, 0);
  assert_int_equal(player.model.done.paper, PAPER_PRINTED); // so that they hear it is not needed
}

static void it_is_printed_once_more_for_who_wants_it(void **state)
{
  player_line(&player, LINE_STATE_AWAY, "");
  order_lunch();
  player_saved(&player);
  player_wait(&player, 5 * MS_SECOND);
  player_do(&player, INTENT_PRINT, 0, NULL);
  assert_int_equal(player.printed, 1); // it is coming
  player_paper(&player, PAPER_PRINTED);
  player_do(&player, INTENT_PRINT, 0, NULL);
  assert_int_equal(player.printed, 2);
  assert_true(player.printed_again);
}

static void each_setting_prints_when_it_says(void **state)
{
  player.model.settings.prints = PRINTS_NEVER;
  player_line(&player, LINE_STATE_AWAY, "");
  order_lunch();
  player_saved(&player);
  player_wait(&player, MS_MINUTE);
  player_do(&player, INTENT_PRINT, 0, NULL);
  assert_int_equal(player.printed, 0);
  player.model.settings.prints = PRINTS_ASKED;
  player_wait(&player, MS_SECOND);
  assert_int_equal(player.printed, 0);
  player_do(&player, INTENT_PRINT, 0, NULL);
  assert_int_equal(player.printed, 1);
  assert_false(player.printed_again);
}

static void a_kiosk_that_always_prints_does_it_at_once(void **state)
{
  player.model.settings.prints = PRINTS_ALWAYS;
  order_lunch();
  player_saved(&player);
  assert_int_equal(player.printed, 1);
}

static void a_call_for_help_waits_for_no_paper(void **state)
{
  player.model.settings.prints = PRINTS_ALWAYS;
  player_line(&player, LINE_STATE_AWAY, "");
  player_do(&player, INTENT_HELP, 0, NULL);
  player_saved(&player);
  player_wait(&player, MS_MINUTE);
  assert_int_equal(player.printed, 0);
}

static void what_waits_is_counted_for_who_is_there(void **state)
{
  player_line(&player, LINE_STATE_AWAY, "");
  order_lunch();
  player_saved(&player);
  assert_int_equal(outbox_waiting(&player.model), 1);
  player_do(&player, INTENT_LEAVE, 0, NULL);
  assert_int_equal(outbox_waiting(&player.model), 0);
  player_sign_in(&player, PERSON_PLAIN);
  assert_int_equal(outbox_waiting(&player.model), 1);
}

// The clock that decides about the cut-off goes on, whatever somebody does to the kiosk's.
static void nobody_orders_in_the_past(void **state)
{
  player_line(&player, LINE_STATE_AWAY, "");
  player_wait(&player, MS_MINUTE);
  anban_ms before = model_now(&player.model);
  player.now -= MS_HOUR;
  player_wait(&player, MS_SECOND);
  assert_true(model_now(&player.model) >= before);
  player_wait(&player, 10 * MS_MINUTE);
  assert_true(model_now(&player.model) >= before + 10 * MS_MINUTE);
  struct report report = {.kind = REPORT_SERVER_TIME, .is.number = 0}; // the server knows better
  player_report(&player, &report);
  assert_true(model_now(&player.model) < before);
}

#define PRINTING(test) cmocka_unit_test_setup_teardown(test, ready_to_print, stop)

int main(void)
{
  const struct CMUnitTest tests[] = {
      PRINTING(what_the_line_carries_needs_no_paper),        PRINTING(without_a_line_it_goes_on_paper_once),
      PRINTING(a_server_that_says_nothing_is_no_line),       PRINTING(a_line_that_comes_back_in_time_saves_the_paper),
      PRINTING(what_the_server_has_is_not_printed_any_more), PRINTING(what_is_on_paper_is_not_taken_back),
      PRINTING(it_is_printed_once_more_for_who_wants_it),    PRINTING(each_setting_prints_when_it_says),
      PRINTING(a_kiosk_that_always_prints_does_it_at_once),  PRINTING(a_call_for_help_waits_for_no_paper),
      PRINTING(what_waits_is_counted_for_who_is_there),      PRINTING(nobody_orders_in_the_past),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
