// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
// Runs alone
// The real thread and PortAudio, with a virtual loudspeaker that comes and goes.
#include "room.h"

static void without_a_loudspeaker_a_piece_ends_at_once(void **state)
{
  struct room *room = *state;
  room_begin(room, &(struct sound_settings){0});
  struct sound_event event = room_next_event(room);
  assert_int_equal(event.kind, SOUND_BROKEN);
  assert_string_equal(event.sentence, "there is no loudspeaker");
  sound_play(&room->sound, room_speech_like(1, SOUND_RATE, 60));
  sound_click(&room->sound);
  event = room_next_event(room);
  assert_int_equal(event.kind, SOUND_ENDED);
  assert_int_equal(event.number, 1);
  room_end(room);
}

static void what_is_heard_is_what_was_given(void **state)
{
  struct room *room = *state;
  struct ear ear;
  assert_true(loudspeaker_on(&room->speaker));
  room_begin(room, &(struct sound_settings){0});
  assert_int_equal(room_next_event(room).kind, SOUND_WORKS);
  assert_true(ear_open(&ear));
  struct samples *given = room_speech_like(0, SOUND_RATE, 2);
  sound_play(&room->sound, room_speech_like(5, SOUND_RATE, 2));
  struct sound_event event = room_next_event(room);
  assert_int_equal(event.kind, SOUND_BEGAN);
  assert_int_equal(event.number, 5);
  event = room_next_event(room);
  assert_int_equal(event.kind, SOUND_ENDED);
  assert_int_equal(event.number, 5);
  anban_ms deadline = clock_steady() + 500;
  while (ear_listen(&ear, deadline))
    ;
  size_t onset = ear_first_loud(&ear, 0);
  double likeness = ear_best_likeness(&ear, onset > 400 ? onset - 400 : 0, 800, given->at, given->count);
  print_message("likeness %.4f\n", likeness);
  assert_true(likeness >= 0.97);
  samples_free(given);
  ear_close(&ear);
  room_end(room);
  loudspeaker_off(&room->speaker);
}

// Listens until `deadline`; returns the sample of the last loud sound.
static size_t last_loud(struct ear *ear, anban_ms deadline)
{
  while (ear_listen(ear, deadline))
    ;
  size_t last = ear->count - 1;
  while (last > 0 && abs(ear->heard[last]) < LOUD)
    last--;
  return last;
}

#define TURNS 5

// The best of five: what the kiosk adds is in every turn, what a busy machine adds is not.
static void it_is_heard_at_once_and_quiet_100_ms_after_a_hush(void **state)
{
  struct room *room = *state;
  struct ear ear;
  anban_ms begun = MS_MINUTE, ended = MS_MINUTE;
  assert_true(loudspeaker_on(&room->speaker));
  room_begin(room, &(struct sound_settings){0});
  assert_int_equal(room_next_event(room).kind, SOUND_WORKS);
  assert_true(ear_open(&ear));
  for (int turn = 0; turn < TURNS; turn++) {
    anban_ms asked = clock_steady();
    sound_play(&room->sound, room_speech_like(1, SOUND_RATE, 20));
    size_t from = ear.count;
    while (ear_first_loud(&ear, from) == ear.count && ear_listen(&ear, asked + 5000))
      ;
    anban_ms heard = ear.heard_at[ear_first_loud(&ear, from)] - asked;
    asked = clock_steady();
    sound_hush(&room->sound);
    anban_ms quiet = ear.heard_at[last_loud(&ear, asked + 400)] - asked;
    print_message("heard after %d ms, quiet after %d ms\n", (int)heard, (int)quiet);
    begun = heard < begun ? heard : begun;
    ended = quiet < ended ? quiet : ended;
  }
  assert_in_range(begun, 1, 200);
  assert_in_range(ended, 1, 100);
  ear_close(&ear);
  room_end(room);
  loudspeaker_off(&room->speaker);
}

static void a_loudspeaker_that_goes_and_comes_is_found_again(void **state)
{
  struct room *room = *state;
  assert_true(loudspeaker_on(&room->speaker));
  room_begin(room, &(struct sound_settings){0});
  assert_int_equal(room_next_event(room).kind, SOUND_WORKS);
  sound_play(&room->sound, room_speech_like(1, SOUND_RATE, 30));
  assert_int_equal(room_next_event(room).kind, SOUND_BEGAN);
  loudspeaker_off(&room->speaker);
  assert_int_equal(room_next_event(room).kind, SOUND_BROKEN);
  assert_int_equal(room_next_event(room).kind, SOUND_ENDED);
  assert_true(loudspeaker_on(&room->speaker));
  struct sound_event event = room_next_event(room);
  assert_int_equal(event.kind, SOUND_WORKS);
  sound_play(&room->sound, room_speech_like(2, SOUND_RATE, 1));
  event = room_next_event(room);
  assert_int_equal(event.kind, SOUND_BEGAN);
  assert_int_equal(event.number, 2);
  room_end(room);
  loudspeaker_off(&room->speaker);
}

static void a_named_loudspeaker_is_the_one_that_is_heard(void **state)
{
  struct room *room = *state;
  struct ear ear = {0}, usual = {0};
  assert_true(loudspeaker_on(&room->speaker));
  room_begin(room, &(struct sound_settings){.output = "HANDset"});
  assert_int_equal(room_next_event(room).kind, SOUND_WORKS);
  assert_true(ear_open_at(&ear, "handset") && ear_open(&usual));
  sound_play(&room->sound, room_speech_like(1, SOUND_RATE, 5));
  anban_ms deadline = clock_steady() + 5 * MS_SECOND;
  while (ear_first_loud(&ear, 0) == ear.count && ear_listen(&ear, deadline))
    ;
  assert_true(ear_first_loud(&ear, 0) < ear.count);
  while (usual.count < ear.count && ear_listen(&usual, deadline))
    ;
  assert_int_equal(ear_first_loud(&usual, 0), usual.count);
  ear_close(&ear);
  ear_close(&usual);
  room_end(room);
  loudspeaker_off(&room->speaker);
}

static void a_name_that_no_loudspeaker_has_is_said(void **state)
{
  struct room *room = *state;
  assert_true(loudspeaker_on(&room->speaker));
  room_begin(room, &(struct sound_settings){.output = "gramophone"});
  struct sound_event event = room_next_event(room);
  assert_int_equal(event.kind, SOUND_BROKEN);
  assert_string_equal(event.sentence, "there is no loudspeaker that has gramophone in its name");
  assert_int_equal(room_next_ear(room).kind, SOUND_EAR_WORKS);
  room_end(room);
  loudspeaker_off(&room->speaker);
}

static void what_is_played_while_a_call_has_the_loudspeaker_is_not_heard(void **state)
{
  struct room *room = *state;
  assert_true(loudspeaker_on(&room->speaker));
  room_begin(room, &(struct sound_settings){0});
  assert_int_equal(room_next_event(room).kind, SOUND_WORKS);
  sound_play(&room->sound, room_speech_like(1, SOUND_RATE, 60));
  assert_int_equal(room_next_event(room).kind, SOUND_BEGAN);
  sound_release(&room->sound);
  assert_int_equal(room_next_event(room).kind, SOUND_ENDED);
  assert_int_equal(room_next_event(room).kind, SOUND_RELEASED);
  sound_play(&room->sound, room_speech_like(2, SOUND_RATE, 60));
  struct sound_event event = room_next_event(room);
  assert_int_equal(event.kind, SOUND_ENDED);
  assert_int_equal(event.number, 2);
  sound_take(&room->sound);
  sound_play(&room->sound, room_speech_like(3, SOUND_RATE, 60));
  do
    event = room_next_event(room);
  while (event.kind != SOUND_BEGAN);
  assert_int_equal(event.number, 3);
  room_end(room);
  loudspeaker_off(&room->speaker);
}

// As when one spoken message is touched while another one plays: sound's thread may see none of it between.
static void devices_that_are_taken_and_released_at_once_are_released_once_more(void **state)
{
  struct room *room = *state;
  room_begin(room, &(struct sound_settings){0});
  assert_int_equal(room_next_event(room).kind, SOUND_BROKEN);
  unsigned first = sound_release(&room->sound);
  struct sound_event event = room_next_event(room);
  assert_int_equal(event.kind, SOUND_RELEASED);
  assert_int_equal(event.number, first);
  sound_take(&room->sound);
  unsigned second = sound_release(&room->sound);
  assert_int_not_equal(second, first);
  event = room_next_event(room);
  assert_int_equal(event.kind, SOUND_RELEASED);
  assert_int_equal(event.number, second);
  room_end(room);
}

static void ignore_event(void *ctx, const struct sound_event *event)
{
}

static void it_stops_when_it_never_started(void **state)
{
  struct sound sound;
  sound_init(&sound, &(struct sound_settings){0}, ignore_event, NULL);
  sound_play(&sound, room_speech_like(1, SOUND_RATE, 1));
  sound_stop(&sound);
  sound_join(&sound);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(it_stops_when_it_never_started),
      cmocka_unit_test(without_a_loudspeaker_a_piece_ends_at_once),
      cmocka_unit_test(what_is_heard_is_what_was_given),
      cmocka_unit_test(it_is_heard_at_once_and_quiet_100_ms_after_a_hush),
      cmocka_unit_test(a_loudspeaker_that_goes_and_comes_is_found_again),
      cmocka_unit_test(a_named_loudspeaker_is_the_one_that_is_heard),
      cmocka_unit_test(a_name_that_no_loudspeaker_has_is_said),
      cmocka_unit_test(what_is_played_while_a_call_has_the_loudspeaker_is_not_heard),
      cmocka_unit_test(devices_that_are_taken_and_released_at_once_are_released_once_more),
  };
  return cmocka_run_group_tests(tests, room_set_up, room_tear_down);
}
