// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/days.h"

#define MOST_DAYS 366

bool day_of(struct request *request, const char *name, char out[CLOCK_DATE_SIZE])
{
  char sentence[80];
  const char *text = http_request_query(request->http, name);
  if (text && text_copy(out, CLOCK_DATE_SIZE, text) && clock_at(out, 0, 0) >= 0)
    return true;
  FORMAT_TEXT(sentence, "%s: a date such as 2026-11-22 is expected", name);
  answer_fault(&request->reply, 400, "wrong", sentence);
  return false;
}

bool days_of(struct request *request, struct days *out)
{
  if (!day_of(request, "from", out->from) || !day_of(request, "to", out->to))
    return false;
  anban_ms length = clock_at(out->to, 0, 0) - clock_at(out->from, 0, 0);
  if (length >= 0 && length <= MOST_DAYS * MS_DAY)
    return true;
  answer_fault(&request->reply, 400, "wrong", "to: a day after from is expected, at most a year later");
  return false;
}
