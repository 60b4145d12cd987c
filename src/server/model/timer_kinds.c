// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/timer_kinds.h"

#include "server/model/demo.h"
#include "server/model/help_escalation.h"
#include "server/model/retention.h"
#include "server/model/slots.h"
#include "server/model/ways.h"

const struct timer_kind timer_kinds[] = {
    {RETENTION_TIMER, TIMER_BY_INTERVAL, retention_run}, {HELP_TIMER, TIMER_BY_INTERVAL, help_escalation_run},
    {WAYS_TIMER, TIMER_BY_INTERVAL, ways_test},          {DEMO_TIMER, TIMER_BY_CALENDAR, demo_run},
    {SLOTS_TIMER, TIMER_BY_CALENDAR, slots_run},
};
const int timer_kind_count = sizeof timer_kinds / sizeof *timer_kinds;

void timer_kinds_begin(struct db *db, anban_ms now)
{
  for (int i = 0; i < timer_kind_count; i++)
    if (timer_kinds[i].clock == TIMER_BY_INTERVAL)
      timers_mend(db, timer_kinds[i].code, now);
  if (!timer_is_set(db, RETENTION_TIMER, ""))
    timer_set(db, RETENTION_TIMER, "", now, now, "");
  slots_begin(db, now);
  // After each start, too: the settings may be others now.
  timer_set(db, WAYS_TIMER, "", now, now, "");
}
