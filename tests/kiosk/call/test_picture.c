// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
#include "kiosk/call/picture.h"

#include "../../cmocka_all.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

static atomic_int alive;

static void let_go(void *held)
{
  free(held);
  atomic_fetch_sub(&alive, 1);
}

static struct picture picture_of(int width)
{
  uint8_t *pixels = malloc(4);
  assert_non_null(pixels);
  *pixels = (uint8_t)width;
  atomic_fetch_add(&alive, 1);
  return (struct picture){.width = width, .height = 1, .pitch = 4, .pixels = pixels, .held = pixels, .release = let_go};
}

static void the_newest_is_taken_and_only_once(void **state)
{
  struct picture_slot slot;
  picture_slot_init(&slot);
  struct picture out;
  assert_false(picture_take(&slot, &out));
  for (int i = 1; i <= 3; i++) {
    struct picture picture = picture_of(i);
    picture_put(&slot, &picture);
  }
  assert_true(picture_take(&slot, &out));
  assert_int_equal(out.width, 3);
  assert_int_equal(atomic_load(&alive), 1);
  picture_release(&out);
  assert_false(picture_take(&slot, &out));
  struct picture left = picture_of(4);
  picture_put(&slot, &left);
  picture_slot_destroy(&slot);
  assert_int_equal(atomic_load(&alive), 0);
}

#define MANY 5000

static void *give(void *ctx)
{
  for (int i = 0; i < MANY; i++) {
    struct picture picture = picture_of(i % 200);
    picture_put(ctx, &picture);
  }
  return NULL;
}

static void one_thread_gives_while_another_takes(void **state)
{
  struct picture_slot slot;
  picture_slot_init(&slot);
  pthread_t giver;
  assert_int_equal(pthread_create(&giver, NULL, give, &slot), 0);
  for (int i = 0; i < MANY; i++) {
    struct picture out;
    if (!picture_take(&slot, &out))
      continue;
    assert_int_equal(*out.pixels, out.width);
    picture_release(&out);
  }
  pthread_join(giver, NULL);
  picture_slot_destroy(&slot);
  assert_int_equal(atomic_load(&alive), 0);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_newest_is_taken_and_only_once),
      cmocka_unit_test(one_thread_gives_while_another_takes),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
