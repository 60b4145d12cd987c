// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/helpers.h"

#include "base/memory.h"
#include "server/model/announce.h"

#include <stdlib.h>
#include <string.h>

static bool services_read(const struct json_at *at, struct helper *out, struct fault *fault)
{
  bool ok = json_get_array(at, MOST_SERVICES, fault);
  for (size_t i = 0; ok && i < json_array_size(at->value); i++) {
    struct json_at item = json_item(at, i);
    ok = json_get_uuid(&item, out->services[out->service_count++], fault);
  }
  return ok;
}

static bool buildings_read(const struct json_at *at, struct helper *out, struct fault *fault)
{
  bool ok = json_get_array(at, MOST_BUILDINGS, fault);
  for (size_t i = 0; ok && i < json_array_size(at->value); i++) {
    struct json_at item = json_item(at, i);
    ok = json_get_name(&item, out->buildings[out->building_count++], ROOM_SIZE, fault);
  }
  return ok;
}

bool helper_read(const json_t *json, struct helper *out, struct fault *fault)
{
  *out = (struct helper){.service_count = 0};
  struct json_at at = json_root("helper", json);
  struct json_at id = json_member(&at, "id");
  struct json_at name = json_member(&at, "name");
  struct json_at phone = json_member(&at, "phone");
  struct json_at services = json_member(&at, "services");
  struct json_at buildings = json_member(&at, "buildings");
  return json_get_object(&at, fault) && json_get_uuid(&id, out->id, fault) &&
         json_get_name(&name, out->name, sizeof out->name, fault) &&
         json_get_text(&phone, out->phone, sizeof out->phone, fault) && services_read(&services, out, fault) &&
         buildings_read(&buildings, out, fault);
}

json_t *helper_write(const struct helper *helper)
{
  json_t *services = json_array();
  json_t *buildings = json_array();
  for (int i = 0; i < helper->service_count; i++)
    json_array_append_new(services, json_string(helper->services[i]));
  for (int i = 0; i < helper->building_count; i++)
    json_array_append_new(buildings, json_string(helper->buildings[i]));
  return json_pack("{s:s, s:s, s:s, s:o, s:o}", "id", helper->id, "name", helper->name, "phone", helper->phone,
                   "services", services, "buildings", buildings);
}

static void read_services(struct db *db, struct helper *helper)
{
  struct db_rows *rows =
      db_query(db, "SELECT service_id FROM helper_skill WHERE helper_id = $1 ORDER BY service_id", "s", helper->id);
  for (; helper->service_count < MOST_SERVICES && db_rows_next(rows); helper->service_count++)
    COPY_TEXT(helper->services[helper->service_count], db_rows_text(rows, 0));
  db_rows_end(rows);
}

static void read_buildings(struct db *db, struct helper *helper)
{
  struct db_rows *rows =
      db_query(db, "SELECT building FROM helper_building WHERE helper_id = $1 ORDER BY building", "s", helper->id);
  for (; helper->building_count < MOST_BUILDINGS && db_rows_next(rows); helper->building_count++)
    COPY_TEXT(helper->buildings[helper->building_count], db_rows_text(rows, 0));
  db_rows_end(rows);
}

static void read_row(struct db *db, struct db_rows *rows, struct helper *out)
{
  *out = (struct helper){.service_count = 0};
  COPY_TEXT(out->id, db_rows_text(rows, 0));
  COPY_TEXT(out->name, db_rows_text(rows, 1));
  COPY_TEXT(out->phone, db_rows_text(rows, 2));
  read_services(db, out);
  read_buildings(db, out);
}

bool helper_load(struct db *db, const char *id, struct helper *out)
{
  struct db_rows *rows = db_query(db, "SELECT id, name, phone FROM helper WHERE id = $1 AND gone_at = 0", "s", id);
  bool found = db_rows_next(rows);
  if (found)
    read_row(db, rows, out);
  db_rows_end(rows);
  return found;
}

struct helper *helpers_load(struct db *db, int *count)
{
  struct helper *helpers = NULL;
  int room = 0;
  struct db_rows *rows = db_query(db, "SELECT id, name, phone FROM helper WHERE gone_at = 0 ORDER BY name, id LIMIT $1",
                                  "i", (int64_t)MOST_HELPERS);
  for (*count = 0; db_rows_next(rows); (*count)++) {
    if (*count == room) {
      room = room ? room * 2 : 16;
      helpers = memory_resize(helpers, (size_t)room * sizeof *helpers);
    }
    read_row(db, rows, &helpers[*count]);
  }
  db_rows_end(rows);
  return helpers;
}

json_t *helpers_list(struct db *db)
{
  int count = 0;
  struct helper *helpers = helpers_load(db, &count);
  json_t *list = json_array();
  for (int i = 0; i < count; i++)
    json_array_append_new(list, helper_write(&helpers[i]));
  free(helpers);
  return list;
}

bool helper_can(const struct helper *helper, const char *service_id)
{
  for (int i = 0; i < helper->service_count; i++)
    if (strcmp(helper->services[i], service_id) == 0)
      return true;
  return false;
}

// "1 幢" is not where "11 幢" is, and "3 幢" holds "3 幢 201".
bool helper_goes_to(const struct helper *helper, const char *room)
{
  for (int i = 0; i < helper->building_count; i++)
    if (strncmp(room, helper->buildings[i], strlen(helper->buildings[i])) == 0)
      return true;
  return helper->building_count == 0;
}

static bool is_room_for(struct db *db, const char *id)
{
  struct db_rows *rows = db_query(db, "SELECT COUNT(*) FROM helper WHERE gone_at = 0 AND id <> $1", "s", id);
  bool room = db_rows_next(rows) && db_rows_integer(rows, 0) < MOST_HELPERS;
  db_rows_end(rows);
  return room;
}

static void save_lists(struct db *db, const struct helper *helper)
{
  db_run(db, "DELETE FROM helper_skill WHERE helper_id = $1", "s", helper->id);
  db_run(db, "DELETE FROM helper_building WHERE helper_id = $1", "s", helper->id);
  for (int i = 0; i < helper->service_count; i++)
    db_run(db, "INSERT INTO helper_skill(helper_id, service_id) VALUES($1, $2) ON CONFLICT DO NOTHING", "ss",
           helper->id, helper->services[i]);
  for (int i = 0; i < helper->building_count; i++)
    db_run(db, "INSERT INTO helper_building(helper_id, building) VALUES($1, $2) ON CONFLICT DO NOTHING", "ss",
           helper->id, helper->buildings[i]);
}

enum outcome helper_put(struct db *db, const struct helper *helper, const struct actor *who, anban_ms now,
                        struct fault *fault)
{
  if (!is_room_for(db, helper->id)) {
    fault_set(fault, "there are %d helpers already, no more are taken", MOST_HELPERS);
    return OUTCOME_FULL;
  }
  db_run(db,
         "INSERT INTO helper(id, name, phone, added_at, gone_at) VALUES($1, $2, $3, $4, 0) ON CONFLICT(id) DO UPDATE"
         " SET name = excluded.name, phone = excluded.phone, gone_at = 0",
         "sssi", helper->id, helper->name, helper->phone, now);
  save_lists(db, helper);
  announce_audit(db, who, "helper.put", helper->id, now);
  return OUTCOME_DONE;
}

enum outcome helper_remove(struct db *db, const char *id, const struct actor *who, anban_ms now, struct fault *fault)
{
  if (db_run(db, "UPDATE helper SET gone_at = $2, phone = '' WHERE id = $1 AND gone_at = 0", "si", id, now) == 0) {
    fault_set(fault, "there is no helper %s", id);
    return OUTCOME_NOT_FOUND;
  }
  db_run(db, "DELETE FROM helper_link WHERE helper_id = $1", "s", id);
  db_run(db, "DELETE FROM helper_session WHERE helper_id = $1", "s", id);
  announce_audit(db, who, "helper.remove", id, now);
  return OUTCOME_DONE;
}

bool helper_take_time(struct db *db, const char *helper_id, const char *booking_id, anban_ms from, int minutes)
{
  helper_give_back_time(db, booking_id);
  bool all = true;
  for (anban_ms unit = from / HELPER_UNIT_MS; all && unit * HELPER_UNIT_MS < from + minutes * MS_MINUTE; unit++)
    all = db_run(db,
                 "INSERT INTO helper_time(helper_id, unit, booking_id) VALUES($1, $2, $3)"
                 " ON CONFLICT(helper_id, unit) DO NOTHING",
                 "sis", helper_id, unit, booking_id) == 1;
  if (!all)
    helper_give_back_time(db, booking_id);
  return all;
}

void helper_give_back_time(struct db *db, const char *booking_id)
{
  db_run(db, "DELETE FROM helper_time WHERE booking_id = $1", "s", booking_id);
}
