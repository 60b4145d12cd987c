// SPDX-License-Identifier: GPL-3.0-or-later
// The times at which a service can be had, made from its weekly hours a month ahead, and their seats: a row with a
// unique key each, so that of many who want the last one only one wins, whoever writes. Thread: the writer's;
// slots_free any.
#pragma once

#include "server/model/services.h"
#include "server/store/timers.h"

#define SLOT_DAYS 31

#define SLOTS_TIMER "slots"
// Every night: a day more of times for all.
bool slots_run(struct db *db, const struct timer *timer, anban_ms now, struct fault *fault);
void slots_begin(struct db *db, anban_ms now); // at a start

// Makes the times of the month ahead as the hours now stand; a seat that somebody has stays theirs.
void slots_renew(struct db *db, const struct service_file *file, anban_ms now);
void slots_drop(struct db *db, const char *service_id, anban_ms now);

// The next times, from its lead time on, that have a seat left; at most `most`. Returns how many.
int slots_free(struct db *db, const struct service_file *file, anban_ms now, int most, anban_ms *out);
bool slot_is_there(struct db *db, const char *service_id, anban_ms at);

// A seat for a booking; false: none is left. A booking holds one at most: it gives back what it had.
bool seat_take(struct db *db, const struct service_file *file, anban_ms at, const char *booking_id);
void seat_give_back(struct db *db, const char *booking_id);

// A day on which nothing is done (a holiday), or a weekend's day that is worked (调休) as if it were `as_weekday`.
struct day_off {
  char date[CLOCK_DATE_SIZE];
  bool is_closed;
  int as_weekday;
};
void day_off_put(struct db *db, const struct day_off *day);
void day_off_remove(struct db *db, const char *date);
json_t *days_off_list(struct db *db);
// The times of all kinds once more: the days have changed.
void slots_renew_all(struct db *db, anban_ms now);
