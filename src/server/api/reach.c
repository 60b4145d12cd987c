// SPDX-License-Identifier: GPL-3.0-or-later
// Who can be called now: the family of whom a kiosk answers for, the resident of a family, the kiosks of the desk.
#include "base/log.h"
#include "base/memory.h"
#include "protocol/event.h"
#include "server/api/handlers.h"
#include "server/api/streams.h"
#include "server/api/switchboard.h"
#include "server/model/family.h"

#include <stdlib.h>
#include <string.h>

static void tell(struct switchboard *switchboard, const struct calls_device *device, json_t *data)
{
  char *text = json_print(data);
  streams_tell(switchboard->api, device, event_kind_code(EVENT_REACH), text);
  free(text);
  json_decref(data);
}

// A family that is looked up before somebody is told. Who can be reached is asked of memory only then, so that the
// newest is told, in whatever order it was looked up.
struct lookup {
  struct switchboard *switchboard;
  struct calls_device device;                   // of the kiosk that is told; else empty
  char residents[MOST_KIOSK_PEOPLE][UUID_SIZE]; // whose families
  int resident_count;
  char member_id[UUID_SIZE]; // this one of a family alone; else empty
  struct family_member *members;
  int count;
  bool is_read;
  struct fault fault;
  void (*then)(const struct lookup *lookup);
};

static void read_families(struct db *db, void *ctx)
{
  struct lookup *lookup = ctx;
  lookup->members = memory_new((size_t)(lookup->resident_count + 1) * MOST_FAMILY * sizeof *lookup->members);
  for (int i = 0; i < lookup->resident_count; i++)
    lookup->count += family_load(db, lookup->residents[i], lookup->members + lookup->count);
  if (lookup->member_id[0])
    lookup->count += family_get(db, lookup->member_id, lookup->members);
  lookup->is_read = !db_fault_take(db, &lookup->fault);
}

static void families_read(void *ctx)
{
  struct lookup *lookup = ctx;
  if (lookup->is_read)
    lookup->then(lookup);
  else // it is told again with the next change
    log_error("api", "who can be reached can't be told: %s", lookup->fault.sentence);
  free(lookup->members);
  free(lookup);
}

static void look_up(const struct lookup *wish)
{
  struct lookup *lookup = memory_new(sizeof *lookup);
  struct read_job job = {read_families, families_read, lookup};
  *lookup = *wish;
  if (reader_submit(wish->switchboard->api->parts.small, &job))
    return;
  log_warning("api", "who can be reached is not told now: the server is busy");
  free(lookup);
}

static json_t *member_write(const struct switchboard *switchboard, const char *id)
{
  return json_pack("{s:s, s:b}", "id", id, "reachable", devices_reach_owner(switchboard->devices, id));
}

// The desk stands among those who can be called.
static json_t *desk_write(const struct switchboard *switchboard)
{
  return json_pack("{s:s, s:b}", "id", DESK_ID, "reachable", devices_reach_resident(switchboard->devices, DESK_ID));
}

static void tell_kiosk_of_desk(void *ctx, const struct device *device)
{
  struct switchboard *switchboard = ctx;
  if (device->kind == PARTY_KIOSK && !device->is_gone && device->people_count > 0)
    tell(switchboard, &device->name, json_pack("{s:[o]}", "family", desk_write(switchboard)));
}

static void tell_kiosk_members(const struct lookup *lookup)
{
  json_t *list = json_array();
  for (int i = 0; i < lookup->count; i++)
    json_array_append_new(list, member_write(lookup->switchboard, lookup->members[i].id));
  json_array_append_new(list, desk_write(lookup->switchboard));
  tell(lookup->switchboard, &lookup->device, json_pack("{s:o}", "family", list));
}

static void tell_kiosk_all(struct switchboard *switchboard, const struct device *kiosk)
{
  struct lookup lookup = {.switchboard = switchboard, .device = kiosk->name, .then = tell_kiosk_members};
  for (; lookup.resident_count < kiosk->people_count; lookup.resident_count++)
    COPY_TEXT(lookup.residents[lookup.resident_count], kiosk->people[lookup.resident_count]);
  look_up(&lookup);
}

static void tell_family_device(struct switchboard *switchboard, const struct calls_device *device,
                               const char *resident_id)
{
  tell(switchboard, device,
       json_pack("{s:{s:s, s:b}}", "resident", "id", resident_id, "reachable",
                 devices_reach_resident(switchboard->devices, resident_id)));
}

struct news {
  struct switchboard *switchboard;
  const char *member_id, *resident_id;
};

static void tell_kiosk_of_member(void *ctx, const struct device *device)
{
  const struct news *news = ctx;
  if (device->kind == PARTY_KIOSK && !device->is_gone && device_answers_for(device, news->resident_id))
    tell(news->switchboard, &device->name,
         json_pack("{s:[o]}", "family", member_write(news->switchboard, news->member_id)));
}

static void tell_member_of_resident(void *ctx, const struct device *device)
{
  const struct news *news = ctx;
  if (!device->is_gone && strcmp(device->name.owner, news->member_id) == 0)
    tell_family_device(news->switchboard, &device->name, news->resident_id);
}

static void tell_members(const struct lookup *lookup)
{
  for (int i = 0; i < lookup->count; i++) {
    struct news news = {lookup->switchboard, lookup->members[i].id, lookup->members[i].resident_id};
    devices_each(lookup->switchboard->devices, tell_member_of_resident, &news);
  }
}

static void tell_family_of(struct switchboard *switchboard, const char *resident_id)
{
  struct lookup lookup = {.switchboard = switchboard, .resident_count = 1, .then = tell_members};
  COPY_TEXT(lookup.residents[0], resident_id);
  look_up(&lookup);
}

static json_t *kiosk_reach_write(const struct device *kiosk)
{
  json_t *residents = json_array();
  for (int i = 0; i < kiosk->people_count; i++)
    json_array_append_new(residents, json_string(kiosk->people[i]));
  return json_pack("{s:s, s:b, s:o}", "id", kiosk->name.owner, "reachable", !kiosk->is_gone, "residents", residents);
}

static void tell_desk(struct switchboard *switchboard, const struct device *kiosk)
{
  json_t *json = json_pack("{s:o}", "kiosk", kiosk_reach_write(kiosk));
  char *text = json_print(json);
  streams_tell_all(switchboard->api, HUB_DESK, event_kind_code(EVENT_REACH), text);
  free(text);
  json_decref(json);
}

static void tell_kiosks_of_member(const struct lookup *lookup)
{
  for (int i = 0; i < lookup->count; i++) {
    struct news news = {lookup->switchboard, lookup->members[i].id, lookup->members[i].resident_id};
    devices_each(lookup->switchboard->devices, tell_kiosk_of_member, &news);
  }
}

static void member_changed(struct switchboard *switchboard, const struct device *device)
{
  struct lookup lookup = {.switchboard = switchboard, .then = tell_kiosks_of_member};
  COPY_TEXT(lookup.member_id, device->name.owner);
  look_up(&lookup);
}

void reach_changed(struct switchboard *switchboard, const struct device *device)
{
  if (device->kind == PARTY_FAMILY)
    member_changed(switchboard, device);
  if (device->kind == PARTY_STAFF)
    devices_each(switchboard->devices, tell_kiosk_of_desk, switchboard);
  if (device->kind != PARTY_KIOSK)
    return;
  tell_desk(switchboard, device);
  for (int i = 0; i < device->people_count; i++)
    tell_family_of(switchboard, device->people[i]);
}

void reach_greet(struct switchboard *switchboard, const struct device *device, const char *resident_id)
{
  if (device->kind == PARTY_KIOSK && device->people_count > 0)
    tell_kiosk_all(switchboard, device);
  if (device->kind == PARTY_FAMILY)
    tell_family_device(switchboard, &device->name, resident_id);
}

static bool read_people(const struct json_at *at, char people[MOST_KIOSK_PEOPLE][UUID_SIZE], int *count,
                        struct fault *fault)
{
  struct json_at list = json_member(at, "residents");
  bool ok = json_get_array(&list, MOST_KIOSK_PEOPLE, fault);
  for (size_t i = 0; ok && i < json_array_size(list.value); i++) {
    struct json_at one = json_item(&list, i);
    ok = json_get_uuid(&one, people[(*count)++], fault);
  }
  return ok;
}

static void change_people(struct switchboard *switchboard, const struct calls_device *name,
                          const char people[MOST_KIOSK_PEOPLE][UUID_SIZE], int count)
{
  const struct device *kiosk = devices_find(switchboard->devices, name);
  struct device before = *kiosk;
  devices_set_people(switchboard->devices, name, people, count);
  tell_kiosk_all(switchboard, kiosk);
  tell_desk(switchboard, kiosk);
  for (int i = 0; i < before.people_count; i++)
    if (!device_answers_for(kiosk, before.people[i]))
      tell_family_of(switchboard, before.people[i]);
  for (int i = 0; i < count; i++)
    if (!device_answers_for(&before, people[i]))
      tell_family_of(switchboard, people[i]);
}

void put_kiosk_people(struct request *request)
{
  struct fault fault;
  struct switchboard *switchboard = request->api->switchboard;
  struct calls_device name;
  char people[MOST_KIOSK_PEOPLE][UUID_SIZE];
  int count = 0;
  struct json_at at = json_root("people", request->body);
  struct json_at device = json_member(&at, "device");
  COPY_TEXT(name.owner, request->caller.kiosk.id);
  if (!json_get_object(&at, &fault) || !json_get_uuid(&device, name.id, &fault) ||
      !read_people(&at, people, &count, &fault)) {
    answer_fault(&request->reply, 400, "wrong", fault.sentence);
  } else if (!devices_find(switchboard->devices, &name)) {
    answer_fault(&request->reply, 409, "no_stream", "Follow the kiosk's events with this device first.");
  } else {
    change_people(switchboard, &name, (const char(*)[UUID_SIZE])people, count);
    answer_nothing(&request->reply);
  }
}

static void add_kiosk(void *list, const struct device *device)
{
  if (device->kind == PARTY_KIOSK && !device->is_gone)
    json_array_append_new(list, kiosk_reach_write(device));
}

void get_reach(struct request *request)
{
  json_t *list = json_array();
  devices_each(request->api->switchboard->devices, add_kiosk, list);
  answer_json(&request->reply, 200, json_pack("{s:o}", "kiosks", list));
}
