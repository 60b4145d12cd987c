// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
// The queue and its thread, with a voice that speaks when it is let and a sink that remembers.
#include "kiosk/speech/speech.h"

#include "../../cmocka_all.h"
#include "../../support/hung.h"

#include <errno.h>
#include <semaphore.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct stage {
  struct speech speech;
  bool dumb;            // the voice can't start
  sem_t entered;        // the voice has begun a sentence
  sem_t let;            // and may go on
  atomic_ullong played; // number of the samples the sink took last
  atomic_int plays, hushes;
  sem_t played_one;
  struct mailbox events;
};

static bool voice_start(void *ctx, struct fault *fault)
{
  struct stage *stage = ctx;
  return !stage->dumb || fault_set(fault, "the voice is away");
}

static void voice_message_stop(void *ctx)
{
}

static bool is(const struct sentence *sentence, const char *text)
{
  return strcmp(sentence->text, text) == 0;
}

static struct samples *voice_say(void *ctx, const struct sentence *sentence, bool (*stale)(void *), void *stale_ctx,
                                 struct fault *fault)
{
  struct stage *stage = ctx;
  sem_post(&stage->entered);
  sem_wait(&stage->let);
  *fault = (struct fault){0};
  if (is(sentence, "hoarse"))
    fault_set(fault, "the voice is hoarse");
  if (is(sentence, "hopeless"))
    fault_set(fault, "no voice has this sentence");
  bool silent =
      is(sentence, "hopeless") || is(sentence, "heard already") || (is(sentence, "stale?") && stale(stale_ctx));
  return silent ? NULL : samples_new(22050);
}

static void sink_play(void *ctx, struct samples *samples)
{
  struct stage *stage = ctx;
  atomic_store(&stage->played, samples->number);
  atomic_fetch_add(&stage->plays, 1);
  samples_free(samples);
  sem_post(&stage->played_one);
}

static void sink_hush(void *ctx)
{
  struct stage *stage = ctx;
  atomic_fetch_add(&stage->hushes, 1);
}

static void take_event(void *ctx, const struct speech_event *event)
{
  struct stage *stage = ctx;
  mailbox_send(&stage->events, event);
}

static struct stage *stage_new(bool dumb)
{
  struct stage *stage = calloc(1, sizeof *stage);
  stage->dumb = dumb;
  sem_init(&stage->entered, 0, 0);
  sem_init(&stage->let, 0, 0);
  sem_init(&stage->played_one, 0, 0);
  mailbox_init(&stage->events, sizeof(struct speech_event), NULL, NULL);
  struct voice voice = {voice_start, voice_say, voice_message_stop, stage};
  struct sample_sink sink = {sink_play, sink_hush, stage};
  speech_init(&stage->speech, voice, sink, take_event, stage);
  struct fault fault;
  assert_true(speech_start(&stage->speech, &fault));
  return stage;
}

static void stage_free(struct stage *stage)
{
  speech_stop(&stage->speech);
  for (int i = 0; i < 8; i++) // whatever the voice still has at hand
    sem_post(&stage->let);
  speech_join(&stage->speech);
  mailbox_destroy(&stage->events);
  sem_destroy(&stage->entered);
  sem_destroy(&stage->let);
  sem_destroy(&stage->played_one);
  free(stage);
}

static void say(struct stage *stage, uint64_t number, const char *text)
{
  struct sentence sentence = {.number = number, .locale = "zh_CN", .rate_wpm = 160};
  strcpy(sentence.text, text);
  speech_say(&stage->speech, &sentence);
}

static struct speech_event next_event(struct stage *stage)
{
  struct speech_event event;
  assert_true(mailbox_wait(&stage->events, &event, clock_steady() + HUNG));
  return event;
}

static void a_sentence_reaches_the_sink(void **state)
{
  struct stage *stage = stage_new(false);
  assert_int_equal(next_event(stage).kind, SPEECH_WORKS);
  say(stage, 1, "good morning");
  sem_post(&stage->let);
  sem_wait(&stage->played_one);
  assert_int_equal(atomic_load(&stage->played), 1);
  stage_free(stage);
}

static void the_newest_sentence_takes_the_place_of_all_before_it(void **state)
{
  struct stage *stage = stage_new(false);
  assert_int_equal(next_event(stage).kind, SPEECH_WORKS);
  say(stage, 1, "first");
  sem_wait(&stage->entered);
  say(stage, 2, "second");
  say(stage, 3, "third");
  sem_post(&stage->let);
  sem_post(&stage->let);
  sem_wait(&stage->played_one);
  assert_int_equal(atomic_load(&stage->played), 3);
  assert_int_equal(atomic_load(&stage->plays), 1);
  assert_int_equal(atomic_load(&stage->hushes), 3);
  for (uint64_t number = 1; number <= 2; number++) {
    struct speech_event event = next_event(stage);
    assert_int_equal(event.kind, SPEECH_SILENT);
    assert_int_equal(event.number, number);
  }
  stage_free(stage);
}

static void a_hushed_sentence_is_not_begun_later(void **state)
{
  struct stage *stage = stage_new(false);
  assert_int_equal(next_event(stage).kind, SPEECH_WORKS);
  say(stage, 1, "stale?");
  sem_wait(&stage->entered);
  speech_hush(&stage->speech);
  sem_post(&stage->let);
  struct speech_event event = next_event(stage);
  assert_int_equal(event.kind, SPEECH_SILENT);
  assert_string_equal(event.sentence, "");
  assert_int_equal(atomic_load(&stage->plays), 0);
  stage_free(stage);
}

static void what_is_amiss_with_a_voice_that_speaks_is_told_once_and_when_it_is_over(void **state)
{
  static const char *const texts[] = {"hoarse", "hoarse", "clear"};
  struct stage *stage = stage_new(false);
  assert_string_equal(next_event(stage).sentence, "");
  for (uint64_t number = 1; number <= 3; number++) {
    say(stage, number, texts[number - 1]);
    sem_post(&stage->let);
    sem_wait(&stage->played_one);
  }
  struct speech_event event = next_event(stage);
  assert_int_equal(event.kind, SPEECH_WORKS);
  assert_string_equal(event.sentence, "the voice is hoarse");
  event = next_event(stage);
  assert_int_equal(event.kind, SPEECH_WORKS);
  assert_string_equal(event.sentence, "");
  stage_free(stage);
}

static void assert_told(struct stage *stage, enum speech_event_kind kind, const char *sentence)
{
  struct speech_event event = next_event(stage);
  assert_int_equal(event.kind, kind);
  assert_string_equal(event.sentence, sentence);
}

static void say_at_once(struct stage *stage, uint64_t number, const char *text)
{
  sem_post(&stage->let);
  say(stage, number, text);
}

static void a_voice_that_cannot_say_what_is_wanted_is_broken_until_it_speaks(void **state)
{
  struct stage *stage = stage_new(false);
  assert_told(stage, SPEECH_WORKS, "");
  say_at_once(stage, 1, "hopeless");
  assert_told(stage, SPEECH_BROKEN, "no voice has this sentence");
  assert_told(stage, SPEECH_SILENT, "no voice has this sentence");
  say_at_once(stage, 2, "hopeless"); // it is told once
  assert_told(stage, SPEECH_SILENT, "no voice has this sentence");
  say_at_once(stage, 3, "clear");
  assert_told(stage, SPEECH_WORKS, "");
  sem_wait(&stage->played_one);
  stage_free(stage);
}

static void a_voice_with_its_own_loudspeaker_works_when_it_was_heard(void **state)
{
  struct stage *stage = stage_new(false);
  assert_told(stage, SPEECH_WORKS, "");
  say_at_once(stage, 1, "hopeless");
  assert_told(stage, SPEECH_BROKEN, "no voice has this sentence");
  assert_told(stage, SPEECH_SILENT, "no voice has this sentence");
  say_at_once(stage, 2, "heard already");
  assert_told(stage, SPEECH_WORKS, "");
  assert_told(stage, SPEECH_SILENT, "");
  stage_free(stage);
}

static void without_a_voice_every_sentence_is_silent(void **state)
{
  struct stage *stage = stage_new(true);
  struct speech_event event = next_event(stage);
  assert_int_equal(event.kind, SPEECH_BROKEN);
  assert_string_equal(event.sentence, "the voice is away");
  say(stage, 7, "good morning");
  event = next_event(stage);
  assert_int_equal(event.kind, SPEECH_SILENT);
  assert_int_equal(event.number, 7);
  stage_free(stage);
}

static void it_stops_while_the_voice_is_at_work_and_when_it_never_started(void **state)
{
  struct stage *stage = stage_new(false);
  say(stage, 1, "stale?");
  sem_wait(&stage->entered);
  stage_free(stage);
  struct speech never;
  speech_init(&never, (struct voice){0}, (struct sample_sink){0}, NULL, NULL);
  speech_stop(&never);
  speech_join(&never);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_sentence_reaches_the_sink),
      cmocka_unit_test(the_newest_sentence_takes_the_place_of_all_before_it),
      cmocka_unit_test(a_hushed_sentence_is_not_begun_later),
      cmocka_unit_test(what_is_amiss_with_a_voice_that_speaks_is_told_once_and_when_it_is_over),
      cmocka_unit_test(a_voice_that_cannot_say_what_is_wanted_is_broken_until_it_speaks),
      cmocka_unit_test(a_voice_with_its_own_loudspeaker_works_when_it_was_heard),
      cmocka_unit_test(without_a_voice_every_sentence_is_silent),
      cmocka_unit_test(it_stops_while_the_voice_is_at_work_and_when_it_never_started),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
