// SPDX-License-Identifier: GPL-3.0-or-later
// What of a call for help is given to others.
#include "server/model/help_record.h"

#include "../../cmocka_all.h"
#include "community.h"

#include "server/model/help.h"

#define HELP "019aa9c0-0000-7000-8000-0000000000f1"

static void call(struct community *c)
{
  struct help raised = {.id = HELP, .resident_id = YULAN, .raised_at = EIGHT}, help;
  COPY_TEXT(raised.kiosk_id, kiosk.id);
  help_raise(c->db, &raised, EIGHT, &help);
  help_acknowledge(c->db, HELP, &cook, "desk", EIGHT + MS_MINUTE, &help, &c->fault);
  help_close(c->db, HELP, HELP_END_HELPED, &cook, EIGHT + 2 * MS_MINUTE, &help, &c->fault);
}

static void expect_in_order(const char *text, const char *const *parts, size_t count)
{
  for (size_t i = 0; i < count; i++) {
    const char *found = strstr(text, parts[i]);
    if (!found)
      fail_msg("%s does not come in its place in %s", parts[i], text);
    text = found + 1;
  }
}

// The schema fixes the order, and takes neither Z nor parts of a second.
static void each_step_is_a_message_that_names_those_before(void **state)
{
  static const char *const first[] = {"<identifier>" HELP ".1</identifier>",
                                      "<sender>anban</sender>",
                                      "<sent>2026-11-22T08:00:00+08:00</sent>",
                                      "<status>Actual</status>",
                                      "<msgType>Alert</msgType>",
                                      "<scope>Private</scope>",
                                      "<addresses>",
                                      "<info>",
                                      "<language>",
                                      "<category>Health</category>",
                                      "<event>",
                                      "<responseType>",
                                      "<urgency>",
                                      "<severity>",
                                      "<certainty>",
                                      "<effective>",
                                      "<senderName>",
                                      "<headline>𠮷玉兰</headline>",
                                      "<description>",
                                      "<parameter>",
                                      "<area>"};
  static const char *const last[] = {"<msgType>Cancel</msgType>",
                                     "<addresses>",
                                     "<references>anban," HELP ".1,2026-11-22T08:00:00+08:00 anban," HELP ".2,",
                                     "</references>",
                                     "<info>",
                                     "<value>helped</value>"};
  struct community c;
  struct buffer text = {0};
  community_open(&c);
  call(&c);
  assert_true(help_record_cap(c.db, HELP, 1, &text));
  expect_in_order(text.bytes, first, sizeof first / sizeof *first);
  assert_null(strstr(text.bytes, "<references>"));
  buffer_free(&text);
  assert_true(help_record_cap(c.db, HELP, 0, &text));
  expect_in_order(text.bytes, last, sizeof last / sizeof *last);
  buffer_free(&text);
  assert_false(help_record_cap(c.db, HELP, 9, &text));
  assert_false(help_record_cap(c.db, YULAN, 0, &text));
  community_close(&c);
}

static void what_a_person_typed_breaks_neither_file(void **state)
{
  struct community c;
  struct buffer text = {0};
  community_open(&c);
  db_run(c.db, "UPDATE resident SET name = $1 WHERE id = $2", "ss", "=<a & \"b\">", YULAN);
  call(&c);
  assert_true(help_record_cap(c.db, HELP, 1, &text));
  assert_non_null(strstr(text.bytes, "<headline>=&lt;a &amp; \"b\"&gt;</headline>"));
  buffer_free(&text);
  help_record_csv(c.db, EIGHT, EIGHT + 1, &text);
  assert_non_null(strstr(text.bytes, "\"'=<a & \"\"b\"\">\""));
  buffer_free(&text);
  community_close(&c);
}

static void the_table_has_a_line_for_each_step_of_those_days(void **state)
{
  struct community c;
  struct buffer text = {0};
  int lines = 0;
  community_open(&c);
  call(&c);
  help_record_csv(c.db, EIGHT, EIGHT + 1, &text);
  for (const char *at = text.bytes; (at = strstr(at, "\r\n")); at++)
    lines++;
  assert_int_equal(lines, 1 + 4);
  buffer_free(&text);
  help_record_csv(c.db, EIGHT + 1, EIGHT + MS_DAY, &text);
  assert_null(strstr(text.bytes, HELP));
  buffer_free(&text);
  community_close(&c);
}

int main(void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(each_step_is_a_message_that_names_those_before),
      cmocka_unit_test(what_a_person_typed_breaks_neither_file),
      cmocka_unit_test(the_table_has_a_line_for_each_step_of_those_days),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
