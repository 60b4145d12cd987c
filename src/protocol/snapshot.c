// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/catalogue.h"

#include "base/memory.h"
#include "protocol/booking.h"
#include "protocol/family.h"
#include "protocol/help.h"
#include "protocol/order.h"
#include "protocol/pack.h"

#include <stdlib.h>
#include <string.h>

struct snapshot *snapshot_new(void)
{
  return memory_new(sizeof(struct snapshot));
}

void snapshot_free(struct snapshot *snapshot)
{
  if (!snapshot)
    return;
  free(snapshot->residents);
  free(snapshot->dishes);
  free(snapshot->menus);
  free(snapshot->orders);
  free(snapshot->family);
  free(snapshot->records);
  free(snapshot->voices);
  free(snapshot->help);
  free(snapshot->services);
  free(snapshot->bookings);
  free(snapshot->packs);
  free(snapshot->readings);
  free(snapshot);
}

typedef bool read_item(const struct json_at *at, void *out, struct fault *fault);

static bool read_resident(const struct json_at *at, void *out, struct fault *fault)
{
  return resident_read_at(at, out, fault);
}

static bool read_dish(const struct json_at *at, void *out, struct fault *fault)
{
  return dish_read_at(at, out, fault);
}

static bool read_menu(const struct json_at *at, void *out, struct fault *fault)
{
  return menu_read_at(at, out, fault);
}

static bool read_order(const struct json_at *at, void *out, struct fault *fault)
{
  return order_read_at(at, out, fault);
}

static bool read_family(const struct json_at *at, void *out, struct fault *fault)
{
  return family_member_read_at(at, out, fault);
}

static bool read_record(const struct json_at *at, void *out, struct fault *fault)
{
  return call_record_read_at(at, out, fault);
}

static bool read_voice(const struct json_at *at, void *out, struct fault *fault)
{
  return voice_message_read_at(at, out, fault);
}

static bool read_help(const struct json_at *at, void *out, struct fault *fault)
{
  return help_read_at(at, out, fault);
}

static bool read_service(const struct json_at *at, void *out, struct fault *fault)
{
  return service_read_at(at, out, fault);
}

static bool read_booking(const struct json_at *at, void *out, struct fault *fault)
{
  return booking_read_at(at, out, fault);
}

static bool read_pack_name(const struct json_at *at, void *out, struct fault *fault)
{
  return pack_name_read_at(at, out, fault);
}

static bool read_reading(const struct json_at *at, void *out, struct fault *fault)
{
  return reading_read_at(at, out, fault);
}

struct list_kind {
  const char *name;
  size_t most, size; // how many at most, bytes of one
  read_item *read;
  bool is_new; // what was kept before there were such things has no such list
  // One that can't be read, as by a word of a newer server, is passed over: the rest is worth more than it.
  bool may_lack;
};

// Reads a member that is an array into new memory. What was read so far is returned even when `*ok` becomes false.
static void *read_list(const struct json_at *snapshot, const struct list_kind *kind, int *count, bool *ok,
                       struct fault *fault)
{
  struct json_at at = json_member(snapshot, kind->name);
  bool is_absent = kind->is_new && !at.value;
  *ok = *ok && (is_absent || json_get_array(&at, kind->most, fault));
  if (!*ok || is_absent)
    return NULL;
  size_t items = json_array_size(at.value);
  char *things = memory_new((items ? items : 1) * kind->size);
  for (size_t i = 0; *ok && i < items; i++) {
    struct json_at item = json_item(&at, i);
    bool is_read = kind->read(&item, things + (size_t)*count * kind->size, fault);
    *ok = is_read || kind->may_lack;
    *count += is_read;
  }
  return things;
}

static bool read_lists(const struct json_at *at, struct snapshot *out, struct fault *fault)
{
  static const struct list_kind residents = {"residents",   MOST_RESIDENTS, sizeof(struct resident),
                                             read_resident, false,          false};
  static const struct list_kind dishes = {"dishes", MOST_DISHES, sizeof(struct dish), read_dish, false, false};
  static const struct list_kind menus = {"menus", MOST_MENU_DAYS * MEALS, sizeof(struct menu), read_menu, false, false};
  static const struct list_kind orders = {"orders", MOST_ORDERS, sizeof(struct order), read_order, false, false};
  static const struct list_kind family = {"family",    MOST_FAMILIES, sizeof(struct family_member),
                                          read_family, true,          false};
  static const struct list_kind records = {"calls", MOST_ALL_RECORDS, sizeof(struct call_record), read_record, true,
                                           false};
  static const struct list_kind voices = {
      "voice_messages", MOST_ALL_VOICES, sizeof(struct voice_message), read_voice, true, false};
  static const struct list_kind packs = {"packs", MOST_PACKS, sizeof(struct pack_name), read_pack_name, true, false};
  static const struct list_kind readings = {"readings",   MOST_READINGS, sizeof(struct reading),
                                            read_reading, true,          false};
  static const struct list_kind help = {"help", MOST_OWN_HELP, sizeof(struct help), read_help, true, false};
  static const struct list_kind services = {"services",   MOST_SERVICES, sizeof(struct service),
                                            read_service, true,          true};
  static const struct list_kind bookings = {"bookings",   MOST_BOOKINGS, sizeof(struct booking),
                                            read_booking, true,          true};
  bool ok = true;
  out->residents = read_list(at, &residents, &out->resident_count, &ok, fault);
  out->dishes = read_list(at, &dishes, &out->dish_count, &ok, fault);
  out->menus = read_list(at, &menus, &out->menu_count, &ok, fault);
  out->orders = read_list(at, &orders, &out->order_count, &ok, fault);
  out->family = read_list(at, &family, &out->family_count, &ok, fault);
  out->records = read_list(at, &records, &out->record_count, &ok, fault);
  out->voices = read_list(at, &voices, &out->voice_count, &ok, fault);
  out->help = read_list(at, &help, &out->help_count, &ok, fault);
  out->packs = read_list(at, &packs, &out->pack_count, &ok, fault);
  out->services = read_list(at, &services, &out->service_count, &ok, fault);
  out->bookings = read_list(at, &bookings, &out->booking_count, &ok, fault);
  out->readings = read_list(at, &readings, &out->reading_count, &ok, fault);
  return ok;
}

struct snapshot *snapshot_read(const json_t *json, struct fault *fault)
{
  struct json_at at = json_root("snapshot", json);
  struct json_at event = json_member(&at, "event");
  struct json_at site = json_member(&at, "site");
  struct snapshot *snapshot = snapshot_new();
  if (json_get_object(&at, fault) && json_get_integer(&event, 0, INT64_MAX, &snapshot->event, fault) &&
      site_read(site.value, &snapshot->site, fault) && read_lists(&at, snapshot, fault))
    return snapshot;
  snapshot_free(snapshot);
  return NULL;
}

static void write_calls(const struct snapshot *snapshot, json_t *json)
{
  json_t *family = json_array();
  json_t *records = json_array();
  json_t *voices = json_array();
  for (int i = 0; i < snapshot->family_count; i++)
    json_array_append_new(family, family_member_write(&snapshot->family[i]));
  for (int i = 0; i < snapshot->record_count; i++)
    json_array_append_new(records, call_record_write(&snapshot->records[i]));
  for (int i = 0; i < snapshot->voice_count; i++)
    json_array_append_new(voices, voice_message_write(&snapshot->voices[i]));
  json_object_set_new(json, "family", family);
  json_object_set_new(json, "calls", records);
  json_object_set_new(json, "voice_messages", voices);
}

static void write_voices(const struct snapshot *snapshot, json_t *json)
{
  json_t *packs = json_array();
  json_t *readings = json_array();
  for (int i = 0; i < snapshot->pack_count; i++)
    json_array_append_new(packs, pack_name_write(&snapshot->packs[i]));
  for (int i = 0; i < snapshot->reading_count; i++)
    json_array_append_new(readings, reading_write(&snapshot->readings[i]));
  json_object_set_new(json, "packs", packs);
  json_object_set_new(json, "readings", readings);
}

static void write_services(const struct snapshot *snapshot, json_t *json)
{
  json_t *services = json_array();
  json_t *bookings = json_array();
  for (int i = 0; i < snapshot->service_count; i++)
    json_array_append_new(services, service_write(&snapshot->services[i]));
  for (int i = 0; i < snapshot->booking_count; i++)
    json_array_append_new(bookings, booking_write(&snapshot->bookings[i]));
  json_object_set_new(json, "services", services);
  json_object_set_new(json, "bookings", bookings);
}

json_t *snapshot_write(const struct snapshot *snapshot)
{
  json_t *residents = json_array();
  json_t *dishes = json_array();
  json_t *menus = json_array();
  json_t *orders = json_array();
  for (int i = 0; i < snapshot->resident_count; i++)
    json_array_append_new(residents, resident_write(&snapshot->residents[i]));
  for (int i = 0; i < snapshot->dish_count; i++)
    json_array_append_new(dishes, dish_write(&snapshot->dishes[i]));
  for (int i = 0; i < snapshot->menu_count; i++)
    json_array_append_new(menus, menu_write(&snapshot->menus[i]));
  for (int i = 0; i < snapshot->order_count; i++)
    json_array_append_new(orders, order_write(&snapshot->orders[i]));
  json_t *json = json_pack("{s:I, s:o, s:o, s:o, s:o, s:o}", "event", (json_int_t)snapshot->event, "site",
                           site_write(&snapshot->site), "residents", residents, "dishes", dishes, "menus", menus,
                           "orders", orders);
  write_calls(snapshot, json);
  write_services(snapshot, json);
  write_voices(snapshot, json);
  return json;
}

const struct resident *snapshot_resident(const struct snapshot *snapshot, const char *id)
{
  for (int i = 0; i < snapshot->resident_count; i++)
    if (strcmp(snapshot->residents[i].id, id) == 0)
      return &snapshot->residents[i];
  return NULL;
}

const struct service *snapshot_service(const struct snapshot *snapshot, const char *id)
{
  for (int i = 0; i < snapshot->service_count; i++)
    if (strcmp(snapshot->services[i].id, id) == 0)
      return &snapshot->services[i];
  return NULL;
}

const struct dish *snapshot_dish(const struct snapshot *snapshot, const char *id)
{
  for (int i = 0; i < snapshot->dish_count; i++)
    if (strcmp(snapshot->dishes[i].id, id) == 0)
      return &snapshot->dishes[i];
  return NULL;
}

const struct menu *snapshot_menu(const struct snapshot *snapshot, const char *date, enum meal meal)
{
  for (int i = 0; i < snapshot->menu_count; i++)
    if (snapshot->menus[i].meal == meal && strcmp(snapshot->menus[i].date, date) == 0)
      return &snapshot->menus[i];
  return NULL;
}
