// SPDX-License-Identifier: GPL-3.0-or-later
// What is said to the kiosk is asked back before it is done; who is not understood is offered a person; help needs no
// second word.
#include "../../../cmocka_all.h"

#include "kiosk/model/hearing/lesson.h"
#include "one_kiosk.h"
#include "telephone.h"

static const struct intent day = {.kind = INTENT_OPEN, .number = SCREEN_DAY};

static void listen_at_home(void)
{
  player_sign_in(&player, PERSON_PLAIN);
  player_do(&player, INTENT_SPEAK, 0, NULL);
  player_ear(&player, EAR_OPEN);
}

static void what_was_understood_is_asked_back_and_done_at_yes(void **state)
{
  listen_at_home();
  assert_true(player.listening);
  assert_int_equal(player.model.hearing.state, HEARING_LISTENS);
  assert_screen(SCREEN_HOME);
  player_hears(&player, day, "我要吃饭");
  assert_screen(SCREEN_HEARD);
  player_said(&player);
  assert_true(player.listening);
  player_hears(&player, (struct intent){.kind = INTENT_MEANT}, "好的");
  assert_screen(SCREEN_DAY);
  assert_int_equal(player.model.hearing.state, HEARING_OFF);
  assert_false(player.listening);
}

static void a_tap_says_yes_too(void **state)
{
  listen_at_home();
  player_hears(&player, day, "我要吃饭");
  player_do(&player, INTENT_MEANT, 0, NULL);
  assert_screen(SCREEN_DAY);
}

static void no_leaves_all_as_it_was_and_listens_again(void **state)
{
  listen_at_home();
  player_hears(&player, day, "我要吃饭");
  player_do(&player, INTENT_NOT_MEANT, 0, NULL);
  assert_screen(SCREEN_HOME);
  player_said(&player);
  assert_true(player.listening);
}

static void three_misunderstandings_offer_a_person(void **state)
{
  listen_at_home();
  for (int i = 0; i < 3; i++) {
    assert_screen(SCREEN_HOME);
    player_ear(&player, i == 1 ? EAR_QUIET : EAR_UNKNOWN);
    player_said(&player);
  }
  assert_screen(SCREEN_OFFER);
  player_do(&player, INTENT_MEANT, 0, NULL);
  assert_screen(SCREEN_HELP);
  assert_int_equal(player_last_message(&player)->kind, MESSAGE_HELP_RAISE);
}

static void who_wants_nobody_is_left_alone(void **state)
{
  listen_at_home();
  for (int i = 0; i < 3; i++) {
    player_ear(&player, EAR_UNKNOWN);
    player_said(&player);
  }
  player_do(&player, INTENT_NOT_MEANT, 0, NULL);
  assert_screen(SCREEN_HOME);
  assert_false(player.listening);
  assert_null(player_last_message(&player));
}

static void a_cry_for_help_is_not_asked_back(void **state)
{
  listen_at_home();
  player_hears(&player, (struct intent){.kind = INTENT_HELP}, "救命");
  assert_screen(SCREEN_HELP);
  assert_int_equal(player_last_message(&player)->kind, MESSAGE_HELP_RAISE);
}

static void help_is_heard_even_while_another_word_is_asked_back(void **state)
{
  listen_at_home();
  player_hears(&player, day, "我要吃饭");
  player_said(&player);
  player_hears(&player, (struct intent){.kind = INTENT_HELP}, "救命");
  assert_screen(SCREEN_HELP);
}

static void a_touch_ends_the_listening(void **state)
{
  listen_at_home();
  player_open(&player, SCREEN_SETTINGS);
  assert_screen(SCREEN_SETTINGS);
  assert_false(player.listening);
  assert_int_equal(player.model.hearing.state, HEARING_OFF);
  player_hears(&player, day, "我要吃饭"); // a late word of the ended try
  assert_screen(SCREEN_SETTINGS);
}

static void the_key_closes_the_ear_that_it_opened(void **state)
{
  listen_at_home();
  player_do(&player, INTENT_SPEAK, 0, NULL);
  assert_false(player.listening);
  assert_int_equal(player.model.hearing.state, HEARING_OFF);
}

static void without_a_microphone_it_says_so_and_asks_no_more(void **state)
{
  player_sign_in(&player, PERSON_PLAIN);
  player_do(&player, INTENT_SPEAK, 0, NULL);
  player_ear(&player, EAR_DEAD);
  player_said(&player);
  assert_false(player.listening);
  assert_int_equal(player.model.hearing.state, HEARING_NO_EAR);
}

static void what_may_not_be_done_here_is_not_done_by_voice_either(void **state)
{
  listen_at_home();
  player_hears(&player, (struct intent){.kind = INTENT_CONFIRM}, "确认");
  player_do(&player, INTENT_MEANT, 0, NULL);
  assert_screen(SCREEN_HOME);
  assert_null(player_last_message(&player));
}

static void who_speaks_is_not_signed_out_meanwhile_but_afterwards(void **state)
{
  listen_at_home();
  player_wait(&player, 100 * MS_SECOND);
  player_hears(&player, day, "我要吃饭");
  player_wait(&player, 100 * MS_SECOND);
  assert_screen(SCREEN_HEARD);
  player_wait(&player, 100 * MS_SECOND);
  assert_screen(SCREEN_REST);
  assert_false(player.listening);
}

static void a_kiosk_without_a_microphone_has_no_key_to_speak(void **state)
{
  player_part(&player, PART_EAR, false);
  player_sign_in(&player, PERSON_PLAIN);
  player_do(&player, INTENT_SPEAK, 0, NULL);
  assert_false(player.listening);
}

static void learn(void)
{
  player_sign_in(&player, PERSON_PLAIN);
  player_open(&player, SCREEN_SETTINGS);
  player_open(&player, SCREEN_WORDS);
  player_do(&player, INTENT_LESSON, WORD_EAT, NULL);
}

static void three_examples_teach_a_word(void **state)
{
  learn();
  for (int i = 1; i <= LESSON_EXAMPLES; i++) {
    player_said(&player);
    assert_true(player.listening);
    assert_int_equal(player.word, WORD_EAT);
    player_learns(&player, LESSON_KEPT, i, 0);
  }
  assert_int_equal(player.model.lesson.state, LESSON_KNOWN);
  player_said(&player);
  assert_false(player.listening);
  assert_true(lesson_is_known(&player.model, WORD_EAT));
  player_do(&player, INTENT_BACK, 0, NULL);
  assert_screen(SCREEN_WORDS);
}

static void a_word_too_like_another_is_refused_by_name(void **state)
{
  learn();
  player_said(&player);
  player_learns(&player, LESSON_LIKE_ANOTHER, 0, WORD_DAY);
  assert_int_equal(player.model.lesson.other, WORD_DAY);
  player_said(&player);
  assert_false(player.listening);
  assert_false(lesson_is_known(&player.model, WORD_EAT));
}

static void silence_is_not_asked_about_for_ever(void **state)
{
  learn();
  for (int i = 0; i < 3; i++) {
    player_said(&player);
    assert_true(player.listening);
    player_ear(&player, EAR_QUIET);
  }
  player_said(&player);
  assert_false(player.listening);
  player_do(&player, INTENT_LESSON_AGAIN, 0, NULL);
  player_said(&player);
  assert_true(player.listening);
}

static void what_a_person_taught_ends_with_them(void **state)
{
  three_examples_teach_a_word(state);
  player_do(&player, INTENT_FORGET_VOICE, 0, NULL);
  assert_int_equal(player.forgot, 1);
  assert_false(lesson_is_known(&player.model, WORD_EAT));
}

static void leaving_a_lesson_closes_the_ear(void **state)
{
  learn();
  player_said(&player);
  player_do(&player, INTENT_BACK, 0, NULL);
  assert_false(player.listening);
  player_learns(&player, LESSON_KEPT, 3, 0);
  assert_false(lesson_is_known(&player.model, WORD_EAT));
}

// A page that asks for a PIN must not ask to be spoken to.
static void a_card_ends_the_listening(void **state)
{
  player_do(&player, INTENT_BEGIN, 0, NULL);
  player_do(&player, INTENT_SPEAK, 0, NULL);
  player_ear(&player, EAR_OPEN);
  player_card(&player, "0012345678");
  assert_false(player.listening);
  assert_int_equal(player.model.hearing.state, HEARING_OFF);
}

static void a_lesson_learns_nothing_from_the_next_person(void **state)
{
  learn();
  player_said(&player);
  player_ear(&player, EAR_OPEN);
  player_card(&player, "0012345678");
  assert_false(player.listening);
}

static void a_lesson_asks_again_after_a_call_for_help(void **state)
{
  learn();
  player_said(&player);
  player_ear(&player, EAR_OPEN);
  player_do(&player, INTENT_HELP, 0, NULL);
  assert_false(player.listening);
  player_do(&player, INTENT_BACK, 0, NULL);
  player_said(&player);
  assert_true(player.listening);
}

// The bell, and what is said to who calls, are no examples.
static void a_lesson_learns_nothing_from_a_call(void **state)
{
  player_sign_in(&player, PERSON_CAREFUL);
  player_open(&player, SCREEN_SETTINGS);
  player_open(&player, SCREEN_WORDS);
  player_do(&player, INTENT_LESSON, WORD_EAT, NULL);
  player_said(&player);
  player_ear(&player, EAR_OPEN);
  telephone_rings(&player, MEMBER_SON, CALL_TALK);
  assert_false(player.listening);
  player_said(&player);
  assert_false(player.listening);
  player_do(&player, INTENT_DECLINE, 0, NULL);
  assert_screen(SCREEN_LESSON);
  player_said(&player);
  assert_true(player.listening);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, ready, stop)

int main(void)
{
  const struct CMUnitTest tests[] = {
      TEST(what_was_understood_is_asked_back_and_done_at_yes),
      TEST(a_tap_says_yes_too),
      TEST(no_leaves_all_as_it_was_and_listens_again),
      TEST(three_misunderstandings_offer_a_person),
      TEST(who_wants_nobody_is_left_alone),
      TEST(a_cry_for_help_is_not_asked_back),
      TEST(help_is_heard_even_while_another_word_is_asked_back),
      TEST(a_touch_ends_the_listening),
      TEST(the_key_closes_the_ear_that_it_opened),
      TEST(without_a_microphone_it_says_so_and_asks_no_more),
      TEST(what_may_not_be_done_here_is_not_done_by_voice_either),
      TEST(who_speaks_is_not_signed_out_meanwhile_but_afterwards),
      TEST(a_kiosk_without_a_microphone_has_no_key_to_speak),
      TEST(three_examples_teach_a_word),
      TEST(a_word_too_like_another_is_refused_by_name),
      TEST(silence_is_not_asked_about_for_ever),
      TEST(what_a_person_taught_ends_with_them),
      TEST(leaving_a_lesson_closes_the_ear),
      TEST(a_card_ends_the_listening),
      TEST(a_lesson_learns_nothing_from_the_next_person),
      TEST(a_lesson_asks_again_after_a_call_for_help),
      TEST(a_lesson_learns_nothing_from_a_call),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
