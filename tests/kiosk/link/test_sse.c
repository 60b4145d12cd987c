// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/link/sse.h"

#include "../../cmocka_all.h"

#include <string.h>

struct heard {
  struct sse sse;
  char text[2000];
};

static void note(void *ctx, const struct sse_event *event)
{
  struct heard *heard = ctx;
  size_t length = strlen(heard->text);
  text_format(heard->text + length, sizeof heard->text - length, "[%s|%s|%s]", event->kind, event->id, event->data);
}

static int set_up(void **state)
{
  static struct heard heard;
  memset(&heard, 0, sizeof heard);
  sse_init(&heard.sse, 1000, note, &heard);
  *state = &heard;
  return 0;
}

static int tear_down(void **state)
{
  struct heard *heard = *state;
  sse_free(&heard->sse);
  return 0;
}

static const char *hear(struct heard *heard, const char *text)
{
  assert_true(sse_feed(&heard->sse, text, strlen(text)));
  return heard->text;
}

static void an_event_has_kind_id_and_data(void **state)
{
  assert_string_equal(hear(*state, "event: order\nid: 7\ndata: {}\n\n"), "[order|7|{}]");
}

static void data_of_many_lines_is_joined(void **state)
{
  assert_string_equal(hear(*state, "data: a\ndata:b\ndata:  c\ndata\n\n"), "[message||a\nb\n c\n]");
}

static void every_line_end_ends_a_line_once(void **state)
{
  assert_string_equal(hear(*state, "data: a\r\n\r\ndata: b\r\rdata: c\n\n"), "[message||a][message||b][message||c]");
}

static void it_does_not_matter_where_the_bytes_are_cut(void **state)
{
  struct heard *heard = *state;
  static const char text[] = "\xEF\xBB\xBF: hello\r\nevent: order\r\nid: 12\r\ndata: {\"name\":\"豆腐\"}\r\n\r\n";
  for (const char *at = text; *at; at++)
    assert_true(sse_feed(&heard->sse, at, 1));
  assert_string_equal(heard->text, "[order|12|{\"name\":\"豆腐\"}]");
}

static void comments_and_unknown_fields_are_nothing(void **state)
{
  assert_string_equal(hear(*state, ": still here\n\nfoo: bar\ndata: a\n:\ndata: b\n\n"), "[message||a\nb]");
}

static void an_event_without_data_is_none(void **state)
{
  assert_string_equal(hear(*state, "event: order\nid: 3\n\ndata: a\n\n"), "[message|3|a]");
}

static void the_id_stays_until_another_comes(void **state)
{
  assert_string_equal(hear(*state, "id: 3\ndata: a\n\ndata: b\n\nid\ndata: c\n\n"),
                      "[message|3|a][message|3|b][message||c]");
}

static void an_id_with_a_nul_is_ignored(void **state)
{
  struct heard *heard = *state;
  static const char text[] = "id: 3\nid: 4\0x\ndata: a\n\n";
  assert_true(sse_feed(&heard->sse, text, sizeof text - 1));
  assert_string_equal(heard->text, "[message|3|a]");
}

static void retry_is_digits_only(void **state)
{
  struct heard *heard = *state;
  assert_int_equal(heard->sse.retry, -1);
  hear(heard, "retry: 2500\n");
  assert_int_equal(heard->sse.retry, 2500);
  hear(heard, "retry: 2.5\nretry: -1\nretry: 99999999999\n");
  assert_int_equal(heard->sse.retry, 2500);
}

static void what_was_cut_off_is_not_told(void **state)
{
  assert_string_equal(hear(*state, "data: a\n\nevent: order\ndata: half"), "[message||a]");
}

static void an_event_without_end_is_given_up(void **state)
{
  struct heard *heard = *state;
  char line[600];
  memset(line, 'x', sizeof line);
  assert_true(sse_feed(&heard->sse, "data: ", 6));
  assert_true(sse_feed(&heard->sse, line, sizeof line));
  assert_true(sse_feed(&heard->sse, "\ndata: ", 7));
  assert_false(sse_feed(&heard->sse, line, sizeof line));
}

#define CASE(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
  const struct CMUnitTest tests[] = {
      CASE(an_event_has_kind_id_and_data),
      CASE(data_of_many_lines_is_joined),
      CASE(every_line_end_ends_a_line_once),
      CASE(it_does_not_matter_where_the_bytes_are_cut),
      CASE(comments_and_unknown_fields_are_nothing),
      CASE(an_event_without_data_is_none),
      CASE(the_id_stays_until_another_comes),
      CASE(an_id_with_a_nul_is_ignored),
      CASE(retry_is_digits_only),
      CASE(what_was_cut_off_is_not_told),
      CASE(an_event_without_end_is_given_up),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
