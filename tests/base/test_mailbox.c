// SPDX-License-Identifier: GPL-3.0-or-later
// Label: threads
#include "base/mailbox.h"

#include "../cmocka_all.h"

#define SENDERS 4
#define LETTERS 2000

struct letter {
  int sender, number;
};

struct sender {
  struct mailbox *box;
  int id;
};

static void *send_all(void *ctx)
{
  const struct sender *sender = ctx;
  for (int i = 0; i < LETTERS; i++) {
    struct letter letter = {sender->id, i};
    if (!mailbox_send(sender->box, &letter))
      return sender->box;
  }
  return NULL;
}

static void letters_of_many_senders_come_whole_and_in_order(void **state)
{
  struct mailbox box;
  mailbox_init(&box, sizeof(struct letter), NULL, NULL);
  pthread_t threads[SENDERS];
  struct sender senders[SENDERS];
  for (int i = 0; i < SENDERS; i++) {
    senders[i] = (struct sender){&box, i};
    pthread_create(&threads[i], NULL, send_all, &senders[i]);
  }
  int next[SENDERS] = {0};
  struct letter letter;
  for (int i = 0; i < SENDERS * LETTERS; i++) {
    assert_true(mailbox_wait(&box, &letter, -1));
    assert_int_equal(letter.number, next[letter.sender]++);
  }
  for (int i = 0; i < SENDERS; i++) {
    void *refused;
    pthread_join(threads[i], &refused);
    assert_null(refused);
  }
  assert_false(mailbox_take(&box, &letter));
  mailbox_destroy(&box);
}

static void *close_box(void *ctx)
{
  mailbox_close(ctx);
  return NULL;
}

static void a_closed_box_wakes_its_owner_and_refuses_late_letters(void **state)
{
  struct mailbox box;
  mailbox_init(&box, sizeof(struct letter), NULL, NULL);
  struct letter letter = {1, 2};
  assert_true(mailbox_send(&box, &letter));
  pthread_t thread;
  pthread_create(&thread, NULL, close_box, &box);
  struct letter got;
  assert_true(mailbox_wait(&box, &got, -1));
  assert_int_equal(got.number, 2);
  assert_false(mailbox_wait(&box, &got, -1));
  assert_false(mailbox_send(&box, &letter));
  pthread_join(thread, NULL);
  mailbox_destroy(&box);
}

static void waiting_ends_at_the_deadline(void **state)
{
  struct mailbox box;
  mailbox_init(&box, sizeof(struct letter), NULL, NULL);
  struct letter letter;
  anban_ms deadline = clock_steady() + 20;
  assert_false(mailbox_wait(&box, &letter, deadline));
  assert_true(clock_steady() >= deadline);
  mailbox_destroy(&box);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(letters_of_many_senders_come_whole_and_in_order),
      cmocka_unit_test(a_closed_box_wakes_its_owner_and_refuses_late_letters),
      cmocka_unit_test(waiting_ends_at_the_deadline),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
