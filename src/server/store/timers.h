// SPDX-License-Identifier: GPL-3.0-or-later
// Work that is due at a time, in the data: set in the transaction of its cause, so that it is there when the cause is,
// also after a restart. What a kind does when its time has come stands in server/model/timer_kinds.h. Thread: the db's.
#pragma once

#include "base/clock.h"
#include "server/store/db.h"

struct timer {
  char kind[32];
  char subject[64]; // whom or what it is about; with the kind it names the timer
  anban_ms due_at, set_at;
  int tries;     // that failed
  char *payload; // what the kind needs to know
};

// In the place of the one of this name, if there is one.
void timer_set(struct db *db, const char *kind, const char *subject, anban_ms now, anban_ms due_at,
               const char *payload);
void timer_cancel(struct db *db, const char *kind, const char *subject);
bool timer_is_set(struct db *db, const char *kind, const char *subject);
// When the first is due; -1: there is none.
anban_ms timers_next(struct db *db);

// Those that are due at `now`, the longest due first, at most `most`. Returns how many; each is given back with
// timer_clear.
int timers_due(struct db *db, anban_ms now, int most, struct timer *out);
void timer_clear(struct timer *timer);
// Takes it away to be carried out. false: meanwhile it was cancelled or set anew.
bool timer_take(struct db *db, const struct timer *timer);
// It could not be carried out: once more then, unless it was cancelled or set anew.
void timer_put_off(struct db *db, const struct timer *timer, anban_ms due_at);

// The clock was set forward (or back, `by` < 0) under the timers of this kind: they go along with it.
void timers_shift(struct db *db, const char *kind, anban_ms by);
// Those that were set later than it is now were set by a clock that has been set back since: they begin again, and wait
// as long as they were set to.
void timers_mend(struct db *db, const char *kind, anban_ms now);
