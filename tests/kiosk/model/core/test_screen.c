// SPDX-License-Identifier: GPL-3.0-or-later
// The table of screens: every row is complete, nothing is private or public by accident.
#include "kiosk/model/act.h"
#include "kiosk/model/core/navigation.h"

#include "one_kiosk.h"

// A screen that says nothing of it is private; these have to be, whatever their rows come to say.
static void what_is_a_persons_own_business_is_private(void **state)
{
  static const enum screen own[] = {SCREEN_TODAY, SCREEN_ORDER, SCREEN_DIET, SCREEN_CALLS, SCREEN_VOICES};
  for (size_t i = 0; i < sizeof own / sizeof *own; i++)
    if (screen_row(own[i])->public)
      fail_msg("screen number %d may be heard by a hall", own[i]);
}

// Who is asked, warned or called must hear it in a hall too.
static void what_lies_over_the_others_is_for_all_ears(void **state)
{
  for (enum screen screen = 0; screen < SCREENS; screen++)
    if (screen_row(screen)->kind != KIND_PAGE && !screen_row(screen)->public)
      fail_msg("screen number %d is not said in a hall", screen);
}

static void every_row_says_how_it_is_reached_or_what_may_be_meant(void **state)
{
  for (enum screen screen = 0; screen < SCREENS; screen++) {
    const struct screen_row *row = screen_row(screen);
    assert_true(screen_rank(screen) > SAY_NOTHING);
    if (row->kind != KIND_CLOSED && !row->from && !row->takes)
      fail_msg("screen number %d is not reached, and nothing can be meant there", screen);
    if (row->from && row->kind != KIND_PAGE)
      fail_msg("screen number %d lies over others and is opened by a key", screen);
  }
}

static void what_lies_over_the_others_speaks_before_them(void **state)
{
  assert_int_equal(screen_rank(SCREEN_HOME), SAY_PROMPT);
  assert_int_equal(screen_rank(SCREEN_HEARD), SAY_PROMPT);
  assert_int_equal(screen_rank(SCREEN_STILL_THERE), SAY_REMINDER);
  assert_int_equal(screen_rank(SCREEN_CALLING), SAY_CALL);
  assert_int_equal(screen_rank(SCREEN_LEAVE), SAY_CALL);
  assert_int_equal(screen_rank(SCREEN_HELP), SAY_HELP);
}

static bool is_taken_somewhere(enum intent_kind kind)
{
  for (enum screen screen = 0; screen < SCREENS; screen++)
    if (act_takes(screen, kind))
      return true;
  return false;
}

static void every_intent_is_taken_somewhere(void **state)
{
  for (enum intent_kind kind = INTENT_NONE + 1; kind < INTENTS; kind++)
    if (!is_taken_somewhere(kind))
      fail_msg("intent number %d is taken on no screen", kind);
}

static void help_and_the_last_sentence_are_for_every_screen(void **state)
{
  for (enum screen screen = 0; screen < SCREENS; screen++) {
    assert_true(act_takes(screen, INTENT_HELP));
    assert_true(act_takes(screen, INTENT_REPEAT));
    bool has_ways_out = screen_row(screen)->kind != KIND_CALL && screen_row(screen)->kind != KIND_CLOSED;
    assert_int_equal(act_takes(screen, INTENT_LEAVE), has_ways_out);
  }
}

static void where_a_pin_or_a_word_is_asked_nothing_is_said_to_the_kiosk(void **state)
{
  player_part(&player, PART_EAR, true);
  player_sign_in(&player, PERSON_PLAIN);
  struct intent speak = {.kind = INTENT_SPEAK};
  assert_true(act_may(&player.model, &speak));
  navigation_open(&player.model, SCREEN_PIN);
  assert_false(act_may(&player.model, &speak));
  navigation_open(&player.model, SCREEN_LESSON);
  assert_false(act_may(&player.model, &speak));
}

static void a_screen_that_does_not_exist_is_not_opened(void **state)
{
  player_sign_in(&player, PERSON_PLAIN);
  player_do(&player, INTENT_OPEN, -1, NULL);
  player_do(&player, INTENT_OPEN, SCREENS, NULL);
  player_do(&player, INTENT_OPEN, SCREEN_BASKET, NULL); // exists, and not from here
  assert_screen(SCREEN_HOME);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, ready, stop)

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_is_a_persons_own_business_is_private),
      cmocka_unit_test(what_lies_over_the_others_is_for_all_ears),
      cmocka_unit_test(every_row_says_how_it_is_reached_or_what_may_be_meant),
      cmocka_unit_test(what_lies_over_the_others_speaks_before_them),
      cmocka_unit_test(every_intent_is_taken_somewhere),
      cmocka_unit_test(help_and_the_last_sentence_are_for_every_screen),
      TEST(where_a_pin_or_a_word_is_asked_nothing_is_said_to_the_kiosk),
      TEST(a_screen_that_does_not_exist_is_not_opened),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
