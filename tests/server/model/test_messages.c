// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/messages.h"

#include "../../cmocka_all.h"
#include "community.h"

#include "base/file.h"
#include "server/model/help.h"

#define MESSAGE "019aa9c0-0000-7000-8000-000000000001"
#define MESSAGE2 "019aa9c0-0000-7000-8000-000000000011"
#define ORDER "019aa9c0-0000-7000-8000-000000000002"

static void the_same_message_has_one_effect_and_one_answer(void **state)
{
  struct community c;
  community_open(&c);
  struct message message = message_of(MESSAGE, MESSAGE_ORDER_PLACE);
  message.body.is.order = wish_for(ORDER, GUO, LION);
  struct buffer first = {0}, second = {0};
  int64_t before = events_newest(c.db, STREAM_DESK);
  assert_int_equal(take_at(&c, &message, EIGHT, &first), OUTCOME_DONE);
  assert_int_equal(events_newest(c.db, STREAM_DESK), before + 1);
  // Much later, past the cut-off, and brought by somebody else: still the answer of then.
  db_begin(c.db);
  assert_int_equal(message_take(c.db, &message, &cook, LUNCH_CUTOFF + MS_DAY, &second, &c.fault), OUTCOME_DONE);
  assert_true(db_commit(c.db));
  assert_string_equal(first.bytes, second.bytes);
  assert_int_equal(events_newest(c.db, STREAM_DESK), before + 1);
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM meal_order"), 1);
  assert_int_equal(number_of(c.db, "SELECT newest FROM day_number"), 1);
  buffer_free(&first);
  buffer_free(&second);
  community_close(&c);
}

static void the_same_id_with_another_content_is_a_conflict(void **state)
{
  struct community c;
  community_open(&c);
  struct message message = message_of(MESSAGE, MESSAGE_ORDER_PLACE);
  message.body.is.order = wish_for(ORDER, GUO, LION);
  struct buffer answer = {0};
  assert_int_equal(take_at(&c, &message, EIGHT, &answer), OUTCOME_DONE);
  message.body.is.order.items[0].count = 2;
  assert_int_equal(take_at(&c, &message, EIGHT, &answer), OUTCOME_CONFLICT);
  assert_non_null(strstr(c.fault.sentence, MESSAGE));
  assert_int_equal(number_of(c.db, "SELECT SUM(count) FROM order_item"), 1);
  buffer_free(&answer);
  community_close(&c);
}

static void a_refusal_is_an_answer_that_stays(void **state)
{
  struct community c;
  community_open(&c);
  struct order wish = wish_for(ORDER, GUO, HIDDEN);
  struct answer answer = place_at(&c, MESSAGE, &wish, EIGHT);
  assert_false(answer.accepted);
  assert_int_equal(answer.reason, REFUSAL_NOT_ON_MENU);
  assert_int_equal(answer.record.kind, RECORD_NONE);
  db_begin(c.db);
  struct menu menu = {.meal = MEAL_LUNCH, .count = 1, .date = TODAY, .dishes = {HIDDEN}};
  assert_int_equal(menu_put(c.db, &menu, &cook, EIGHT, &c.fault), OUTCOME_DONE);
  assert_true(db_commit(c.db));
  answer = place_at(&c, MESSAGE, &wish, EIGHT);
  assert_int_equal(answer.reason, REFUSAL_NOT_ON_MENU);
  assert_true(place_at(&c, MESSAGE2, &wish, EIGHT).accepted);
  community_close(&c);
}

static void the_sample_message_is_answered_as_the_sample_answer(void **state)
{
  struct community c;
  community_open(&c);
  struct buffer bytes = {0};
  assert_true(file_read(ANBAN_SAMPLES "/message-order-place.json", 65536, &bytes, &c.fault));
  json_t *json = json_parse(bytes.bytes, bytes.size, &c.fault);
  struct message message;
  assert_true(message_read(json, &message, &c.fault));
  json_decref(json);
  buffer_free(&bytes);
  struct answer answer = answer_at(&c, &message, EIGHT);
  assert_true(answer.accepted);
  assert_string_equal(answer.id, message.id);
  assert_int_equal(answer.record.is.order.number, 1);
  assert_string_equal(answer.record.is.order.items[0].name, "红烧狮子头套餐");
  assert_int_equal(answer.record.is.order.total_fen, 2 * 751);
  community_close(&c);
}

static void help_is_for_kiosks_and_reaches_only_the_one_that_raised_it(void **state)
{
  struct community c;
  community_open(&c);
  struct message message = message_of(MESSAGE, MESSAGE_HELP_RAISE);
  COPY_TEXT(message.body.is.help.id, ORDER);
  struct buffer answer = {0};
  assert_int_equal(message_take(c.db, &message, &cook, EIGHT, &answer, &c.fault), OUTCOME_WRONG);
  assert_true(answer_at(&c, &message, EIGHT).accepted);
  struct db_rows *rows = events_after(c.db, STREAM_KIOSKS, events_newest(c.db, STREAM_KIOSKS) - 1, 1);
  struct event_row event;
  assert_true(events_next(rows, &event));
  assert_string_equal(event.kind, "help");
  assert_string_equal(event.only_for, kiosk.id);
  db_rows_end(rows);
  buffer_free(&answer);
  community_close(&c);
}

// The raised_at of the one open call.
static anban_ms raised(struct community *c)
{
  json_t *list = help_list_open(c->db);
  struct help help;
  assert_int_equal(json_array_size(list), 1);
  assert_true(help_read(json_array_get(list, 0), &help, &c->fault));
  json_decref(list);
  return help.raised_at;
}

static void help_counts_from_the_press_but_not_from_the_future(void **state)
{
  for (int i = 0; i < 2; i++) {
    struct community c;
    community_open(&c);
    struct message message = message_of(MESSAGE, MESSAGE_HELP_RAISE);
    COPY_TEXT(message.body.is.help.id, ORDER);
    message.made_at = i == 0 ? EIGHT - MS_MINUTE : EIGHT + MS_HOUR; // the line was down; the clock is wrong
    answer_at(&c, &message, EIGHT);
    assert_true(raised(&c) == (i == 0 ? EIGHT - MS_MINUTE : EIGHT));
    community_close(&c);
  }
}

static void old_answers_are_forgotten(void **state)
{
  struct community c;
  community_open(&c);
  struct order wish = wish_for(ORDER, GUO, LION);
  place_at(&c, MESSAGE, &wish, EIGHT);
  assert_int_equal(messages_prune(c.db, EIGHT, 10), 0);
  assert_int_equal(messages_prune(c.db, EIGHT + 1, 10), 1);
  assert_int_equal(number_of(c.db, "SELECT COUNT(*) FROM message"), 0);
  community_close(&c);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(the_same_message_has_one_effect_and_one_answer),
      cmocka_unit_test(the_same_id_with_another_content_is_a_conflict),
      cmocka_unit_test(a_refusal_is_an_answer_that_stays),
      cmocka_unit_test(the_sample_message_is_answered_as_the_sample_answer),
      cmocka_unit_test(help_is_for_kiosks_and_reaches_only_the_one_that_raised_it),
      cmocka_unit_test(help_counts_from_the_press_but_not_from_the_future),
      cmocka_unit_test(old_answers_are_forgotten),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
