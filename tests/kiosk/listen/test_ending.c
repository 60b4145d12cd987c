// SPDX-License-Identifier: GPL-3.0-or-later
// Where speech ends, by made-up powers: a room, a loud syllable, soft ones, quiet.
#include "kiosk/listen/ending.h"

#include "../../cmocka_all.h"

#include <math.h>

#define ROOM 100.0f
#define LOUD 7.0 // log ratio to the room
#define SOFT 1.3 // less than a quarter of it
#define USUAL 2.4
#define PATIENCE 90 // frames of quiet within which it has ended

static enum ending_state hear(struct ending *ending, double ratio, int frames)
{
  float powers[MEL_BANDS];
  for (int b = 0; b < MEL_BANDS; b++)
    powers[b] = ROOM * (float)exp(ratio);
  for (int t = 0; t < frames; t++)
    ending_take(ending, powers);
  return ending->state;
}

static struct ending in_the_room(void)
{
  struct ending ending;
  ending_init(&ending);
  assert_int_equal(hear(&ending, 0, 60), ENDING_WAITING);
  return ending;
}

static void it_ends_when_it_has_been_quiet_for_a_while(void **state)
{
  struct ending ending = in_the_room();
  assert_int_equal(hear(&ending, LOUD, 30), ENDING_SPEAKING);
  assert_int_equal(hear(&ending, 0, 50), ENDING_SPEAKING); // somebody thinks
  assert_int_equal(hear(&ending, LOUD, 30), ENDING_SPEAKING);
  assert_int_equal(hear(&ending, 0, PATIENCE), ENDING_ENDED);
}

static void what_is_said_softly_after_a_loud_word_is_no_end(void **state)
{
  struct ending ending = in_the_room();
  hear(&ending, LOUD, 20);
  for (int syllable = 0; syllable < 3; syllable++) {
    hear(&ending, SOFT, 20);
    assert_int_equal(hear(&ending, USUAL, 60), ENDING_SPEAKING);
  }
  assert_int_equal(hear(&ending, 0, PATIENCE), ENDING_ENDED);
}

static void a_knock_is_no_speech(void **state)
{
  struct ending ending = in_the_room();
  hear(&ending, LOUD, 3);
  assert_int_equal(hear(&ending, 0, PATIENCE), ENDING_WAITING);
}

static void a_fan_that_begins_is_not_speech_for_ever(void **state)
{
  struct ending ending = in_the_room();
  assert_int_equal(hear(&ending, USUAL, 700), ENDING_ENDED);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(it_ends_when_it_has_been_quiet_for_a_while),
      cmocka_unit_test(what_is_said_softly_after_a_loud_word_is_no_end),
      cmocka_unit_test(a_knock_is_no_speech),
      cmocka_unit_test(a_fan_that_begins_is_not_speech_for_ever),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
