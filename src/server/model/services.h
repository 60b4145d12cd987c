// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of service that the site offers, with what only the desk needs to know of them. Thread: the db's.
#pragma once

#include "protocol/service.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

#define MOST_SERVICE_HOURS 28 // four stretches a day

// When it is offered, every week; minutes of the day at the site.
struct service_hours {
  int weekday; // 0 Sunday to 6 Saturday
  int from_minute, to_minute;
};

struct service_file {
  struct service service; // its free times are not kept here
  int capacity;           // how many at once
  int lead_minutes;       // so long before it begins it must have been asked for
  bool on_offer;          // kiosks show it
  int hours_count;
  struct service_hours hours[MOST_SERVICE_HOURS];
};

bool service_file_read(const json_t *json, struct service_file *out, struct fault *fault);
json_t *service_file_write(const struct service_file *file);

bool service_load(struct db *db, const char *id, struct service_file *out);
// All that are not taken away, in the order kiosks show them.
struct service_file *services_load(struct db *db, int *count); // the array is the caller's to free
// The same for the desk, with the next times that are free.
json_t *services_list(struct db *db, anban_ms now);
// Those on offer, each with the next times that are free.
struct service *services_for_kiosks(struct db *db, anban_ms now, int *count);

// Without telling anybody and without making times.
void service_store(struct db *db, const struct service_file *file, const struct actor *who, anban_ms now);
enum outcome service_put(struct db *db, const struct service_file *file, const struct actor *who, anban_ms now,
                         struct fault *fault);
// What was asked for stands; nobody asks for it any more.
enum outcome service_remove(struct db *db, const char *id, const struct actor *who, anban_ms now, struct fault *fault);

// Whether there was ever one.
bool services_are_set_up(struct db *db);
