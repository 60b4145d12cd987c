// SPDX-License-Identifier: GPL-3.0-or-later
// Which devices follow a stream of events now, and for whom each kiosk answers: who can be called. A device that loses
// its stream counts as there for a few seconds, as streams break and come back. Pure; time is passed in, steady.
#pragma once

#include "server/model/calls.h"

#include <sys/queue.h>

#define DEVICE_KEPT_MS (CALL_LOST_MS + 10 * MS_SECOND) // a gone one is remembered, so that it may still say good-bye

struct devices;

struct device {
  TAILQ_ENTRY(device) next;
  struct calls_device name;
  enum party_kind kind; // PARTY_KIOSK, PARTY_FAMILY, PARTY_STAFF
  int streams;
  bool is_quiet;       // its streams are open, but nothing has been acknowledged for long
  anban_ms away_since; // when it has no stream or is quiet; 0: it is there
  bool is_gone;        // for CALL_GONE_MS
  int people_count;    // for whom it answers: of a kiosk residents, of a page of the desk DESK_ID
  char people[MOST_KIOSK_PEOPLE][UUID_SIZE];
};

struct devices_ears {
  void (*gone)(void *ctx, const struct device *device);
  void (*back)(void *ctx, const struct device *device); // also: it has come
  // The kiosk's program has been started anew, with another device: this one never comes back.
  void (*replaced)(void *ctx, const struct device *device);
  void *ctx;
};

struct devices *devices_new(const struct devices_ears *ears);
void devices_free(struct devices *devices);

// A stream of it was opened or has ended. A kiosk has one program: with a new device its others are replaced and
// gone at once.
void devices_open(struct devices *devices, const struct calls_device *name, enum party_kind kind, anban_ms now);
void devices_close(struct devices *devices, const struct calls_device *name, anban_ms now);
void devices_set_quiet(struct devices *devices, const struct calls_device *name, bool is_quiet, anban_ms now);
// Once a second.
void devices_tick(struct devices *devices, anban_ms now);

// NULL: not known, or forgotten. Lives until the next call that is not const.
const struct device *devices_find(const struct devices *devices, const struct calls_device *name);
// It answers for these from now on. false: there is no such device.
bool devices_set_people(struct devices *devices, const struct calls_device *name, const char people[][UUID_SIZE],
                        int count);
bool device_answers_for(const struct device *device, const char *resident_id);

// Whether a device of this owner is there, or somebody answers for this resident.
bool devices_reach_owner(const struct devices *devices, const char *owner);
bool devices_reach_resident(const struct devices *devices, const char *resident_id);
void devices_each(const struct devices *devices, void (*each)(void *ctx, const struct device *device), void *ctx);
