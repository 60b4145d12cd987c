// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
// The thread, with a microphone that hears what it is given and makers that say what was prepared.
#include "kiosk/listen/listen.h"

#include "../../cmocka_all.h"
#include "../../support/corpus.h"
#include "../../support/hung.h"

#include "base/memory.h"
#include "base/secret.h"
#include "base/text.h"

#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PERSON "01900000-0000-7000-8000-000000000002"
#define WORDS 4
#define MADE 2 // templates of a word

static const char *const words[WORDS] = {"我要吃饭", "打开电视", "给女儿打电话", "再说一遍"};
static const struct speaker makers[MADE] = {{"cmn-latn-pinyin+m3", 50, 150}, {"cmn-latn-pinyin+f2", 50, 160}};
static const struct speaker elder = {"cmn-latn-pinyin+f5", 50, 155};
static const struct room quiet = {.name = "quiet"};

// espeak-ng is one thread's at a time: all is said before.
static struct {
  struct samples *made[WORDS][MADE];
  struct samples *spoken[WORDS], *stranger, *again, *silence;
} said;

struct scene {
  struct listen *listen;
  char folder[64];
  _Atomic(struct sample_ring *) ring; // NULL: nobody hears
  atomic_int opened, makes;
  sem_t hears;
  struct mailbox events;
};

static void source_hear(void *ctx, struct sample_ring *ring)
{
  struct scene *scene = ctx;
  atomic_store(&scene->ring, ring);
  atomic_fetch_add(&scene->opened, 1);
  sem_post(&scene->hears);
}

static void source_deaf(void *ctx)
{
  struct scene *scene = ctx;
  atomic_store(&scene->ring, NULL);
}

static void take_event(void *ctx, const struct listen_event *event)
{
  struct scene *scene = ctx;
  if (event->kind != LISTEN_LEVEL)
    mailbox_send(&scene->events, event);
}

static struct samples *copy(const struct samples *from)
{
  struct samples *samples = samples_new(from->rate);
  samples_add(samples, from->at, from->count);
  return samples;
}

static struct samples *make(void *ctx, const char *text, const char *locale, int variant)
{
  struct scene *scene = ctx;
  atomic_fetch_add(&scene->makes, 1);
  for (int word = 0; word < WORDS; word++)
    if (variant < MADE && strcmp(words[word], text) == 0)
      return copy(said.made[word][variant]);
  return NULL;
}

static struct samples *in_quiet(const char *text, unsigned take)
{
  return corpus_in_room(corpus_say(&elder, text, take), &quiet, take);
}

static int say_all(void **state)
{
  for (int word = 0; word < WORDS; word++) {
    for (int variant = 0; variant < MADE; variant++)
      said.made[word][variant] = corpus_say(&makers[variant], words[word], 9);
    said.spoken[word] = in_quiet(words[word], 1);
  }
  said.again = in_quiet(words[0], 2);
  said.stranger = in_quiet("今天菜市场的豆腐很新鲜", 1);
  said.silence = samples_new(HEARD_RATE);
  unsigned seed = 1;
  for (int i = 0; i < HEARD_RATE; i++) {
    seed = seed * 1103515245u + 12345u;
    int16_t sample = (int16_t)((int)(seed >> 16 & 15) - 8);
    samples_add(said.silence, &sample, 1);
  }
  return 0;
}

static int free_all(void **state)
{
  for (int word = 0; word < WORDS; word++) {
    for (int variant = 0; variant < MADE; variant++)
      samples_free(said.made[word][variant]);
    samples_free(said.spoken[word]);
  }
  samples_free(said.again);
  samples_free(said.stranger);
  samples_free(said.silence);
  return 0;
}

static int set_up(void **state)
{
  struct scene *scene = calloc(1, sizeof *scene);
  struct fault fault;
  snprintf(scene->folder, sizeof scene->folder, "/tmp/anban-listen-XXXXXX");
  if (!mkdtemp(scene->folder))
    return -1;
  sem_init(&scene->hears, 0, 0);
  mailbox_init(&scene->events, sizeof(struct listen_event), NULL, NULL);
  struct listen_settings settings = {
      .folder = scene->folder, .makers = {{make, scene}}, .source = {source_hear, source_deaf, scene}};
  scene->listen = listen_new(&settings, take_event, scene);
  *state = scene;
  return listen_start(scene->listen, &fault) ? 0 : -1;
}

static int tear_down(void **state)
{
  struct scene *scene = *state;
  char line[100];
  listen_stop(scene->listen);
  listen_join(scene->listen);
  listen_free(scene->listen);
  mailbox_destroy(&scene->events);
  sem_destroy(&scene->hears);
  snprintf(line, sizeof line, "rm -r %s", scene->folder);
  int failed = system(line);
  free(scene);
  return failed;
}

static struct listen_request request_of(uint64_t number, const char *person)
{
  struct listen_request request = {.number = number, .count = WORDS};
  COPY_TEXT(request.locale, "zh_CN");
  COPY_TEXT(request.person, person);
  for (int word = 0; word < WORDS; word++) {
    FORMAT_TEXT(request.commands[word].id, "word.%d", word);
    COPY_TEXT(request.commands[word].text, words[word]);
  }
  return request;
}

static struct listen_event next_event(struct scene *scene)
{
  struct listen_event event;
  assert_true(mailbox_wait(&scene->events, &event, clock_steady() + HUNG));
  return event;
}

static struct listen_event next_but_ready(struct scene *scene)
{
  struct listen_event event;
  do
    event = next_event(scene);
  while (event.kind == LISTEN_READY);
  return event;
}

// NULL when the microphone was closed, which may be at any time: the ring is then taken from no more.
static struct sample_ring *ring_with_room(struct scene *scene)
{
  struct sample_ring *ring;
  while ((ring = atomic_load(&scene->ring)) &&
         atomic_load(&ring->put) - atomic_load(&ring->taken) > SAMPLE_RING_ROOM / 2)
    sched_yield();
  return ring;
}

// As a microphone gives them, but as fast as they are taken.
static void give(struct scene *scene, const struct samples *samples)
{
  struct sample_ring *ring;
  for (size_t at = 0; at < samples->count && (ring = ring_with_room(scene)); at += 320)
    sample_ring_put(ring, samples->at + at, samples->count - at < 320 ? samples->count - at : 320);
}

static void hear(struct scene *scene, uint64_t number, const char *person)
{
  struct listen_request request = request_of(number, person);
  listen_hear(scene->listen, &request);
  sem_wait(&scene->hears);
}

static void enrol(struct scene *scene, uint64_t number, int word, const struct samples *spoken)
{
  struct listen_request request = request_of(number, PERSON);
  struct listen_command first = request.commands[0];
  request.commands[0] = request.commands[word];
  request.commands[word] = first;
  listen_enrol(scene->listen, &request);
  sem_wait(&scene->hears);
  give(scene, spoken);
}

static void each_command_is_heard(void **state)
{
  struct scene *scene = *state;
  for (int word = 0; word < WORDS; word++) {
    char id[32];
    hear(scene, (uint64_t)word + 1, "");
    give(scene, said.spoken[word]);
    assert_int_equal(next_event(scene).kind, LISTEN_READY);
    struct listen_event event = next_event(scene);
    assert_int_equal(event.kind, LISTEN_HEARD);
    assert_int_equal(event.number, word + 1);
    snprintf(id, sizeof id, "word.%d", word);
    assert_string_equal(event.id, id);
    assert_true(event.sure > 0);
    assert_null(atomic_load(&scene->ring)); // the microphone is closed
  }
}

static void templates_are_made_once(void **state)
{
  struct scene *scene = *state;
  for (int number = 1; number <= 2; number++) {
    hear(scene, (uint64_t)number, "");
    give(scene, said.spoken[0]);
    next_but_ready(scene);
  }
  assert_int_equal(atomic_load(&scene->makes), WORDS * (MADE + 1));
}

static void what_is_not_on_offer_is_unknown(void **state)
{
  struct scene *scene = *state;
  hear(scene, 1, "");
  give(scene, said.stranger);
  assert_int_equal(next_but_ready(scene).kind, LISTEN_UNKNOWN);
}

static void who_says_nothing_is_told_so(void **state)
{
  struct scene *scene = *state;
  hear(scene, 1, "");
  for (int second = 0; second < 9; second++)
    give(scene, said.silence);
  assert_int_equal(next_but_ready(scene).kind, LISTEN_SILENCE);
}

static void a_dead_microphone_ends_the_try(void **state)
{
  struct scene *scene = *state;
  hear(scene, 1, "");
  assert_int_equal(next_event(scene).kind, LISTEN_NO_SOUND);
  assert_null(atomic_load(&scene->ring));
}

static void the_kiosks_own_voice_is_not_listened_to(void **state)
{
  struct scene *scene = *state;
  listen_hold(scene->listen, true);
  hear(scene, 1, "");
  give(scene, said.spoken[0]);
  struct sample_ring *ring = atomic_load(&scene->ring);
  assert_non_null(ring);
  while (atomic_load(&ring->put) != atomic_load(&ring->taken))
    sched_yield();
  listen_hold(scene->listen, false);
  give(scene, said.spoken[2]);
  assert_int_equal(next_event(scene).kind, LISTEN_READY);
  struct listen_event event = next_event(scene);
  assert_int_equal(event.kind, LISTEN_HEARD);
  assert_string_equal(event.id, "word.2");
}

static void a_new_wish_takes_the_place_of_the_old_and_a_cancelled_one_is_silent(void **state)
{
  struct scene *scene = *state;
  hear(scene, 1, "");
  hear(scene, 2, "");
  listen_cancel(scene->listen);
  hear(scene, 3, "");
  give(scene, said.spoken[1]);
  struct listen_event event = next_but_ready(scene);
  assert_int_equal(event.number, 3);
  assert_int_equal(event.kind, LISTEN_HEARD);
}

static void own_examples_are_taken_and_told_apart(void **state)
{
  struct scene *scene = *state;
  enrol(scene, 1, 0, said.spoken[0]);
  struct listen_event event = next_but_ready(scene);
  assert_int_equal(event.kind, LISTEN_ENROLLED);
  assert_int_equal(event.examples, 1);
  enrol(scene, 2, 0, said.stranger);
  assert_int_equal(next_but_ready(scene).kind, LISTEN_UNLIKE);
  enrol(scene, 3, 1, said.again);
  event = next_but_ready(scene);
  assert_int_equal(event.kind, LISTEN_TOO_ALIKE);
  assert_string_equal(event.id, "word.0");
  enrol(scene, 4, 0, said.again);
  event = next_but_ready(scene);
  assert_int_equal(event.kind, LISTEN_ENROLLED);
  assert_int_equal(event.examples, 2);
  hear(scene, 5, PERSON);
  give(scene, said.spoken[0]);
  event = next_but_ready(scene);
  assert_int_equal(event.kind, LISTEN_HEARD);
  assert_string_equal(event.id, "word.0");
}

static void who_is_forgotten_teaches_anew(void **state)
{
  struct scene *scene = *state;
  enrol(scene, 1, 0, said.spoken[0]);
  assert_int_equal(next_but_ready(scene).examples, 1);
  listen_forget(scene->listen, PERSON);
  enrol(scene, 2, 0, said.again);
  assert_int_equal(next_but_ready(scene).examples, 1);
}

static void it_stops_when_it_never_started(void **state)
{
  struct listen_settings settings = {.folder = "/nowhere"};
  struct listen *listen = listen_new(&settings, take_event, NULL);
  struct listen_request request = request_of(1, "");
  listen_hear(listen, &request);
  listen_stop(listen);
  listen_join(listen);
  listen_free(listen);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(it_stops_when_it_never_started),
      CASE(each_command_is_heard),
      CASE(templates_are_made_once),
      CASE(what_is_not_on_offer_is_unknown),
      CASE(who_says_nothing_is_told_so),
      CASE(a_dead_microphone_ends_the_try),
      CASE(the_kiosks_own_voice_is_not_listened_to),
      CASE(a_new_wish_takes_the_place_of_the_old_and_a_cancelled_one_is_silent),
      CASE(own_examples_are_taken_and_told_apart),
      CASE(who_is_forgotten_teaches_anew),
  };
  struct fault fault;
  if (!secret_start(&fault) || !corpus_start(NULL))
    return 1;
  int failed = cmocka_run_group_tests(tests, say_all, free_all);
  corpus_stop();
  return failed;
}
