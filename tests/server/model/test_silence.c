// SPDX-License-Identifier: GPL-3.0-or-later
// Kiosks that fall silent.
#include "server/model/silence.h"

#include "../../cmocka_all.h"
#include "community.h"

#include "server/model/help_rules.h"
#include "server/store/outbound.h"

static const char *const kiosks[] = {"019aa9c0-0000-7000-8000-0000000000a1", "019aa9c0-0000-7000-8000-0000000000a2"};

static void open_with_kiosks(struct community *c)
{
  static const struct outbound_way ways[] = {{"program", OUTBOUND_TAKES_ALL}, {"sms", OUTBOUND_TAKES_PHONE}};
  community_open(c);
  outbound_set_ways(c->db, ways, 2, EIGHT);
  for (int64_t i = 0; i < 2; i++)
    db_run(c->db,
           "INSERT INTO kiosk(id, serial, public_key, name, place, state, code, code_at, tries, version, enrolled_at,"
           " last_heard) VALUES($1, $1, '', $2, '', 1, '', 0, 0, '', 0, 0)",
           "ss", kiosks[i], i ? "大厅" : "餐厅");
}

// Carries out what is due; returns how many messages are to leave then.
static int64_t messages_at(struct community *c, anban_ms now)
{
  struct timer timer;
  while (timers_due(c->db, now, 1, &timer) == 1) {
    assert_true(timer_take(c->db, &timer));
    assert_true(silence_run(c->db, &timer, now, &c->fault));
    timer_clear(&timer);
  }
  assert_false(db_failed(c->db));
  return number_of(c->db, "SELECT COUNT(*) FROM outbound");
}

static void all_that_are_silent_are_told_at_once(void **state)
{
  struct community c;
  struct outbound work;
  open_with_kiosks(&c);
  silence_begins(c.db, kiosks[0], EIGHT);
  silence_begins(c.db, kiosks[1], EIGHT + MS_MINUTE);
  assert_int_equal(messages_at(&c, EIGHT + SILENCE_MS - 1), 0);
  assert_int_equal(messages_at(&c, EIGHT + SILENCE_MS), 1); // nobody is on call: whoever hears of everything
  assert_int_equal(messages_at(&c, EIGHT + MS_DAY), 1);
  assert_int_equal(outbound_due(c.db, "program", EIGHT + MS_HOUR, 1, &work), 1);
  assert_non_null(strstr(work.body, "2 台终端没有回音：餐厅、大厅。"));
  outbound_clear(&work);
  community_close(&c);
}

static void who_is_on_call_is_told_by_each_way_that_reaches_them(void **state)
{
  const struct on_call_list rota = {1, {{"老李", "13800000000", .weekdays = 127}}};
  struct community c;
  open_with_kiosks(&c);
  on_call_put(c.db, &rota, &cook, EIGHT);
  silence_begins(c.db, kiosks[0], EIGHT);
  assert_int_equal(messages_at(&c, EIGHT + SILENCE_MS), 2);
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM outbound WHERE recipient = '老李'"), 2);
  community_close(&c);
}

static void one_that_is_heard_again_or_out_of_service_is_nobodys_news(void **state)
{
  struct community c;
  open_with_kiosks(&c);
  silence_begins(c.db, kiosks[0], EIGHT);
  silence_ends(c.db, kiosks[0]);
  silence_begins(c.db, kiosks[1], EIGHT);
  db_run(c.db, "UPDATE kiosk SET state = 2 WHERE id = $1", "s", kiosks[1]);
  assert_int_equal(messages_at(&c, EIGHT + MS_DAY), 0);
  community_close(&c);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(all_that_are_silent_are_told_at_once),
      cmocka_unit_test(who_is_on_call_is_told_by_each_way_that_reaches_them),
      cmocka_unit_test(one_that_is_heard_again_or_out_of_service_is_nobodys_news),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
