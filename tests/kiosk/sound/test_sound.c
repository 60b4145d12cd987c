// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
// Runs alone
// The real thread and PortAudio, with a virtual loudspeaker that comes and goes.
#include "base/mailbox.h"
#include "kiosk/sound/sound.h"

#include "../../cmocka_all.h"
#include "../../support/loudspeaker.h"

struct room {
  struct loudspeaker speaker;
  struct sound sound;
  struct mailbox events;
};

static void take_event(void *ctx, const struct sound_event *event)
{
  struct room *room = ctx;
  mailbox_send(&room->events, event);
}

static struct sound_event next_event(struct room *room)
{
  struct sound_event event;
  assert_true(mailbox_wait(&room->events, &event, clock_steady() + 20 * MS_SECOND));
  return event;
}

static void begin(struct room *room)
{
  struct fault fault;
  mailbox_init(&room->events, sizeof(struct sound_event), NULL, NULL);
  sound_init(&room->sound, take_event, room);
  assert_true(sound_start(&room->sound, &fault));
}

static void end(struct room *room)
{
  sound_stop(&room->sound);
  sound_join(&room->sound);
  mailbox_destroy(&room->events);
}

// Noise that resembles itself at no other lag, in syllables of a quarter second.
static struct samples *speech_like(uint64_t number, int seconds)
{
  struct samples *samples = samples_new(SOUND_RATE);
  samples->number = number;
  unsigned seed = 7;
  double low = 0;
  for (int i = 0; i < seconds * SOUND_RATE; i++) {
    seed = seed * 1103515245u + 12345u;
    low += 0.05 * ((double)(seed >> 16 & 0x7FFF) - 16384 - low);
    double swell = 0.55 + 0.45 * sin(2 * M_PI * 4 * i / SOUND_RATE);
    int16_t sample = (int16_t)(3 * low * swell);
    samples_add(samples, &sample, 1);
  }
  return samples;
}

static void without_a_loudspeaker_a_piece_ends_at_once(void **state)
{
  struct room *room = *state;
  begin(room);
  struct sound_event event = next_event(room);
  assert_int_equal(event.kind, SOUND_BROKEN);
  assert_string_equal(event.sentence, "there is no loudspeaker");
  sound_play(&room->sound, speech_like(1, 60));
  sound_click(&room->sound);
  event = next_event(room);
  assert_int_equal(event.kind, SOUND_ENDED);
  assert_int_equal(event.number, 1);
  end(room);
}

static void what_is_heard_is_what_was_given(void **state)
{
  struct room *room = *state;
  struct ear ear;
  assert_true(loudspeaker_on(&room->speaker));
  begin(room);
  assert_int_equal(next_event(room).kind, SOUND_WORKS);
  assert_true(ear_open(&ear));
  struct samples *given = speech_like(0, 2);
  sound_play(&room->sound, speech_like(5, 2));
  struct sound_event event = next_event(room);
  assert_int_equal(event.kind, SOUND_BEGAN);
  assert_int_equal(event.number, 5);
  event = next_event(room);
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
  end(room);
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
  begin(room);
  assert_int_equal(next_event(room).kind, SOUND_WORKS);
  assert_true(ear_open(&ear));
  for (int turn = 0; turn < TURNS; turn++) {
    anban_ms asked = clock_steady();
    sound_play(&room->sound, speech_like(1, 20));
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
  end(room);
  loudspeaker_off(&room->speaker);
}

static void a_loudspeaker_that_goes_and_comes_is_found_again(void **state)
{
  struct room *room = *state;
  assert_true(loudspeaker_on(&room->speaker));
  begin(room);
  assert_int_equal(next_event(room).kind, SOUND_WORKS);
  sound_play(&room->sound, speech_like(1, 30));
  assert_int_equal(next_event(room).kind, SOUND_BEGAN);
  loudspeaker_off(&room->speaker);
  assert_int_equal(next_event(room).kind, SOUND_BROKEN);
  assert_int_equal(next_event(room).kind, SOUND_ENDED);
  assert_true(loudspeaker_on(&room->speaker));
  struct sound_event event = next_event(room);
  assert_int_equal(event.kind, SOUND_WORKS);
  sound_play(&room->sound, speech_like(2, 1));
  event = next_event(room);
  assert_int_equal(event.kind, SOUND_BEGAN);
  assert_int_equal(event.number, 2);
  end(room);
  loudspeaker_off(&room->speaker);
}

static void it_stops_when_it_never_started(void **state)
{
  struct sound sound;
  sound_init(&sound, take_event, NULL);
  sound_play(&sound, speech_like(1, 1));
  sound_stop(&sound);
  sound_join(&sound);
}

static int set_up(void **state)
{
  static struct room room;
  *state = &room;
  return loudspeaker_init(&room.speaker) ? 0 : -1;
}

static int tear_down(void **state)
{
  struct room *room = *state;
  loudspeaker_free(&room->speaker);
  return 0;
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(it_stops_when_it_never_started),
      cmocka_unit_test(without_a_loudspeaker_a_piece_ends_at_once),
      cmocka_unit_test(what_is_heard_is_what_was_given),
      cmocka_unit_test(it_is_heard_at_once_and_quiet_100_ms_after_a_hush),
      cmocka_unit_test(a_loudspeaker_that_goes_and_comes_is_found_again),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
