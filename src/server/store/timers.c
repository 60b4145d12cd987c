// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/timers.h"

#include "base/memory.h"

#include <stdlib.h>

void timer_set(struct db *db, const char *kind, const char *subject, anban_ms now, anban_ms due_at, const char *payload)
{
  db_run(db,
         "INSERT INTO timer(kind, subject, due_at, set_at, tries, payload) VALUES($1, $2, $3, $4, 0, $5)"
         " ON CONFLICT(kind, subject) DO UPDATE SET due_at = $3, set_at = $4, tries = 0, payload = $5",
         "ssiis", kind, subject, due_at, now, payload);
}

void timer_cancel(struct db *db, const char *kind, const char *subject)
{
  db_run(db, "DELETE FROM timer WHERE kind = $1 AND subject = $2", "ss", kind, subject);
}

bool timer_is_set(struct db *db, const char *kind, const char *subject)
{
  struct db_rows *rows = db_query(db, "SELECT 1 FROM timer WHERE kind = $1 AND subject = $2", "ss", kind, subject);
  bool is_set = db_rows_next(rows);
  db_rows_end(rows);
  return is_set;
}

anban_ms timers_next(struct db *db)
{
  struct db_rows *rows = db_query(db, "SELECT due_at FROM timer ORDER BY due_at LIMIT 1", "");
  anban_ms next = db_rows_next(rows) ? db_rows_integer(rows, 0) : -1;
  db_rows_end(rows);
  return next;
}

int timers_due(struct db *db, anban_ms now, int most, struct timer *out)
{
  int count = 0;
  struct db_rows *rows = db_query(db,
                                  "SELECT kind, subject, due_at, set_at, tries, payload FROM timer WHERE due_at <= $1"
                                  " ORDER BY due_at, kind, subject LIMIT $2",
                                  "ii", now, (int64_t)most);
  for (; db_rows_next(rows); count++) {
    struct timer *timer = &out[count];
    *timer = (struct timer){.due_at = db_rows_integer(rows, 2),
                            .set_at = db_rows_integer(rows, 3),
                            .tries = (int)db_rows_integer(rows, 4),
                            .payload = memory_text(db_rows_text(rows, 5))};
    COPY_TEXT(timer->kind, db_rows_text(rows, 0));
    COPY_TEXT(timer->subject, db_rows_text(rows, 1));
  }
  db_rows_end(rows);
  return count;
}

void timer_clear(struct timer *timer)
{
  free(timer->payload);
  timer->payload = NULL;
}

bool timer_take(struct db *db, const struct timer *timer)
{
  return db_run(db, "DELETE FROM timer WHERE kind = $1 AND subject = $2 AND due_at = $3 AND set_at = $4", "ssii",
                timer->kind, timer->subject, timer->due_at, timer->set_at) == 1;
}

void timer_put_off(struct db *db, const struct timer *timer, anban_ms due_at)
{
  db_run(db,
         "UPDATE timer SET due_at = $5, tries = tries + 1 WHERE kind = $1 AND subject = $2 AND due_at = $3"
         " AND set_at = $4",
         "ssiii", timer->kind, timer->subject, timer->due_at, timer->set_at, due_at);
}

void timers_shift(struct db *db, const char *kind, anban_ms by)
{
  db_run(db, "UPDATE timer SET due_at = due_at + $2, set_at = set_at + $2 WHERE kind = $1", "si", kind, by);
}

void timers_mend(struct db *db, const char *kind, anban_ms now)
{
  db_run(db, "UPDATE timer SET due_at = $2 + due_at - set_at, set_at = $2 WHERE kind = $1 AND set_at > $2", "si", kind,
         now);
}
