// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/outbound/mail_text.h"

#include "base/base64.h"

#include <string.h>

#define MOST_WORD 45 // bytes of an encoded word: 75 characters with what stands around it
#define LINE 76

// RFC 2047: words that are cut between characters, never within one.
static void add_subject(struct buffer *out, const char *text)
{
  buffer_add_text(out, "Subject:");
  while (*text) {
    const char *end = text, *at = text;
    while (*at && at - text <= MOST_WORD) {
      end = at;
      text_next(&at);
    }
    if (!*at && at - text <= MOST_WORD)
      end = at;
    buffer_add_text(out, " =?UTF-8?B?");
    base64_add(out, text, (size_t)(end - text));
    buffer_add_text(out, "?=\r\n");
    text = end;
  }
}

static void add_body(struct buffer *out, const char *text)
{
  struct buffer code = {0};
  base64_add(&code, text, strlen(text));
  for (size_t at = 0; at < code.size; at += LINE) {
    size_t size = code.size - at < LINE ? code.size - at : LINE;
    buffer_add(out, code.bytes + at, size);
    buffer_add_text(out, "\r\n");
  }
  buffer_free(&code);
}

static void add_date(struct buffer *out, anban_ms at)
{
  static const char days[7][4] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static const char months[12][4] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                     "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  struct local_time utc = clock_local(at, 0);
  int month = (utc.date[5] - '0') * 10 + utc.date[6] - '1';
  buffer_printf(out, "Date: %s, %.2s %s %.4s %02d:%02d:%02d +0000\r\n", days[utc.weekday], utc.date + 8, months[month],
                utc.date, utc.minute / 60, utc.minute % 60, utc.second);
}

void mail_write(const struct mail *mail, struct buffer *out)
{
  add_date(out, mail->at);
  buffer_printf(out, "From: <%s>\r\nTo: <%s>\r\nMessage-ID: <%s@anban>\r\n", mail->from, mail->to, mail->id);
  add_subject(out, mail->subject);
  buffer_add_text(out, "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                       "Content-Transfer-Encoding: base64\r\nAuto-Submitted: auto-generated\r\n\r\n");
  add_body(out, mail->text);
}
