// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/silence.h"

#include "protocol/json.h"
#include "server/model/help_rules.h"
#include "server/model/kiosk.h"
#include "server/model/site.h"
#include "server/store/outbound.h"

#include <stdlib.h>
#include <string.h>

#define NAMED 3 // in the sentence; all of them stand in the list

void silence_begins(struct db *db, const char *kiosk_id, anban_ms now)
{
  timer_set(db, SILENCE_TIMER, kiosk_id, now, now + SILENCE_MS, "");
}

void silence_ends(struct db *db, const char *kiosk_id)
{
  timer_cancel(db, SILENCE_TIMER, kiosk_id);
}

static void add_kiosk(struct db *db, json_t *list, const char *kiosk_id)
{
  struct kiosk kiosk;
  if (kiosk_get(db, kiosk_id, &kiosk) && kiosk.state == KIOSK_APPROVED)
    json_array_append_new(list, json_pack("{s:s, s:s, s:s, s:I}", "id", kiosk.id, "name", kiosk.name, "place",
                                          kiosk.place, "last_heard", (json_int_t)kiosk.last_heard));
}

// The timer's own has been taken away already.
static json_t *list_of(struct db *db, const char *kiosk_id)
{
  json_t *list = json_array();
  add_kiosk(db, list, kiosk_id);
  struct db_rows *rows =
      db_query(db, "SELECT subject FROM timer WHERE kind = $1 ORDER BY due_at, subject", "s", SILENCE_TIMER);
  while (db_rows_next(rows))
    add_kiosk(db, list, db_rows_text(rows, 0));
  db_rows_end(rows);
  db_run(db, "DELETE FROM timer WHERE kind = $1", "s", SILENCE_TIMER);
  return list;
}

static char *body_of(json_t *list)
{
  struct buffer text = {0};
  size_t count = json_array_size(list);
  buffer_printf(&text, "%zu 台终端没有回音：", count);
  for (size_t i = 0; i < count && i < NAMED; i++)
    buffer_printf(&text, "%s%s", i ? "、" : "", json_string_value(json_object_get(json_array_get(list, i), "name")));
  buffer_add_text(&text, count > NAMED ? "等。" : "。");
  json_t *json = json_pack("{s:s, s:s, s:O}", "what", "kiosks.silent", "text", text.bytes, "kiosks", list);
  char *body = json_print(json);
  json_decref(json);
  buffer_free(&text);
  return body;
}

static void tell_on_call(struct db *db, const char *body, anban_ms now)
{
  struct escalation_rules rules;
  struct escalation_facts facts = {.begun_at = now, .done_to = now};
  struct escalation found;
  struct site site;
  site_load(db, &site);
  facts.local = clock_local(now, site.utc_offset_min);
  help_rules_load(db, "", &rules);
  rules.rules[0] = (struct escalation_rule){.target = TELL_ON_CALL};
  rules.rule_count = 1;
  escalation_look(&rules, &facts, now, &found);
  if (found.due_count == 0)
    outbound_add(db, SILENCE_TIMER, body, now);
  for (int i = 0; i < found.due_count; i++)
    outbound_tell(db, SILENCE_TIMER, found.due[i].name, found.due[i].address, body, now);
}

bool silence_run(struct db *db, const struct timer *timer, anban_ms now, struct fault *fault)
{
  json_t *list = list_of(db, timer->subject);
  if (json_array_size(list) > 0) {
    char *body = body_of(list);
    tell_on_call(db, body, now);
    free(body);
  }
  json_decref(list);
  return true;
}
