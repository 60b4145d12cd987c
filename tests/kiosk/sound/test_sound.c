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
}

// Plays two seconds; returns how much of them was heard.
static double share_heard(struct room *room, uint64_t number)
{
  struct ear ear;
  assert_true(ear_open(&ear));
  struct samples *given = room_speech_like(0, SOUND_RATE, 2);
  sound_play(&room->sound, room_speech_like(number, SOUND_RATE, 2));
  struct sound_event event = room_next_event(room);
  assert_int_equal(event.kind, SOUND_BEGAN);
  assert_int_equal(event.number, number);
  event = room_next_event(room);
  assert_int_equal(event.kind, SOUND_ENDED);
  assert_int_equal(event.number, number);
  assert_true(ear_hear_out(&ear, 0));
  double share = ear_share(&ear, 0, given->at, given->count);
  print_message("%.0f %% of it was heard\n", 100 * share);
  samples_free(given);
  ear_close(&ear);
  return share;
}

#define TURNS 10

// A busy machine breaks sound off: what was not heard whole is played again.
static void what_is_heard_is_what_was_given(void **state)
{
  struct room *room = *state;
  double share = 0;
  assert_true(loudspeaker_on(&room->speaker));
  room_begin(room, &(struct sound_settings){0});
  assert_int_equal(room_next_event(room).kind, SOUND_WORKS);
  for (int turn = 0; turn < TURNS && share < 0.95; turn++)
    share = share_heard(room, (uint64_t)turn + 5);
  assert_true(share >= 0.95);
}

// How soon: ./bench sound.
static void a_hush_ends_what_would_last_a_minute(void **state)
{
  struct room *room = *state;
  struct ear ear;
  assert_true(loudspeaker_on(&room->speaker));
  room_begin(room, &(struct sound_settings){0});
  assert_int_equal(room_next_event(room).kind, SOUND_WORKS);
  assert_true(ear_open(&ear));
  sound_play(&room->sound, room_speech_like(1, SOUND_RATE, 60));
  assert_int_equal(room_next_event(room).kind, SOUND_BEGAN);
  assert_true(ear_hears(&ear, 0));
  sound_hush(&room->sound);
  assert_int_equal(room_next_event(room).kind, SOUND_ENDED);
  assert_true(ear_hear_out(&ear, 0));
  ear_close(&ear);
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
  assert_true(ear_hears(&ear, 0));
  anban_ms deadline = clock_steady() + HUNG;
  while (usual.count < ear.count && ear_listen(&usual, deadline))
    ;
  assert_int_equal(ear_first_loud(&usual, 0), usual.count);
  ear_close(&ear);
  ear_close(&usual);
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
      IN_ROOM(it_stops_when_it_never_started),
      IN_ROOM(without_a_loudspeaker_a_piece_ends_at_once),
      IN_ROOM(what_is_heard_is_what_was_given),
      IN_ROOM(a_hush_ends_what_would_last_a_minute),
      IN_ROOM(a_loudspeaker_that_goes_and_comes_is_found_again),
      IN_ROOM(a_named_loudspeaker_is_the_one_that_is_heard),
      IN_ROOM(a_name_that_no_loudspeaker_has_is_said),
      IN_ROOM(what_is_played_while_a_call_has_the_loudspeaker_is_not_heard),
      IN_ROOM(devices_that_are_taken_and_released_at_once_are_released_once_more),
  };
  return cmocka_run_group_tests(tests, room_set_up, room_tear_down);
}
