// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
#include "base/sample_ring.h"

#include "../cmocka_all.h"

#include <pthread.h>
#include <sched.h>
#include <stdbool.h>
#include <stdlib.h>

#define BLOCK 480
#define BLOCKS 2000

static void count_call(void *ctx)
{
  int *calls = ctx;
  ++*calls;
}

struct bench {
  struct sample_ring ring;
  int calls;
};

static int set_up(void **state)
{
  struct bench *bench = calloc(1, sizeof *bench);
  bench->ring.filled = count_call;
  bench->ring.ctx = &bench->calls;
  *state = bench;
  return 0;
}

static int tear_down(void **state)
{
  free(*state);
  return 0;
}

static void *put_counting(void *ctx)
{
  struct bench *bench = ctx;
  int16_t block[BLOCK];
  for (int n = 0; n < BLOCKS; n++) {
    for (int i = 0; i < BLOCK; i++)
      block[i] = (int16_t)((n * BLOCK + i) % 30000);
    while (SAMPLE_RING_ROOM - (atomic_load(&bench->ring.put) - atomic_load(&bench->ring.taken)) < BLOCK)
      sched_yield();
    sample_ring_put(&bench->ring, block, BLOCK);
  }
  return NULL;
}

static void samples_cross_between_threads_in_order(void **state)
{
  struct bench *bench = *state;
  pthread_t thread;
  int16_t block[700];
  assert_int_equal(pthread_create(&thread, NULL, put_counting, bench), 0);
  for (int seen = 0; seen < BLOCKS * BLOCK;) {
    size_t count = sample_ring_take(&bench->ring, block, 700);
    for (size_t i = 0; i < count; i++, seen++)
      if (block[i] != seen % 30000)
        fail_msg("sample %d is %d", seen, block[i]);
  }
  pthread_join(thread, NULL);
  assert_int_equal(bench->calls, BLOCKS);
  assert_int_equal(atomic_load(&bench->ring.lost), 0);
}

static void what_finds_no_room_is_lost_and_counted(void **state)
{
  struct bench *bench = *state;
  int16_t block[BLOCK] = {0};
  for (int i = 0; i < SAMPLE_RING_ROOM / BLOCK + 2; i++)
    sample_ring_put(&bench->ring, block, BLOCK);
  size_t given = (size_t)(SAMPLE_RING_ROOM / BLOCK + 2) * BLOCK;
  assert_int_equal(atomic_load(&bench->ring.lost), given - SAMPLE_RING_ROOM);
  sample_ring_skip(&bench->ring);
  assert_int_equal(sample_ring_take(&bench->ring, block, BLOCK), 0);
  sample_ring_put(&bench->ring, block, 7);
  assert_int_equal(sample_ring_take(&bench->ring, block, BLOCK), 7);
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      CASE(samples_cross_between_threads_in_order),
      CASE(what_finds_no_room_is_lost_and_counted),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
