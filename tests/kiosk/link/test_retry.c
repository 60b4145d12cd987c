// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/session.h"

#include "../../cmocka_all.h"

static void pauses_double_up_to_the_longest(void **state)
{
  static const anban_ms pauses[] = {500, 1000, 2000, 4000, 5000, 5000};
  struct retry retry = {0};
  for (size_t i = 0; i < sizeof pauses / sizeof *pauses; i++) {
    retry_failed(&retry, 1000, 0);
    assert_int_equal(retry.due - 1000, pauses[i]);
  }
}

static void chance_shortens_a_pause_by_at_most_a_half(void **state)
{
  for (uint32_t random = 0; random < 5000; random += 7) {
    struct retry retry = {.failures = 20};
    retry_failed(&retry, 0, random);
    assert_in_range(retry.due, RETRY_LONGEST / 2, RETRY_LONGEST);
  }
}

static void all_goes_on_within_ten_seconds(void **state)
{
  assert_true(RETRY_LONGEST + RETRY_CONNECT < 10 * MS_SECOND);
}

static void success_begins_anew(void **state)
{
  struct retry retry = {.due = 99, .failures = 9};
  retry_reset(&retry);
  assert_int_equal(retry.due, 0);
  retry_failed(&retry, 0, 0);
  assert_int_equal(retry.due, RETRY_FIRST);
}

// A 200 that turns out to be nobody's answer.
static void what_is_no_answer_after_all_makes_the_next_pause_longer(void **state)
{
  struct session session = {.told = true};
  struct request_queue queue = {.session = &session, .what = "a message", .transfer.status = 200};
  for (int i = 1; i < 4; i++) {
    assert_int_equal(request_queue_outcome(&queue), OUTCOME_GOOD);
    request_queue_trouble(&queue, "that is no answer");
    assert_int_equal(queue.retry.failures, i);
  }
  request_queue_outcome(&queue); // this one was
  request_queue_outcome(&queue);
  request_queue_trouble(&queue, "that is no answer");
  assert_int_equal(queue.retry.failures, 1);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(pauses_double_up_to_the_longest),
      cmocka_unit_test(chance_shortens_a_pause_by_at_most_a_half),
      cmocka_unit_test(all_goes_on_within_ten_seconds),
      cmocka_unit_test(success_begins_anew),
      cmocka_unit_test(what_is_no_answer_after_all_makes_the_next_pause_longer),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
