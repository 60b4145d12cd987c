// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/outbound/mail_text.h"

#include "../../cmocka_all.h"

#include "base/base64.h"

#include <string.h>

static struct buffer written(const char *subject, const char *text)
{
  const struct mail mail = {"desk@anban.example", "li@anban.example", "42", subject, text, (anban_ms)1795305600000};
  struct buffer out = {0};
  mail_write(&mail, &out);
  return out;
}

static void its_headers_are_whole(void **state)
{
  struct buffer mail = written("呼救", "一");
  static const char *const lines[] = {"Date: Sun, 22 Nov 2026 00:00:00 +0000\r\n",
                                      "From: <desk@anban.example>\r\n",
                                      "To: <li@anban.example>\r\n",
                                      "Message-ID: <42@anban>\r\n",
                                      "Subject: =?UTF-8?B?5ZG85pWR?=\r\n",
                                      "\r\n\r\n5LiA\r\n"};
  for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
    if (!strstr(mail.bytes, lines[i]))
      fail_msg("%s is missing in %s", lines[i], mail.bytes);
  buffer_free(&mail);
}

// Each word holds whole characters, as RFC 2047 wants it: put together they are the subject again.
static void a_long_subject_is_cut_between_characters(void **state)
{
  char subject[400] = "", back[400] = "";
  for (int i = 0; i < 40; i++)
    strcat(subject, i % 3 ? "救" : "𠮷");
  struct buffer mail = written(subject, "");
  for (char *at = strstr(mail.bytes, "=?UTF-8?B?"); at; at = strstr(at, "=?UTF-8?B?")) {
    unsigned char bytes[100] = {0};
    char *end = strstr(at, "?=");
    assert_true(end && end + 2 - at <= 75);
    *end = '\0';
    int size = base64_read(at + 10, bytes, sizeof bytes - 1);
    assert_true(size > 0 && text_is_utf8((char *)bytes, (size_t)size));
    strcat(back, (char *)bytes);
    at = end + 1;
  }
  assert_string_equal(back, subject);
  buffer_free(&mail);
}

static void no_line_is_longer_than_mail_allows(void **state)
{
  char text[3000];
  memset(text, 'x', sizeof text - 1);
  text[sizeof text - 1] = '\0';
  struct buffer mail = written("short", text);
  for (const char *line = mail.bytes; *line; line += strcspn(line, "\n") + 1)
    assert_true(strcspn(line, "\n") <= 78);
  buffer_free(&mail);
}

int main(void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test(its_headers_are_whole),
                                     cmocka_unit_test(a_long_subject_is_cut_between_characters),
                                     cmocka_unit_test(no_line_is_longer_than_mail_allows)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
