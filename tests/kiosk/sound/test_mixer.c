// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
// The sound card's callback, called by hand.
#include "base/sample_ring.h"
#include "kiosk/sound/click.h"
#include "kiosk/sound/mixer.h"

#include "../../cmocka_all.h"
#include "callback.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK 256

struct bench {
  struct mixer mixer;
  struct samples *click;
  int notices;
  int16_t out[BLOCK];
};

static void count_notice(void *ctx)
{
  int *notices = ctx;
  ++*notices;
}

static int set_up(void **state)
{
  struct bench *bench = calloc(1, sizeof *bench);
  bench->click = click_new(22050);
  mixer_init(&bench->mixer, bench->click, count_notice, &bench->notices);
  *state = bench;
  return 0;
}

static int tear_down(void **state)
{
  struct bench *bench = *state;
  mixer_free(&bench->mixer);
  samples_free(bench->click);
  free(bench);
  return 0;
}

static struct samples *steady(uint64_t number, int16_t level, size_t count)
{
  struct samples *samples = samples_new(22050);
  samples->number = number;
  for (size_t i = 0; i < count; i++)
    samples_add(samples, &level, 1);
  return samples;
}

static const int16_t *fill(struct bench *bench)
{
  memset(bench->out, 0x55, sizeof bench->out);
  callback_begin();
  mixer_fill(&bench->mixer, bench->out, BLOCK);
  callback_end();
  return bench->out;
}

static bool is_silent(const int16_t *out)
{
  for (size_t i = 0; i < BLOCK; i++)
    if (out[i])
      return false;
  return true;
}

static uint64_t spent_number(struct bench *bench)
{
  struct samples *spent = mixer_take_spent(&bench->mixer);
  uint64_t number = spent ? spent->number : 0;
  assert_true(!spent || !spent->next);
  samples_free(spent);
  return number;
}

static void nothing_to_play_is_silence(void **state)
{
  assert_true(is_silent(fill(*state)));
}

static void a_piece_is_played_once_and_comes_back(void **state)
{
  struct bench *bench = *state;
  mixer_play(&bench->mixer, steady(1, 1000, BLOCK + 10));
  const int16_t *out = fill(bench);
  assert_int_equal(out[0], 1000);
  assert_int_equal(out[BLOCK - 1], 1000);
  assert_int_equal(atomic_load(&bench->mixer.begun), 1);
  assert_int_equal(spent_number(bench), 0);
  out = fill(bench);
  assert_int_equal(out[9], 1000);
  assert_int_equal(out[10], 0);
  assert_int_equal(spent_number(bench), 1);
  assert_true(atomic_load(&bench->mixer.silent));
  assert_true(bench->notices >= 3);
}

static void a_hushed_piece_fades_within_a_block(void **state)
{
  struct bench *bench = *state;
  mixer_play(&bench->mixer, steady(1, 1000, 10 * BLOCK));
  fill(bench);
  mixer_hush(&bench->mixer);
  const int16_t *out = fill(bench);
  assert_in_range(out[0], 900, 1000);
  assert_in_range(out[64], 400, 600);
  assert_int_equal(out[BLOCK - 1], 0);
  assert_int_equal(spent_number(bench), 1);
  assert_true(is_silent(fill(bench)));
}

static void what_was_hushed_before_it_began_is_never_heard(void **state)
{
  struct bench *bench = *state;
  mixer_play(&bench->mixer, steady(1, 1000, BLOCK));
  mixer_hush(&bench->mixer);
  assert_true(is_silent(fill(bench)));
  assert_int_equal(spent_number(bench), 1);
  assert_int_equal(atomic_load(&bench->mixer.begun), 0);
}

static void what_is_played_after_a_hush_is_heard(void **state)
{
  struct bench *bench = *state;
  mixer_hush(&bench->mixer);
  mixer_play(&bench->mixer, steady(2, 1000, BLOCK));
  assert_int_equal(fill(bench)[BLOCK - 1], 1000);
}

static void a_new_piece_takes_the_place_of_the_old(void **state)
{
  struct bench *bench = *state;
  mixer_play(&bench->mixer, steady(1, 1000, 10 * BLOCK));
  fill(bench);
  mixer_play(&bench->mixer, steady(2, 500, 10 * BLOCK));
  mixer_play(&bench->mixer, steady(3, 300, 10 * BLOCK));
  assert_int_equal(spent_number(bench), 2);
  assert_int_equal(fill(bench)[BLOCK - 1], 300);
  assert_int_equal(spent_number(bench), 1);
  assert_int_equal(atomic_load(&bench->mixer.begun), 3);
}

static void a_click_is_heard_over_a_piece(void **state)
{
  struct bench *bench = *state;
  mixer_play(&bench->mixer, steady(1, 30000, 10 * BLOCK));
  mixer_click(&bench->mixer);
  assert_true(mixer_wanted(&bench->mixer));
  const int16_t *out = fill(bench);
  int least = 32767, most = 0;
  for (size_t i = 0; i < BLOCK; i++) {
    least = out[i] < least ? out[i] : least;
    most = out[i] > most ? out[i] : most;
  }
  assert_true(least < 26000);
  assert_int_equal(most, 32767); // cut, not turned over
}

static void a_piece_sinks_under_a_click_and_comes_back(void **state)
{
  struct bench *bench = *state;
  mixer_play(&bench->mixer, steady(1, 10000, 40 * BLOCK));
  fill(bench);
  mixer_click(&bench->mixer);
  int last;
  do
    last = fill(bench)[(bench->click->count - 1) % BLOCK];
  while (bench->mixer.click_at < bench->click->count);
  assert_in_range(last, 2000, 3000); // the click itself has faded
  fill(bench);
  assert_int_equal(fill(bench)[BLOCK - 1], 10000);
}

static void equal_steps_of_volume_are_equal_steps_of_decibels(void **state)
{
  struct bench *bench = *state;
  mixer_play(&bench->mixer, steady(1, 20000, 20 * BLOCK));
  double louder = 0;
  for (int percent = 100; percent >= 20; percent -= 20) {
    mixer_set_volume(&bench->mixer, percent);
    double heard = fill(bench)[BLOCK - 1];
    if (percent < 100)
      assert_in_range(lround(100 * 20 * log10(louder / heard)), 490, 510); // 5 dB
    else
      assert_int_equal(heard, 20000);
    louder = heard;
  }
  mixer_set_volume(&bench->mixer, 0);
  assert_true(is_silent(fill(bench)));
}

static void without_a_loudspeaker_all_is_spent(void **state)
{
  struct bench *bench = *state;
  mixer_play(&bench->mixer, steady(1, 1000, 10 * BLOCK));
  fill(bench);
  mixer_play(&bench->mixer, steady(2, 1000, 10 * BLOCK));
  mixer_click(&bench->mixer);
  mixer_drop(&bench->mixer);
  assert_false(mixer_wanted(&bench->mixer));
  struct samples *spent = mixer_take_spent(&bench->mixer);
  assert_int_equal(spent->number, 1);
  assert_int_equal(spent->next->number, 2);
  samples_free(spent->next);
  samples_free(spent);
  assert_true(is_silent(fill(bench)));
}

static void nobody_waits(void *ctx)
{
}

static void what_is_heard_crosses_without_memory_or_lock(void **state)
{
  static struct sample_ring ring = {.filled = nobody_waits};
  static const int16_t heard[BLOCK] = {1};
  callback_begin();
  for (int i = 0; i < 2 * SAMPLE_RING_ROOM / BLOCK; i++) // until it is full, too
    sample_ring_put(&ring, heard, BLOCK);
  callback_end();
  assert_int_equal(atomic_load(&ring.lost), SAMPLE_RING_ROOM);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

static struct mixer_heard heard_after(struct bench *bench, int fills)
{
  for (int i = 0; i < fills; i++)
    fill(bench);
  return mixer_heard(&bench->mixer);
}

static void marks_are_told_when_the_ear_has_them(void **state)
{
  struct bench *bench = *state;
  struct samples *piece = steady(7, 1000, 10 * BLOCK);
  samples_mark(piece, 0, 3, 6);
  samples_mark(piece, 4 * BLOCK - 10, 6, 9);
  samples_mark(piece, 5 * BLOCK, 9, 12);
  atomic_store(&bench->mixer.lag, 2 * BLOCK);
  mixer_play(&bench->mixer, piece);
  assert_int_equal(heard_after(bench, 2).number, 0); // handed out, but still on its way
  struct mixer_heard heard = heard_after(bench, 1);
  assert_int_equal(heard.number, 7);
  assert_int_equal(heard.from, 3);
  assert_int_equal(heard.to, 6);
  bench->notices = 0;
  assert_int_equal(heard_after(bench, 3).from, 3);
  assert_int_equal(bench->notices, 0);
  assert_int_equal(heard_after(bench, 1).from, 6);
  assert_int_equal(bench->notices, 1);
  assert_int_equal(heard_after(bench, 1).from, 9);
}

static void a_new_piece_begins_with_its_own_marks(void **state)
{
  struct bench *bench = *state;
  for (uint64_t number = 1; number <= 2; number++) {
    struct samples *piece = steady(number, 1000, 10 * BLOCK);
    samples_mark(piece, 0, (size_t)number, 9);
    mixer_play(&bench->mixer, piece);
    assert_int_equal(heard_after(bench, 2).from, number);
    assert_int_equal(mixer_heard(&bench->mixer).number, number);
  }
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      CASE(nothing_to_play_is_silence),
      CASE(a_piece_is_played_once_and_comes_back),
      CASE(a_hushed_piece_fades_within_a_block),
      CASE(what_was_hushed_before_it_began_is_never_heard),
      CASE(what_is_played_after_a_hush_is_heard),
      CASE(a_new_piece_takes_the_place_of_the_old),
      CASE(a_click_is_heard_over_a_piece),
      CASE(a_piece_sinks_under_a_click_and_comes_back),
      CASE(equal_steps_of_volume_are_equal_steps_of_decibels),
      CASE(without_a_loudspeaker_all_is_spent),
      CASE(marks_are_told_when_the_ear_has_them),
      CASE(a_new_piece_begins_with_its_own_marks),
      cmocka_unit_test(what_is_heard_crosses_without_memory_or_lock),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
