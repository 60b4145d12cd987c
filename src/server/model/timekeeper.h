// SPDX-License-Identifier: GPL-3.0-or-later
// Has timers carried out by the writer when they are due, each once. It knows when the first is due from the writer,
// after each commit, and asks the data only then. Thread: the loop's, but for timekeeper_committed.
//
// A clock that is set: timers by interval go along with it while the server runs, and the rest stand on the calendar.
// What is due all at once after a jump forward is carried out a few at a time, with other changes in between; after a
// jump back a timer on the calendar waits until its time comes again.
#pragma once

#include "server/model/timer_kinds.h"
#include "server/store/writer.h"

struct timekeeper;

struct timekeeper_ears {
  void (*ran)(void *ctx); // timers were carried out; may be NULL
  void *ctx;
};

// The kinds outlive it, as the writer does not: it is stopped before timekeeper_free.
struct timekeeper *timekeeper_new(const struct timer_kind *kinds, int count, const struct timekeeper_ears *ears);
void timekeeper_free(struct timekeeper *keeper); // NULL is fine
// Thread: the writer's, after each commit; and once before it starts.
void timekeeper_committed(struct timekeeper *keeper, struct db *db);
// To be called once a second and when the writer has delivered: has done what is due.
void timekeeper_tick(struct timekeeper *keeper, struct writer *writer, anban_ms wall, anban_ms steady);
// When the first timer is due; -1: there is none.
anban_ms timekeeper_next(const struct timekeeper *keeper);
