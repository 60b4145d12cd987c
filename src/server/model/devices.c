// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/devices.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define BUCKETS 1024 // a power of two: of thousands of kiosks each is found at once

TAILQ_HEAD(bucket, device);

struct devices {
  struct devices_ears ears;
  struct bucket *buckets; // BUCKETS of them, by owner
};

struct devices *devices_new(const struct devices_ears *ears)
{
  struct devices *devices = memory_new(sizeof *devices);
  devices->ears = *ears;
  devices->buckets = memory_new(BUCKETS * sizeof *devices->buckets);
  for (int i = 0; i < BUCKETS; i++)
    TAILQ_INIT(&devices->buckets[i]);
  return devices;
}

static struct bucket *bucket_of(const struct devices *devices, const char *owner)
{
  unsigned sum = 0;
  for (; *owner; owner++)
    sum = sum * 31 + (unsigned char)*owner;
  return &devices->buckets[sum % BUCKETS];
}

static void forget(struct devices *devices, struct device *device)
{
  TAILQ_REMOVE(bucket_of(devices, device->name.owner), device, next);
  free(device);
}

void devices_free(struct devices *devices)
{
  for (int i = 0; devices && i < BUCKETS; i++)
    while (!TAILQ_EMPTY(&devices->buckets[i]))
      forget(devices, TAILQ_FIRST(&devices->buckets[i]));
  if (devices)
    free(devices->buckets);
  free(devices);
}

static struct device *find(const struct devices *devices, const struct calls_device *name)
{
  struct device *device;
  TAILQ_FOREACH(device, bucket_of(devices, name->owner), next)
  if (strcmp(device->name.id, name->id) == 0 && strcmp(device->name.owner, name->owner) == 0)
    return device;
  return NULL;
}

const struct device *devices_find(const struct devices *devices, const struct calls_device *name)
{
  return find(devices, name);
}

static void set_gone(struct devices *devices, struct device *device)
{
  if (device->is_gone)
    return;
  device->is_gone = true;
  devices->ears.gone(devices->ears.ctx, device);
}

// It is away when it has no stream, or when nothing comes back on it.
static void look_at(struct devices *devices, struct device *device, anban_ms now)
{
  bool is_away = device->streams == 0 || device->is_quiet;
  if (is_away && !device->away_since)
    device->away_since = now;
  if (is_away || !device->away_since)
    return;
  device->away_since = 0;
  bool was_gone = device->is_gone;
  device->is_gone = false;
  if (was_gone)
    devices->ears.back(devices->ears.ctx, device);
}

static void end_others(struct devices *devices, struct bucket *bucket, const struct device *newest)
{
  struct device *other;
  TAILQ_FOREACH(other, bucket, next)
  if (other != newest && strcmp(other->name.owner, newest->name.owner) == 0) {
    devices->ears.replaced(devices->ears.ctx, other);
    set_gone(devices, other);
  }
}

static struct device *add(struct devices *devices, const struct calls_device *name, enum party_kind kind, anban_ms now)
{
  struct bucket *bucket = bucket_of(devices, name->owner);
  struct device *device = memory_new(sizeof *device);
  // Gone until it is looked at, so that its coming is told.
  *device = (struct device){.name = *name, .kind = kind, .away_since = now, .is_gone = true};
  TAILQ_INSERT_TAIL(bucket, device, next);
  if (kind == PARTY_KIOSK)
    end_others(devices, bucket, device);
  return device;
}

void devices_open(struct devices *devices, const struct calls_device *name, enum party_kind kind, anban_ms now)
{
  struct device *device = find(devices, name);
  if (!device)
    device = add(devices, name, kind, now);
  device->streams++;
  device->is_quiet = false;
  look_at(devices, device, now);
}

void devices_close(struct devices *devices, const struct calls_device *name, anban_ms now)
{
  struct device *device = find(devices, name);
  if (!device || device->streams == 0)
    return;
  device->streams--;
  look_at(devices, device, now);
}

void devices_set_quiet(struct devices *devices, const struct calls_device *name, bool is_quiet, anban_ms now)
{
  struct device *device = find(devices, name);
  if (!device || device->is_quiet == is_quiet)
    return;
  device->is_quiet = is_quiet;
  look_at(devices, device, now);
  if (is_quiet)
    set_gone(devices, device); // it has been so for as long
}

static void tick(struct devices *devices, struct device *device, anban_ms now)
{
  anban_ms away = device->away_since ? now - device->away_since : 0;
  if (away >= CALL_GONE_MS)
    set_gone(devices, device);
  if (away >= DEVICE_KEPT_MS && device->streams == 0)
    forget(devices, device);
}

void devices_tick(struct devices *devices, anban_ms now)
{
  for (int i = 0; i < BUCKETS; i++) {
    struct device *after;
    for (struct device *device = TAILQ_FIRST(&devices->buckets[i]); device; device = after) {
      after = TAILQ_NEXT(device, next);
      tick(devices, device, now);
    }
  }
}

bool devices_set_people(struct devices *devices, const struct calls_device *name, const char people[][UUID_SIZE],
                        int count)
{
  struct device *device = find(devices, name);
  if (!device)
    return false;
  device->people_count = count;
  for (int i = 0; i < count; i++)
    COPY_TEXT(device->people[i], people[i]);
  return true;
}

bool device_answers_for(const struct device *device, const char *resident_id)
{
  for (int i = 0; i < device->people_count; i++)
    if (strcmp(device->people[i], resident_id) == 0)
      return true;
  return false;
}

void devices_each(const struct devices *devices, void (*each)(void *ctx, const struct device *device), void *ctx)
{
  const struct device *device;
  for (int i = 0; i < BUCKETS; i++)
    TAILQ_FOREACH(device, &devices->buckets[i], next)
  each(ctx, device);
}

bool devices_reach_owner(const struct devices *devices, const char *owner)
{
  const struct device *device;
  TAILQ_FOREACH(device, bucket_of(devices, owner), next)
  if (!device->is_gone && strcmp(device->name.owner, owner) == 0)
    return true;
  return false;
}

struct search {
  const char *resident_id;
  bool found;
};

static void search(void *ctx, const struct device *device)
{
  struct search *s = ctx;
  s->found = s->found || (!device->is_gone && device_answers_for(device, s->resident_id));
}

bool devices_reach_resident(const struct devices *devices, const char *resident_id)
{
  struct search s = {.resident_id = resident_id};
  devices_each(devices, search, &s);
  return s.found;
}
