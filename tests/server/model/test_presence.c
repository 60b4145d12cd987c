// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/presence.h"

#include "../../cmocka_all.h"

#include <stdlib.h>

#define ONE "019aa9c0-0000-7000-8000-000000000001"
#define TWO "019aa9c0-0000-7000-8000-000000000002"
#define NOON ((anban_ms)1795320000000)

static int take_count(struct presence *presence, anban_ms now, bool all)
{
  int count;
  free(presence_take(presence, now, all, &count));
  return count;
}

static void the_first_heartbeat_brings_a_kiosk(void **state)
{
  struct presence *presence = presence_new();
  assert_false(presence_is_online(presence, ONE));
  assert_true(presence_heard(presence, ONE, "0.1", "[]", NOON));
  assert_false(presence_heard(presence, ONE, "0.1", "[]", NOON + MS_MINUTE));
  assert_true(presence_is_online(presence, ONE));
  assert_int_equal(presence_online_count(presence), 1);
  assert_int_equal(presence_last_heard(presence, ONE), NOON + MS_MINUTE);
  presence_free(presence);
}

static void three_missed_heartbeats_and_it_is_gone(void **state)
{
  int count;
  struct presence *presence = presence_new();
  presence_heard(presence, ONE, "0.1", "[]", NOON);
  presence_heard(presence, TWO, "0.1", "[]", NOON + MS_MINUTE);
  assert_int_equal(take_count(presence, NOON + KIOSK_SILENT_MS, false), 0);
  struct heard *heard = presence_take(presence, NOON + KIOSK_SILENT_MS + 1, false, &count);
  assert_int_equal(count, 1);
  assert_string_equal(heard->kiosk_id, ONE);
  assert_true(heard->went);
  free(heard);
  assert_false(presence_is_online(presence, ONE));
  assert_true(presence_is_online(presence, TWO));
  assert_int_equal(take_count(presence, NOON + KIOSK_SILENT_MS + 1, false), 0); // said once
  assert_true(presence_heard(presence, ONE, "0.1", "[]", NOON + MS_HOUR));      // and it comes back
  presence_free(presence);
}

static void what_was_heard_is_written_once(void **state)
{
  struct presence *presence = presence_new();
  presence_heard(presence, ONE, "0.1", "[]", NOON);
  presence_heard(presence, TWO, "0.1", "[]", NOON);
  assert_int_equal(take_count(presence, NOON + 1, false), 0);
  assert_int_equal(take_count(presence, NOON + 1, true), 2);
  presence_heard(presence, TWO, "0.1", "[]", NOON + 2);
  assert_int_equal(take_count(presence, NOON + 3, true), 1);
  presence_free(presence);
}

static void other_problems_are_news(void **state)
{
  struct presence *presence = presence_new();
  presence_heard(presence, ONE, "0.1", "[]", NOON);
  assert_string_equal(presence_problems(presence, ONE), "[]");
  assert_true(presence_heard(presence, ONE, "0.1", "[\"no sound\"]", NOON + 1));
  assert_false(presence_heard(presence, ONE, "0.1", "[\"no sound\"]", NOON + 2));
  assert_string_equal(presence_problems(presence, ONE), "[\"no sound\"]");
  assert_true(presence_heard(presence, ONE, "0.1", "[]", NOON + 3));
  assert_string_equal(presence_problems(presence, ONE), "[]");
  assert_string_equal(presence_problems(presence, TWO), "[]");
  presence_heard(presence, ONE, "0.1", "[\"no sound\"]", NOON + 4);
  presence_free(presence);
}

static void who_is_revoked_is_forgotten(void **state)
{
  struct presence *presence = presence_new();
  presence_heard(presence, ONE, "0.1", "[]", NOON);
  presence_heard(presence, TWO, "0.1", "[]", NOON);
  presence_forget(presence, ONE);
  presence_forget(presence, ONE);
  assert_int_equal(presence_online_count(presence), 1);
  assert_false(presence_is_online(presence, ONE));
  assert_true(presence_is_online(presence, TWO));
  presence_free(presence);
}

static void many_are_kept_apart(void **state)
{
  char id[UUID_SIZE];
  struct presence *presence = presence_new();
  for (int i = 0; i < 1000; i++) {
    FORMAT_TEXT(id, "019aa9c0-0000-7000-8000-%012d", i * 7919 % 1000);
    assert_true(presence_heard(presence, id, "0.1", "[]", NOON + i));
  }
  FORMAT_TEXT(id, "019aa9c0-0000-7000-8000-%012d", 3 * 7919 % 1000);
  assert_int_equal(presence_last_heard(presence, id), NOON + 3);
  assert_int_equal(presence_online_count(presence), 1000);
  presence_free(presence);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_first_heartbeat_brings_a_kiosk), cmocka_unit_test(three_missed_heartbeats_and_it_is_gone),
      cmocka_unit_test(what_was_heard_is_written_once),     cmocka_unit_test(other_problems_are_news),
      cmocka_unit_test(who_is_revoked_is_forgotten),        cmocka_unit_test(many_are_kept_apart),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
