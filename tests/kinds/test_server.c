// SPDX-License-Identifier: GPL-3.0-or-later
// A new kind of wish on the server: taken, answered, announced, once.
#include "../server/model/community.h"
#include "haircut.h"

#include "../cmocka_all.h"

#define MESSAGE "019aa9c0-0000-7000-8000-000000000001"

static enum outcome take_text(struct community *c, const char *text, const struct actor *who, struct buffer *answer)
{
  struct message message;
  json_t *json = json_parse(text, strlen(text), &c->fault);
  if (!message_read(json, &message, &c->fault))
    fail_msg("%s", c->fault.sentence);
  json_decref(json);
  assert_true(db_begin(c->db));
  enum outcome outcome = message_take(c->db, &message, who, EIGHT, answer, &c->fault);
  assert_true(db_commit(c->db));
  return outcome;
}

static void assert_announced(struct community *c, const char *stream)
{
  struct event_row event;
  struct db_rows *rows = events_after(c->db, stream, events_newest(c->db, stream) - 1, 1);
  assert_true(events_next(rows, &event));
  assert_string_equal(event.kind, "haircut");
  assert_string_equal(event.only_for, "");
  db_rows_end(rows);
}

static void it_is_granted_once_and_told_to_all(void **state)
{
  struct community c;
  struct buffer answer = {0}, again = {0};
  community_open(&c);
  int64_t before = events_newest(c.db, STREAM_DESK);
  assert_int_equal(take_text(&c, HAIRCUT_MESSAGE(MESSAGE, GUO), &kiosk, &answer), OUTCOME_DONE);
  assert_string_equal(answer.bytes, HAIRCUT_GRANTED(MESSAGE, GUO));
  assert_int_equal(take_text(&c, HAIRCUT_MESSAGE(MESSAGE, GUO), &kiosk, &again), OUTCOME_DONE);
  assert_string_equal(again.bytes, answer.bytes);
  assert_int_equal(events_newest(c.db, STREAM_DESK), before + 1);
  assert_announced(&c, STREAM_DESK);
  assert_announced(&c, STREAM_KIOSKS);
  buffer_free(&answer);
  buffer_free(&again);
  community_close(&c);
}

static void its_refusal_tells_who_decided(void **state)
{
  struct community c;
  struct buffer answer = {0};
  community_open(&c);
  assert_int_equal(take_text(&c, HAIRCUT_MESSAGE(MESSAGE, YULAN), &kiosk, &answer), OUTCOME_DONE);
  assert_string_equal(answer.bytes, HAIRCUT_REFUSED(MESSAGE));
  buffer_free(&answer);
  community_close(&c);
}

static void only_who_may_sends_it(void **state)
{
  struct community c;
  struct buffer answer = {0};
  community_open(&c);
  assert_int_equal(take_text(&c, HAIRCUT_MESSAGE(MESSAGE, GUO), &cook, &answer), OUTCOME_WRONG);
  assert_non_null(strstr(c.fault.sentence, "haircut.ask"));
  buffer_free(&answer);
  community_close(&c);
}

static void what_is_understood_in_part_is_refused_whole(void **state)
{
  struct message message;
  struct fault fault;
  static const char text[] =
      "{\"id\":\"" MESSAGE "\",\"kind\":\"haircut.ask\",\"made_at\":1,\"body\":{\"id\":\"" HAIRCUT
      "\",\"resident_id\":\"" GUO "\"}}";
  json_t *json = json_parse(text, strlen(text), &fault);
  assert_false(message_read(json, &message, &fault));
  assert_non_null(strstr(fault.sentence, "message.body.hairdresser"));
  json_decref(json);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(it_is_granted_once_and_told_to_all),
      cmocka_unit_test(its_refusal_tells_who_decided),
      cmocka_unit_test(only_who_may_sends_it),
      cmocka_unit_test(what_is_understood_in_part_is_refused_whole),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
