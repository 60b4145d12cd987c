// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
// Runs alone
// A virtual microphone that hears what is played to it, and that comes and goes.
#include "room.h"

#include <semaphore.h>

static void wake(void *ctx)
{
  sem_post(ctx);
}

struct listener {
  struct sample_ring ring;
  sem_t filled;
  struct samples *heard;
};

static struct listener *listener_new(void)
{
  struct listener *listener = calloc(1, sizeof *listener);
  sem_init(&listener->filled, 0, 0);
  listener->ring.filled = wake;
  listener->ring.ctx = &listener->filled;
  listener->heard = samples_new(HEARD_RATE);
  return listener;
}

static void listener_free(struct listener *listener)
{
  sem_destroy(&listener->filled);
  samples_free(listener->heard);
  free(listener);
}

static void take(struct listener *listener)
{
  int16_t block[1600];
  size_t count;
  while ((count = sample_ring_take(&listener->ring, block, 1600)) > 0)
    samples_add(listener->heard, block, count);
}

// Until `count` samples more have come.
static void hear(struct listener *listener, size_t count)
{
  size_t until = listener->heard->count + count;
  anban_ms deadline = clock_steady() + HUNG;
  struct timespec at = {.tv_sec = deadline / MS_SECOND};
  while (listener->heard->count < until) {
    assert_int_equal(sem_clockwait(&listener->filled, CLOCK_MONOTONIC, &at), 0);
    take(listener);
  }
}

static double share_heard(const struct listener *listener, size_t from, const struct samples *said)
{
  struct ear ear = {.heard = listener->heard->at, .count = listener->heard->count};
  double share = ear_share(&ear, from, said->at, said->count);
  print_message("%.0f %% of it was heard\n", 100 * share);
  return share;
}

static void without_a_microphone_it_is_said(void **state)
{
  struct room *room = *state;
  room_begin(room, &(struct sound_settings){0});
  struct sound_event event = room_next_ear(room);
  assert_int_equal(event.kind, SOUND_EAR_BROKEN);
  assert_string_equal(event.sentence, "there is no microphone");
  event = room_next_ear(room);
  assert_int_equal(event.kind, SOUND_HEADPHONES);
  assert_false(event.plugged);
}

static void a_kiosk_that_shall_have_no_microphone_complains_of_none(void **state)
{
  struct room *room = *state;
  assert_true(loudspeaker_on(&room->speaker));
  room_begin(room, &(struct sound_settings){.input = SOUND_NONE});
  struct sound_event event = room_next_ear(room);
  assert_int_equal(event.kind, SOUND_EAR_BROKEN);
  assert_string_equal(event.sentence, "");
}

#define TURNS 10

// A busy machine breaks sound off: what was not heard whole is said again.
static void what_is_said_is_what_is_heard(void **state)
{
  struct room *room = *state;
  double share = 0;
  assert_true(loudspeaker_on(&room->speaker));
  room_begin(room, &(struct sound_settings){0});
  assert_int_equal(room_next_ear(room).kind, SOUND_EAR_WORKS);
  struct listener *listener = listener_new();
  struct samples *said = room_speech_like(0, HEARD_RATE, 1);
  sound_hear(&room->sound, &listener->ring);
  hear(listener, HEARD_RATE / 10);
  for (int turn = 0; turn < TURNS && share < 0.95; turn++) {
    size_t from = listener->heard->count;
    assert_true(mouth_say(HEARD_RATE, said->at, said->count));
    hear(listener, HEARD_RATE / 2);
    share = share_heard(listener, from, said);
  }
  assert_true(share >= 0.95);
  sound_deaf(&room->sound);
  room_end(state); // until then it may write into the listener's ring
  samples_free(said);
  listener_free(listener);
}

static int open_files(void)
{
  int count = 0;
  DIR *folder = opendir("/proc/self/fd");
  while (readdir(folder))
    count++;
  closedir(folder);
  return count;
}

static void a_microphone_that_goes_while_it_hears_is_found_again(void **state)
{
  struct room *room = *state;
  struct listener *listener = listener_new();
  int files = 0;
  assert_true(loudspeaker_on(&room->speaker));
  room_begin(room, &(struct sound_settings){0});
  assert_int_equal(room_next_ear(room).kind, SOUND_EAR_WORKS);
  assert_int_equal(room_next_ear(room).kind, SOUND_HEADPHONES);
  sound_hear(&room->sound, &listener->ring);
  for (int turn = 0; turn < 3; turn++) {
    hear(listener, HEARD_RATE / 10);
    files = turn == 0 ? open_files() : files;
    room_forget_ears(room);
    loudspeaker_off(&room->speaker);
    assert_int_equal(room_next_ear(room).kind, SOUND_EAR_BROKEN);
    assert_true(loudspeaker_on(&room->speaker));
    assert_int_equal(room_next_ear(room).kind, SOUND_EAR_WORKS);
    take(listener);
    hear(listener, HEARD_RATE / 10);
  }
  assert_in_range(open_files(), 1, files + 2);
  sound_deaf(&room->sound);
  room_end(state); // until then it may write into the listener's ring
  listener_free(listener);
}

static void define_microphone(const struct room *room, const char *name, const char *source)
{
  char path[100];
  snprintf(path, sizeof path, "%s/alsa.conf", room->speaker.folder);
  FILE *file = fopen(path, "a");
  fprintf(file, "pcm.!%s { type pulse device %s }\n", name, source);
  fclose(file);
}

// PortAudio passes over a pcm of the name "rate_convert", so that ALSA alone knows one like "rate".
static void a_microphone_that_portaudio_finds_later_is_heard(void **state)
{
  struct room *room = *state;
  assert_true(loudspeaker_on(&room->speaker));
  define_microphone(room, "rate_convert", "mic.monitor");
  room_begin(room, &(struct sound_settings){.input = "rate"});
  struct sound_event event = room_next_ear(room);
  assert_int_equal(event.kind, SOUND_EAR_BROKEN);
  assert_string_equal(event.sentence, "there is no microphone that has rate in its name");
  assert_int_equal(room_next_ear(room).kind, SOUND_HEADPHONES);
  define_microphone(room, "moderate", "mic.monitor");
  assert_int_equal(room_next_ear(room).kind, SOUND_EAR_WORKS);
}

// Until all devices have been looked for anew and something is heard. What is played before that is not heard.
static void look_again(struct room *room)
{
  sound_release(&room->sound);
  while (room_next_event(room).kind != SOUND_RELEASED)
    continue;
  sound_take(&room->sound);
  do
    sound_play(&room->sound, room_speech_like(1, SOUND_RATE, 1));
  while (room_next_event(room).kind != SOUND_BEGAN);
}

// It is there as long as nobody opens it: what it gives, the sound server doesn't have.
static void a_microphone_that_cannot_be_opened_is_told_once_and_used_when_it_can(void **state)
{
  struct room *room = *state;
  struct listener *listener = listener_new();
  struct sound_event event;
  assert_true(loudspeaker_on(&room->speaker));
  define_microphone(room, "stubborn", "nowhere");
  room_begin(room, &(struct sound_settings){.input = "stubborn"});
  assert_int_equal(room_next_ear(room).kind, SOUND_EAR_WORKS);
  assert_int_equal(room_next_ear(room).kind, SOUND_HEADPHONES);
  sound_hear(&room->sound, &listener->ring);
  event = room_next_ear(room);
  assert_int_equal(event.kind, SOUND_EAR_BROKEN);
  assert_non_null(strstr(event.sentence, "the microphone stubborn can't be opened"));
  look_again(room);
  assert_false(mailbox_take(&room->ears, &event));
  define_microphone(room, "stubborn", "mic.monitor");
  assert_int_equal(room_next_ear(room).kind, SOUND_EAR_WORKS);
  hear(listener, HEARD_RATE / 10);
  sound_deaf(&room->sound);
  room_end(state); // until then it may write into the listener's ring
  listener_free(listener);
}

static void plugs_for_one_ear_are_known_by_name(void **state)
{
  assert_true(cards_is_ear("Headphone Jack"));
  assert_true(cards_is_ear("Front Headphone Jack"));
  assert_true(cards_is_ear("Headset Jack"));
  assert_false(cards_is_ear("Headset Mic Jack"));
  assert_false(cards_is_ear("Line Out Jack"));
  assert_false(cards_is_ear("HDMI/DP,pcm=3 Jack"));
  assert_false(cards_is_ear("Headphone Playback Volume"));
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      IN_ROOM(plugs_for_one_ear_are_known_by_name),
      IN_ROOM(without_a_microphone_it_is_said),
      IN_ROOM(a_kiosk_that_shall_have_no_microphone_complains_of_none),
      IN_ROOM(what_is_said_is_what_is_heard),
      IN_ROOM(a_microphone_that_goes_while_it_hears_is_found_again),
      IN_ROOM(a_microphone_that_portaudio_finds_later_is_heard),
      IN_ROOM(a_microphone_that_cannot_be_opened_is_told_once_and_used_when_it_can),
  };
  return cmocka_run_group_tests(tests, room_set_up, room_tear_down);
}
