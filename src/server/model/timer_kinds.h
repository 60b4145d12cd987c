// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be done when a timer is due: one table, a row a kind. Thread: the writer's.
#pragma once

#include "base/fault.h"
#include "server/store/timers.h"

// What becomes of a timer when the clock is set by somebody.
enum timer_clock {
  TIMER_BY_CALENDAR, // it is due when the clock says so: it comes late, or early, with the clock
  TIMER_BY_INTERVAL, // so much time is to pass: it goes along with the clock
};

struct timer_kind {
  const char *code; // as in the data
  enum timer_clock clock;
  // Inside a transaction in which the timer has been taken away, so that it happens once; a timer that recurs is set
  // anew here. May be run twice, and starts from the beginning each time. `timer->due_at` tells how late it is: after a
  // night without power what no longer makes sense is left out. false: all is taken back and tried again later.
  bool (*run)(struct db *db, const struct timer *timer, anban_ms now, struct fault *fault);
};

extern const struct timer_kind timer_kinds[];
extern const int timer_kind_count;

// At a start, inside a transaction: sets what always recurs, when it isn't there, and mends what a clock that was set
// back has left.
void timer_kinds_begin(struct db *db, anban_ms now);
