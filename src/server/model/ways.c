// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/ways.h"

#include "base/text.h"
#include "server/store/outbound.h"

#include <stdlib.h>

#define MOST_WAYS_LISTED 16

json_t *ways_list(struct db *db)
{
  struct outbound_standing ways[MOST_WAYS_LISTED];
  json_t *list = json_array();
  int count = outbound_standings(db, MOST_WAYS_LISTED, ways);
  for (int i = 0; i < count; i++)
    json_array_append_new(list,
                          json_pack("{s:s, s:i, s:i, s:I, s:I, s:s}", "way", ways[i].way, "waiting", ways[i].waiting,
                                    "given_up", ways[i].given_up, "sent_at", (json_int_t)ways[i].sent_at, "failed_at",
                                    (json_int_t)ways[i].failed_at, "error", ways[i].error));
  return list;
}

bool ways_test(struct db *db, const struct timer *timer, anban_ms now, struct fault *fault)
{
  json_t *json = json_pack("{s:s, s:s}", "what", "test", "text", "安伴每日自检：收到就好，不用回复。");
  char *body = json_print(json);
  outbound_test(db, WAYS_TIMER, body, now);
  free(body);
  json_decref(json);
  timer_set(db, WAYS_TIMER, "", now, now + MS_DAY, "");
  return true;
}
