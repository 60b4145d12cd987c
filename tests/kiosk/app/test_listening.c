// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
// Runs alone
// A spoken command on its whole way: the microphone, PortAudio, the ring, the noise floor, the templates that the
// kiosk's voices make, the decision; and the loudspeaker beside it.
#include "base/mailbox.h"
#include "base/secret.h"
#include "base/text.h"
#include "kiosk/app/maker.h"
#include "kiosk/sound/sound.h"

#include "../../cmocka_all.h"
#include "../../support/loudspeaker.h"

#include <semaphore.h>

#define WORDS 4
#define TURNS 5

static const char *const words[WORDS] = {"我要吃饭", "打开电视", "给女儿打电话", "再说一遍"};

struct room {
  struct loudspeaker speaker;
  struct sound sound;
  struct maker maker;
  struct listen *listen;
  struct voices voices; // of the person
  struct voice voice;
  struct mailbox sounds, events;
  uint64_t tries;
};

static void hear(void *ctx, struct sample_ring *ring)
{
  sound_hear(ctx, ring);
}

static void deaf(void *ctx)
{
  sound_deaf(ctx);
}

static void take_sound(void *ctx, const struct sound_event *event)
{
  struct room *room = ctx;
  if (event->kind == SOUND_BEGAN || event->kind == SOUND_ENDED)
    listen_hold(room->listen, event->kind == SOUND_BEGAN);
  if (event->kind == SOUND_EAR_WORKS || event->kind == SOUND_BEGAN || event->kind == SOUND_ENDED)
    mailbox_send(&room->sounds, event);
}

static void take_event(void *ctx, const struct listen_event *event)
{
  struct room *room = ctx;
  if (event->kind != LISTEN_LEVEL)
    mailbox_send(&room->events, event);
}

static void await_sound(struct room *room, enum sound_event_kind kind)
{
  struct sound_event event;
  do
    assert_true(mailbox_wait(&room->sounds, &event, clock_steady() + HUNG));
  while (event.kind != kind);
}

// Of this wish: what was said before may end in two, and something more comes of the wish before.
static struct listen_event next_event(struct room *room)
{
  struct listen_event event;
  do
    assert_true(mailbox_wait(&room->events, &event, clock_steady() + HUNG));
  while (event.number != room->tries);
  return event;
}

static int set_up(void **state)
{
  static struct room room;
  struct fault fault;
  struct voices_settings voices = {.data = "", .packs = "", .readings = "", .engines = ""};
  if (!loudspeaker_init(&room.speaker) || !loudspeaker_on(&room.speaker) || !secret_start(&fault))
    return -1;
  mailbox_init(&room.sounds, sizeof(struct sound_event), NULL, NULL);
  mailbox_init(&room.events, sizeof(struct listen_event), NULL, NULL);
  struct listen_settings settings = {.folder = room.speaker.folder, .source = {hear, deaf, &room.sound}};
  maker_init(&room.maker, &voices);
  maker_offer(&room.maker, settings.makers);
  room.listen = listen_new(&settings, take_event, &room);
  room.voice = voices_init(&room.voices, &voices);
  room.voice.start(room.voice.ctx, &fault);
  sound_init(&room.sound, &(struct sound_settings){0}, take_sound, &room);
  *state = &room;
  if (!sound_start(&room.sound, &fault) || !listen_start(room.listen, &fault))
    return -1;
  await_sound(&room, SOUND_EAR_WORKS);
  return 0;
}

static int tear_down(void **state)
{
  struct room *room = *state;
  listen_stop(room->listen);
  sound_stop(&room->sound);
  listen_join(room->listen);
  sound_join(&room->sound);
  maker_stop(&room->maker);
  listen_free(room->listen);
  room->voice.stop(room->voice.ctx);
  mailbox_destroy(&room->sounds);
  mailbox_destroy(&room->events);
  loudspeaker_free(&room->speaker);
  return 0;
}

static bool never(void *ctx)
{
  return false;
}

static struct samples *spoken(struct room *room, const char *text, const char *variant)
{
  struct sentence sentence = {.number = 1, .rate_wpm = 160};
  struct fault fault;
  COPY_TEXT(sentence.text, text);
  COPY_TEXT(sentence.locale, "zh_CN");
  COPY_TEXT(sentence.variant, variant);
  struct samples *samples = room->voice.say(room->voice.ctx, &sentence, never, NULL, &fault);
  assert_non_null(samples);
  return samples;
}

static void begin(struct room *room)
{
  struct listen_request request = {.number = ++room->tries, .count = WORDS, .locale = "zh_CN"};
  for (int word = 0; word < WORDS; word++) {
    FORMAT_TEXT(request.commands[word].id, "word.%d", word);
    COPY_TEXT(request.commands[word].text, words[word]);
  }
  listen_hear(room->listen, &request);
  assert_int_equal(next_event(room).kind, LISTEN_READY);
}

// The person says it when the kiosk listens. Returns what came of it. A busy machine breaks sound off: it is said again
// until the kiosk has heard it as `wanted`.
static struct listen_event say(struct room *room, const char *text, enum listen_event_kind wanted)
{
  struct samples *samples = spoken(room, text, "+f5");
  struct listen_event event = {0};
  int turn = 0;
  do {
    begin(room);
    assert_true(mouth_say(samples->rate, samples->at, samples->count));
    event = next_event(room);
    print_message("%s: event %d %s\n", text, event.kind, event.id);
  } while (event.kind != wanted && ++turn < TURNS);
  samples_free(samples);
  return event;
}

static void a_command_that_is_said_is_heard(void **state)
{
  struct room *room = *state;
  struct listen_event event = say(room, words[2], LISTEN_HEARD);
  assert_int_equal(event.kind, LISTEN_HEARD);
  assert_string_equal(event.id, "word.2");
  assert_int_equal(event.number, room->tries);
}

static void who_says_something_else_is_not_understood(void **state)
{
  assert_int_equal(say(*state, "今天菜市场的豆腐很新鲜", LISTEN_UNKNOWN).kind, LISTEN_UNKNOWN);
}

static void who_says_nothing_is_told_so(void **state)
{
  struct room *room = *state;
  begin(room);
  assert_int_equal(next_event(room).kind, LISTEN_SILENCE);
}

// What the loudspeaker says would be the command, if it were listened to: the room brings it to the microphone. It goes
// on saying something until all of that was heard.
static void what_the_kiosk_says_is_not_heard(void **state)
{
  struct room *room = *state;
  struct samples *samples = spoken(room, words[2], ""), *echo = spoken(room, words[2], "");
  static const int16_t quiet[SOUND_RATE];
  for (anban_ms passed = 0; passed < HUNG; passed += MS_SECOND)
    samples_add(samples, quiet, SOUND_RATE);
  samples->number = 7;
  begin(room);
  sound_play(&room->sound, samples);
  await_sound(room, SOUND_BEGAN);
  assert_true(mouth_say(echo->rate, echo->at, echo->count));
  sound_hush(&room->sound);
  await_sound(room, SOUND_ENDED);
  samples_free(echo);
  struct listen_event event = next_event(room);
  assert_int_equal(event.kind, LISTEN_READY); // again: now it is the person's turn
  assert_int_equal(next_event(room).kind, LISTEN_SILENCE);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_command_that_is_said_is_heard),
      cmocka_unit_test(who_says_something_else_is_not_understood),
      cmocka_unit_test(who_says_nothing_is_told_so),
      cmocka_unit_test(what_the_kiosk_says_is_not_heard),
  };
  return cmocka_run_group_tests(tests, set_up, tear_down);
}
