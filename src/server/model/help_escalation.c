// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/help_escalation.h"

#include "base/text.h"
#include "server/model/help_rows.h"
#include "server/model/help_rules.h"
#include "server/model/help_tell.h"
#include "server/model/site.h"

#include <inttypes.h>
#include <stdio.h>

static void load_contacts(struct db *db, const char *resident_id, struct escalation_facts *facts)
{
  struct db_rows *rows =
      db_query(db, "SELECT name, phone FROM contact WHERE resident_id = $1 ORDER BY place", "s", resident_id);
  for (; facts->contact_count < MOST_CONTACTS && db_rows_next(rows); facts->contact_count++) {
    COPY_TEXT(facts->contacts[facts->contact_count].name, db_rows_text(rows, 0));
    COPY_TEXT(facts->contacts[facts->contact_count].address, db_rows_text(rows, 1));
  }
  db_rows_end(rows);
}

static void look(struct db *db, const struct help *help, anban_ms begun_at, anban_ms done_to, anban_ms now,
                 struct escalation *out)
{
  struct escalation_rules rules;
  struct escalation_facts facts = {.begun_at = begun_at, .done_to = done_to};
  struct site site;
  site_load(db, &site);
  facts.local = clock_local(now, site.utc_offset_min);
  help_rules_load(db, help->resident_id, &rules);
  load_contacts(db, help->resident_id, &facts);
  escalation_look(&rules, &facts, now, out);
}

static void tell(struct db *db, struct help *help, const struct rung *rung, anban_ms now)
{
  if (rung->target == TELL_DECIDE) {
    help_step(db, help, HELP_STEP_DECIDE, "desk", "", now);
    return;
  }
  help_step(db, help, HELP_STEP_TELLING, "", rung->name, now);
  if (help_tell_person(db, help, rung->name, rung->address, now) == 0)
    help_step(db, help, HELP_STEP_FAILED, "", rung->name, now);
}

// The timer keeps how long after the beginning it is due: a clock that is set moves the timer, not that.
static void go_on(struct db *db, struct help *help, const struct escalation *escalation, anban_ms begun_at,
                  anban_ms now)
{
  char after[24];
  for (int i = 0; i < escalation->due_count; i++)
    tell(db, help, &escalation->due[i], now);
  help->next_at = escalation->has_next ? escalation->next.due_at : 0;
  COPY_TEXT(help->next_who, escalation->has_next ? escalation->next.name : "");
  if (!escalation->has_next)
    return;
  FORMAT_TEXT(after, "%" PRId64, escalation->next.due_at - begun_at);
  timer_set(db, HELP_TIMER, help->id, now, escalation->next.due_at, after);
}

void help_escalation_begin(struct db *db, struct help *help, anban_ms now)
{
  struct escalation escalation;
  look(db, help, now, now, now, &escalation);
  go_on(db, help, &escalation, now, now);
}

void help_escalation_end(struct db *db, struct help *help, anban_ms now)
{
  timer_cancel(db, HELP_TIMER, help->id);
  outbound_drop(db, help->id, now);
  help->next_at = 0;
  help->next_who[0] = '\0';
}

bool help_escalation_run(struct db *db, const struct timer *timer, anban_ms now, struct fault *fault)
{
  struct help help;
  struct escalation escalation;
  int64_t after = 0;
  if (!help_load(db, timer->subject, &help) || help.state != HELP_RAISED)
    return true;
  if (sscanf(timer->payload, "%" SCNd64, &after) != 1)
    return fault_set(fault, "the timer of the call for help %s says nothing of its time", help.id);
  anban_ms begun_at = timer->due_at - after;
  look(db, &help, begun_at, timer->due_at, now, &escalation);
  go_on(db, &help, &escalation, begun_at, now);
  help_keep(db, &help, now);
  return true;
}

// The first failure is told, and the last; what goes wrong in between is the same once more.
void help_escalation_settled(struct db *db, const struct outbound *work, enum outbound_state state, anban_ms now)
{
  struct help help;
  bool sent = state == OUTBOUND_DONE;
  bool failed = state == OUTBOUND_GIVEN_UP || (state == OUTBOUND_WAITING && work->tries == 0);
  if ((!sent && !failed) || !help_load(db, work->subject, &help))
    return;
  help_step(db, &help, sent ? HELP_STEP_SENT : HELP_STEP_FAILED, work->way, work->recipient, now);
  help_keep(db, &help, now);
}
