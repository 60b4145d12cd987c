// SPDX-License-Identifier: GPL-3.0-or-later
// The red key.
#include "kiosk/model/help_call.h"

#include "base/text.h"
#include "one_kiosk.h"

#include <string.h>

static void press(void)
{
  player_do(&player, INTENT_HELP, 0, NULL);
}

static void nothing_is_asked_before_it_is_sent(void **state)
{
  press(); // nobody has signed in
  assert_int_equal(player_last_message(&player)->kind, MESSAGE_HELP_RAISE);
  assert_string_equal(player_last_message(&player)->body.is.help.resident_id, "");
  assert_true(uuid_is(player_last_message(&player)->body.is.help.id));
  assert_int_equal(model_screen(&player.model), SCREEN_HELP);
  assert_int_equal(player.model.help.pressed_at, player.now);
}

static void it_says_who_calls_when_that_is_known(void **state)
{
  player_sign_in(&player, PERSON_PLAIN);
  press();
  assert_string_equal(player_last_message(&player)->body.is.help.resident_id, community_person_id(PERSON_PLAIN));
}

static void it_works_on_every_kind_of_screen(void **state)
{
  player_line(&player, LINE_STATE_NOT_APPROVED, "123 456");
  press();
  assert_int_equal(player.message_count, 1);
  player_stop(&player);
  player_start(&player, NULL); // nothing is known yet
  press();
  assert_int_equal(player.message_count, 1);
  assert_int_equal(model_screen(&player.model), SCREEN_HELP);
}

static void each_rung_has_its_time(void **state)
{
  press();
  anban_ms pressed = player.now;
  player.now += MS_SECOND;
  player_saved(&player);
  assert_int_equal(player.model.help.received_at, 0);
  player.now += MS_SECOND;
  player_answer(&player, true, REFUSAL_NONE, 0);
  assert_int_equal(player.model.help.received_at, pressed + 2 * MS_SECOND);
  player.now += MS_SECOND;
  player_help_state(&player, HELP_ACKNOWLEDGED, "周敏");
  assert_int_equal(player.model.help.taken_at, pressed + 3 * MS_SECOND);
  assert_string_equal(player.model.help.help.staff_name, "周敏");
  player_help_state(&player, HELP_CLOSED, "周敏");
  assert_false(player.model.help.open);
}

static void each_rung_is_spoken(void **state)
{
  press();
  player_shown(&player);
  int spoken = player.spoken;
  player_saved(&player);
  player_shown(&player);
  player_answer(&player, true, REFUSAL_NONE, 0);
  player_shown(&player);
  player_help_state(&player, HELP_ACKNOWLEDGED, "周敏");
  player_shown(&player);
  assert_int_equal(player.spoken, spoken + 3);
}

static void a_second_press_raises_no_second_call(void **state)
{
  press();
  player_saved(&player);
  press();
  assert_int_equal(player.message_count, 1);
  player_do(&player, INTENT_BACK, 0, NULL);
  press();
  assert_int_equal(player.message_count, 1);
  assert_int_equal(model_screen(&player.model), SCREEN_HELP);
}

static void a_call_of_another_person_stands_in_nobodys_way(void **state)
{
  player_sign_in(&player, PERSON_PLAIN);
  press();
  player_saved(&player);
  player_answer(&player, true, REFUSAL_NONE, 0);
  player_help_state(&player, HELP_ACKNOWLEDGED, "周敏");
  player_do(&player, INTENT_LEAVE, 0, NULL);
  player_sign_in(&player, PERSON_CAREFUL);
  press();
  assert_int_equal(player.message_count, 2);
  assert_string_equal(player_last_message(&player)->body.is.help.resident_id, community_person_id(PERSON_CAREFUL));
}

static void who_signs_in_after_the_press_has_not_to_press_again(void **state)
{
  press(); // nobody has signed in
  player_saved(&player);
  player_do(&player, INTENT_BACK, 0, NULL);
  player_sign_in(&player, PERSON_PLAIN);
  press();
  assert_int_equal(player.message_count, 1);
}

// The helper has led the person away, and the next one stands in front of an open page.
static void who_comes_after_long_does_not_see_the_page_of_who_called(void **state)
{
  player_sign_in(&player, PERSON_PLAIN);
  press();
  player_saved(&player);
  player_wait(&player, MS_HOUR);
  player_do(&player, INTENT_BACK, 0, NULL);
  assert_screen(SCREEN_REST);
  assert_string_equal(player.model.person.id, "");
}

static void a_card_does_not_open_the_page_of_who_called_either(void **state)
{
  player_sign_in(&player, PERSON_PLAIN);
  press();
  player_saved(&player);
  player_wait(&player, MS_HOUR);
  player_card(&player, "0012345678");
  player_do(&player, INTENT_BACK, 0, NULL);
  assert_screen(SCREEN_REST);
}

// Long after the press, as it is while somebody walks over.
static void how_it_ended_is_seen_before_anything_is_asked(void **state)
{
  player_sign_in(&player, PERSON_PLAIN);
  press();
  player_saved(&player);
  player_help_state(&player, HELP_ACKNOWLEDGED, "周敏");
  player_wait(&player, 5 * MS_MINUTE);
  player_help_state(&player, HELP_CLOSED, "周敏");
  assert_screen(SCREEN_HELP);
  player_wait(&player, MS_MINUTE);
  assert_screen(SCREEN_HELP);
}

static void who_says_that_they_are_there_stays_signed_in(void **state)
{
  player_sign_in(&player, PERSON_PLAIN);
  press();
  player_saved(&player);
  player_wait(&player, 5 * MS_MINUTE);
  player_do(&player, INTENT_REPEAT, 0, NULL);
  player_help_state(&player, HELP_CLOSED, "周敏");
  player_wait(&player, 2 * MS_MINUTE);
  assert_screen(SCREEN_STILL_THERE);
  player_do(&player, INTENT_STAY, 0, NULL);
  player_do(&player, INTENT_HOME, 0, NULL);
  assert_screen(SCREEN_HOME);
}

static void what_is_asked_stands_over_a_call_that_is_over(void **state)
{
  player_sign_in(&player, PERSON_PLAIN);
  press();
  player_saved(&player);
  player_help_state(&player, HELP_CLOSED, "周敏");
  player_wait(&player, 2 * MS_MINUTE);
  assert_screen(SCREEN_STILL_THERE);
}

static void a_call_that_the_desk_forgot_to_close_is_not_the_one_of_tonight(void **state)
{
  press();
  player_saved(&player);
  player_answer(&player, true, REFUSAL_NONE, 0);
  player_help_state(&player, HELP_ACKNOWLEDGED, "周敏");
  player_wait(&player, 10 * MS_MINUTE);
  press();
  assert_int_equal(player.message_count, 1);
  player_wait(&player, 1);
  player.now -= MS_HOUR; // somebody sets the clock
  press();
  assert_int_equal(player.message_count, 2);
  assert_string_not_equal(player.messages[1].body.is.help.id, player.messages[0].body.is.help.id);
  assert_int_equal(player.model.help.taken_at, 0);
}

static void what_could_not_be_kept_is_called_again_by_a_press(void **state)
{
  press();
  player_not_saved(&player);
  press();
  assert_int_equal(player.message_count, 2);
}

static void only_an_answer_says_that_the_desk_has_it(void **state)
{
  player_line(&player, LINE_STATE_AWAY, "");
  press();
  player_saved(&player);
  player.now += MS_MINUTE;
  player_line(&player, LINE_STATE_UP, "");
  assert_int_equal(player.model.help.received_at, 0); // a line is no answer
  player_answer(&player, true, REFUSAL_NONE, 0);
  assert_int_equal(player.model.help.received_at, player.now);
}

static void what_takes_too_long_is_told(void **state)
{
  press();
  player_saved(&player);
  player_wait(&player, 10 * MS_SECOND - 1);
  assert_false(player.model.help.late);
  player_wait(&player, 1);
  assert_true(player.model.help.late);
  player_answer(&player, true, REFUSAL_NONE, 0);
  assert_false(player.model.help.late);
  player_wait(&player, MS_MINUTE);
  assert_true(player.model.help.late);
  player_help_state(&player, HELP_ACKNOWLEDGED, "周敏");
  player_wait(&player, MS_HOUR);
  assert_false(player.model.help.late);
}

static void one_touch_takes_it_back(void **state)
{
  press();
  player_saved(&player);
  player_answer(&player, true, REFUSAL_NONE, 0);
  player_do(&player, INTENT_CANCEL_HELP, 0, NULL);
  assert_int_equal(player_last_message(&player)->kind, MESSAGE_HELP_CANCEL);
  assert_string_equal(player_last_message(&player)->body.is.help.id, player.messages[0].body.is.help.id);
  assert_false(player.model.help.open);
  player_help_state(&player, HELP_ACKNOWLEDGED, "周敏"); // it crossed with the taking back
  assert_false(player.model.help.open);
  press();
  assert_int_equal(player.message_count, 3);
  assert_string_not_equal(player_last_message(&player)->body.is.help.id, player.messages[0].body.is.help.id);
}

static void who_waits_for_help_is_not_asked_whether_they_are_there(void **state)
{
  player_sign_in(&player, PERSON_PLAIN);
  press();
  player_saved(&player);
  player_wait(&player, MS_HOUR);
  assert_int_equal(model_screen(&player.model), SCREEN_HELP);
  player_help_state(&player, HELP_CLOSED, "周敏");
  player_wait(&player, 3 * MS_MINUTE);
  assert_int_equal(model_screen(&player.model), SCREEN_REST);
}

static void back_leads_to_where_one_was(void **state)
{
  player_sign_in(&player, PERSON_PLAIN);
  player_open(&player, SCREEN_SETTINGS);
  press();
  player_do(&player, INTENT_BACK, 0, NULL);
  assert_int_equal(model_screen(&player.model), SCREEN_SETTINGS);
  assert_true(player.model.help.open);
}

static void another_kiosks_call_is_not_ours(void **state)
{
  press();
  struct report report = {.kind = REPORT_RECORD,
                          .is.standing = {.kind = RECORD_HELP, .is.help = player.model.help.help}};
  report.is.standing.is.help.id[0] = report.is.standing.is.help.id[0] == 'f' ? '0' : 'f';
  report.is.standing.is.help.state = HELP_CLOSED;
  report.is.standing.is.help.step_count = 0;
  player_report(&player, &report);
  assert_true(player.model.help.open);
}

// The kiosk was killed and stands there again; what its disk and the server hold is told by the tests.
static void start_again(void)
{
  player_stop(&player);
  player_start_ready(&player, COMMUNITY_PEOPLE);
}

#define HELP_ID "019aa9c0-0000-7000-8000-0000000000f1"

static struct help a_call(enum help_state state)
{
  return (struct help){.id = HELP_ID, .state = state, .raised_at = player.now - MS_MINUTE};
}

static void from_the_disk(enum help_state state)
{
  struct report report = {.kind = REPORT_RECORD, .is.standing = {.kind = RECORD_HELP, .is.help = a_call(state)}};
  player_report(&player, &report);
}

static void from_the_server(enum help_state state)
{
  struct snapshot *snapshot = community_new(COMMUNITY_PEOPLE);
  snapshot->help = malloc(sizeof *snapshot->help);
  snapshot->help[0] = a_call(state);
  snapshot->help_count = 1;
  player_snapshot(&player, snapshot);
}

static void assert_shown_and_taken_back(void)
{
  assert_screen(SCREEN_HELP);
  assert_true(player.model.help.open);
  assert_true(player.model.help.received_at);
  int before = player.message_count;
  press();
  assert_int_equal(player.message_count, before); // the same call
  player_do(&player, INTENT_CANCEL_HELP, 0, NULL);
  assert_int_equal(player_last_message(&player)->kind, MESSAGE_HELP_CANCEL);
  assert_string_equal(player_last_message(&player)->body.is.help.id, HELP_ID);
}

static void an_open_call_on_the_disk_is_shown_after_a_start(void **state)
{
  from_the_disk(HELP_RAISED);
  assert_shown_and_taken_back();
}

static void an_open_call_that_the_server_knows_is_shown_after_a_start(void **state)
{
  from_the_server(HELP_RAISED);
  assert_shown_and_taken_back();
  from_the_server(HELP_RAISED); // older than the taking back
  assert_false(player.model.help.open);
}

static void who_has_taken_it_is_known_after_a_start(void **state)
{
  from_the_server(HELP_ACKNOWLEDGED);
  assert_screen(SCREEN_HELP);
  assert_true(player.model.help.taken_at);
}

static void a_call_that_was_closed_meanwhile_is_told_as_over(void **state)
{
  from_the_disk(HELP_RAISED);
  from_the_server(HELP_CLOSED);
  assert_screen(SCREEN_HELP);
  assert_false(player.model.help.open);
  assert_int_equal(player.model.help.help.state, HELP_CLOSED);
}

static void a_call_that_was_over_long_ago_is_nobodys_news(void **state)
{
  from_the_disk(HELP_CLOSED);
  from_the_server(HELP_CANCELLED);
  assert_screen(SCREEN_REST);
}

static void found_on_the_disk(const struct message *message)
{
  struct report report = {.kind = REPORT_SAVED, .is.message = *message};
  player_report(&player, &report);
}

static void a_call_that_had_not_left_is_on_its_way_after_a_start(void **state)
{
  player_line(&player, LINE_STATE_AWAY, "");
  press();
  struct message raised = *player_last_message(&player);
  start_again();
  found_on_the_disk(&raised);
  assert_screen(SCREEN_HELP);
  assert_int_equal(player.model.help.pressed_at, raised.made_at);
  assert_int_equal(player.model.help.received_at, 0);
  struct report report = {.kind = REPORT_ANSWER, .is.answer = {.accepted = true}};
  COPY_TEXT(report.is.answer.id, raised.id);
  player_report(&player, &report);
  assert_true(player.model.help.received_at);
}

static void a_call_that_was_taken_back_stays_so_after_a_start(void **state)
{
  press();
  struct message raised = *player_last_message(&player);
  player_do(&player, INTENT_CANCEL_HELP, 0, NULL);
  struct message cancelled = *player_last_message(&player);
  start_again();
  found_on_the_disk(&raised);
  found_on_the_disk(&cancelled);
  assert_screen(SCREEN_REST);
  struct report report = {.kind = REPORT_RECORD, .is.standing = {.kind = RECORD_HELP, .is.help = raised.body.is.help}};
  player_report(&player, &report); // the server does not know it yet
  assert_screen(SCREEN_REST);
}

// The server's list takes the place of what the kiosk has seen itself.
static void the_ladder_is_the_servers_list(void **state)
{
  press();
  player_saved(&player);
  assert_int_equal(player.model.help.help.step_count, 1);
  player_answer(&player, true, REFUSAL_NONE, 0); // an older server tells of no steps
  assert_int_equal(player.model.help.help.step_count, 2);
  assert_int_equal(player.model.help.help.steps[1].kind, HELP_STEP_RECEIVED);
  struct help help = player_help_of_server(&player);
  player_help_step(&help, HELP_STEP_TELLING, "", "老李", player.now);
  player_help(&player, &help);
  assert_int_equal(player.model.help.help.step_count, 3);
  assert_true(player.model.help.open);
  assert_int_equal(player.model.help.taken_at, 0);
  help.state = HELP_ACKNOWLEDGED;
  player_help_step(&help, HELP_STEP_TAKEN, "sms", "老李", player.now);
  player_help(&player, &help);
  assert_int_equal(player.model.help.taken_at, player.now);
  assert_int_equal(player.model.help.help.step_count, 4);
}

// The answer to the press may come behind what the stream has told since.
static void what_is_older_than_what_is_known_changes_nothing(void **state)
{
  press();
  player_saved(&player);
  struct help older = player_help_of_server(&player), help = older;
  help.state = HELP_ACKNOWLEDGED;
  player_help_step(&help, HELP_STEP_TAKEN, "desk", "周敏", player.now + 1);
  player_help(&player, &help);
  player_help(&player, &older);
  assert_int_equal(player.model.help.help.state, HELP_ACKNOWLEDGED);
  assert_true(player.model.help.taken_at);
}

static void what_machines_say_among_themselves_is_not_said_to_the_person(void **state)
{
  press();
  player_saved(&player);
  struct help help = player_help_of_server(&player);
  player_help_step(&help, HELP_STEP_RECEIVED, "desk", "周敏", player.now);
  player_help(&player, &help);
  player_shown(&player);
  int spoken = player.spoken;
  player_help_step(&help, HELP_STEP_RECEIVED, "desk", "小李", player.now); // another page of the desk
  player_help_step(&help, HELP_STEP_SENT, "webhook", "", player.now);
  player_help(&player, &help);
  player_shown(&player);
  assert_int_equal(player.spoken, spoken);
  player_help_step(&help, HELP_STEP_TELLING, "", "老李", player.now);
  player_help(&player, &help);
  player_shown(&player);
  assert_int_equal(player.spoken, spoken + 1);
}

// It was pressed again long after somebody had taken it: the server knows it as the same call.
static void a_press_that_belongs_to_an_older_call_is_known_by_that_ones_name(void **state)
{
  press();
  player_saved(&player);
  player_help_state(&player, HELP_ACKNOWLEDGED, "周敏");
  char first[UUID_SIZE];
  COPY_TEXT(first, player.model.help.help.id);
  player_wait(&player, 10 * MS_MINUTE + 1);
  press();
  assert_int_equal(player.message_count, 2);
  assert_string_not_equal(player.model.help.help.id, first);
  struct help help = player_help_of_server(&player);
  COPY_TEXT(help.id, first);
  help.presses = 2;
  player_help(&player, &help);
  assert_string_equal(player.model.help.help.id, first);
  assert_true(player.model.help.open);
  player_do(&player, INTENT_CANCEL_HELP, 0, NULL);
  assert_string_equal(player_last_message(&player)->body.is.help.id, first);
}

static void one_that_is_told_again_has_been_taken_by_nobody(void **state)
{
  press();
  player_saved(&player);
  struct help help = player_help_of_server(&player);
  help.state = HELP_ACKNOWLEDGED;
  player_help_step(&help, HELP_STEP_TAKEN, "desk", "周敏", player.now);
  player_help(&player, &help);
  help.state = HELP_RAISED;
  player_help_step(&help, HELP_STEP_PRESSED, "", "", player.now);
  player_help(&player, &help);
  assert_int_equal(player.model.help.taken_at, 0);
}

static void the_list_is_there_after_a_start(void **state)
{
  struct help help = a_call(HELP_ACKNOWLEDGED);
  player_help_step(&help, HELP_STEP_PRESSED, "", "", help.raised_at);
  player_help_step(&help, HELP_STEP_RECEIVED, "server", "", help.raised_at);
  player_help_step(&help, HELP_STEP_TAKEN, "desk", "周敏", help.raised_at + 1);
  player_help(&player, &help);
  assert_screen(SCREEN_HELP);
  assert_int_equal(player.model.help.help.step_count, 3);
  assert_int_equal(player.model.help.help.steps[2].at, help.raised_at + 1); // not when the kiosk was started
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, ready, stop)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(nothing_is_asked_before_it_is_sent),
      TEST(it_says_who_calls_when_that_is_known),
      TEST(it_works_on_every_kind_of_screen),
      TEST(each_rung_has_its_time),
      TEST(each_rung_is_spoken),
      TEST(a_second_press_raises_no_second_call),
      TEST(a_call_of_another_person_stands_in_nobodys_way),
      TEST(who_signs_in_after_the_press_has_not_to_press_again),
      TEST(who_comes_after_long_does_not_see_the_page_of_who_called),
      TEST(a_card_does_not_open_the_page_of_who_called_either),
      TEST(how_it_ended_is_seen_before_anything_is_asked),
      TEST(who_says_that_they_are_there_stays_signed_in),
      TEST(what_is_asked_stands_over_a_call_that_is_over),
      TEST(a_call_that_the_desk_forgot_to_close_is_not_the_one_of_tonight),
      TEST(what_could_not_be_kept_is_called_again_by_a_press),
      TEST(only_an_answer_says_that_the_desk_has_it),
      TEST(what_takes_too_long_is_told),
      TEST(one_touch_takes_it_back),
      TEST(who_waits_for_help_is_not_asked_whether_they_are_there),
      TEST(back_leads_to_where_one_was),
      TEST(another_kiosks_call_is_not_ours),
      TEST(an_open_call_on_the_disk_is_shown_after_a_start),
      TEST(an_open_call_that_the_server_knows_is_shown_after_a_start),
      TEST(who_has_taken_it_is_known_after_a_start),
      TEST(a_call_that_was_closed_meanwhile_is_told_as_over),
      TEST(a_call_that_was_over_long_ago_is_nobodys_news),
      TEST(a_call_that_had_not_left_is_on_its_way_after_a_start),
      TEST(a_call_that_was_taken_back_stays_so_after_a_start),
      TEST(the_ladder_is_the_servers_list),
      TEST(what_is_older_than_what_is_known_changes_nothing),
      TEST(what_machines_say_among_themselves_is_not_said_to_the_person),
      TEST(a_press_that_belongs_to_an_older_call_is_known_by_that_ones_name),
      TEST(one_that_is_told_again_has_been_taken_by_nobody),
      TEST(the_list_is_there_after_a_start),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
