// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/services.h"

#include "base/memory.h"
#include "server/model/announce.h"
#include "server/model/slots.h"

#include <stdlib.h>

#define COLUMNS                                                                                                        \
  "id, code, name, about, price, minutes, place, is_private, cancel_minutes, capacity, lead_minutes, on_offer"

static void read_hours(struct db *db, struct service_file *file)
{
  struct db_rows *rows = db_query(db,
                                  "SELECT weekday, from_minute, to_minute FROM service_hours WHERE service_id = $1"
                                  " ORDER BY weekday, from_minute",
                                  "s", file->service.id);
  while (file->hours_count < MOST_SERVICE_HOURS && db_rows_next(rows))
    file->hours[file->hours_count++] = (struct service_hours){
        (int)db_rows_integer(rows, 0), (int)db_rows_integer(rows, 1), (int)db_rows_integer(rows, 2)};
  db_rows_end(rows);
}

static void read_row(struct db *db, struct db_rows *rows, struct service_file *out)
{
  *out = (struct service_file){.service = {.minutes = (int)db_rows_integer(rows, 5),
                                           .place = (enum service_place)db_rows_integer(rows, 6),
                                           .is_private = db_rows_integer(rows, 7) != 0,
                                           .cancel_minutes = (int)db_rows_integer(rows, 8)},
                               .capacity = (int)db_rows_integer(rows, 9),
                               .lead_minutes = (int)db_rows_integer(rows, 10),
                               .on_offer = db_rows_integer(rows, 11) != 0};
  COPY_TEXT(out->service.id, db_rows_text(rows, 0));
  COPY_TEXT(out->service.code, db_rows_text(rows, 1));
  COPY_TEXT(out->service.name, db_rows_text(rows, 2));
  COPY_TEXT(out->service.about, db_rows_text(rows, 3));
  COPY_TEXT(out->service.price, db_rows_text(rows, 4));
  read_hours(db, out);
}

bool service_load(struct db *db, const char *id, struct service_file *out)
{
  struct db_rows *rows = db_query(db, "SELECT " COLUMNS " FROM service WHERE id = $1 AND gone_at = 0", "s", id);
  bool found = db_rows_next(rows);
  if (found)
    read_row(db, rows, out);
  db_rows_end(rows);
  return found;
}

struct service_file *services_load(struct db *db, int *count)
{
  struct service_file *files = memory_new(MOST_SERVICES * sizeof *files);
  struct db_rows *rows =
      db_query(db, "SELECT " COLUMNS " FROM service WHERE gone_at = 0 ORDER BY added_at, code, id", "");
  *count = 0;
  while (*count < MOST_SERVICES && db_rows_next(rows))
    read_row(db, rows, &files[(*count)++]);
  db_rows_end(rows);
  return files;
}

json_t *services_list(struct db *db, anban_ms now)
{
  int count = 0;
  struct service_file *files = services_load(db, &count);
  json_t *list = json_array();
  for (int i = 0; i < count; i++) {
    struct service *service = &files[i].service;
    service->free_count = slots_free(db, &files[i], now, MOST_FREE_TIMES, service->free);
    json_array_append_new(list, service_file_write(&files[i]));
  }
  free(files);
  return list;
}

struct service *services_for_kiosks(struct db *db, anban_ms now, int *count)
{
  int all = 0;
  struct service_file *files = services_load(db, &all);
  struct service *services = memory_new(MOST_SERVICES * sizeof *services);
  *count = 0;
  for (int i = 0; i < all; i++) {
    if (!files[i].on_offer)
      continue;
    struct service *service = &services[(*count)++];
    *service = files[i].service;
    service->free_count = slots_free(db, &files[i], now, MOST_FREE_TIMES, service->free);
  }
  free(files);
  return services;
}

static bool is_room_for(struct db *db, const char *id)
{
  struct db_rows *rows = db_query(db, "SELECT COUNT(*) FROM service WHERE gone_at = 0 AND id <> $1", "s", id);
  bool room = db_rows_next(rows) && db_rows_integer(rows, 0) < MOST_SERVICES;
  db_rows_end(rows);
  return room;
}

static void save_hours(struct db *db, const struct service_file *file)
{
  db_run(db, "DELETE FROM service_hours WHERE service_id = $1", "s", file->service.id);
  for (int i = 0; i < file->hours_count; i++)
    db_run(db,
           "INSERT INTO service_hours(service_id, weekday, from_minute, to_minute) VALUES($1, $2, $3, $4)"
           " ON CONFLICT DO NOTHING",
           "siii", file->service.id, (int64_t)file->hours[i].weekday, (int64_t)file->hours[i].from_minute,
           (int64_t)file->hours[i].to_minute);
}

void service_store(struct db *db, const struct service_file *file, const struct actor *who, anban_ms now)
{
  const struct service *s = &file->service;
  db_run(db,
         "INSERT INTO service(" COLUMNS ", added_at, gone_at)"
         " VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 0) ON CONFLICT(id) DO UPDATE SET"
         " code = excluded.code, name = excluded.name, about = excluded.about, price = excluded.price,"
         " minutes = excluded.minutes, place = excluded.place, is_private = excluded.is_private,"
         " cancel_minutes = excluded.cancel_minutes, capacity = excluded.capacity,"
         " lead_minutes = excluded.lead_minutes, on_offer = excluded.on_offer, gone_at = 0",
         "sssssiiiiiiii", s->id, s->code, s->name, s->about, s->price, (int64_t)s->minutes, (int64_t)s->place,
         (int64_t)s->is_private, (int64_t)s->cancel_minutes, (int64_t)file->capacity, (int64_t)file->lead_minutes,
         (int64_t)file->on_offer, now);
  save_hours(db, file);
  announce_audit(db, who, "service.put", s->id, now);
}

enum outcome service_put(struct db *db, const struct service_file *file, const struct actor *who, anban_ms now,
                         struct fault *fault)
{
  if (!is_room_for(db, file->service.id)) {
    fault_set(fault, "there are %d kinds of service already, no more are taken", MOST_SERVICES);
    return OUTCOME_FULL;
  }
  service_store(db, file, who, now);
  slots_renew(db, file, now);
  announce_catalogue(db, now);
  return OUTCOME_DONE;
}

enum outcome service_remove(struct db *db, const char *id, const struct actor *who, anban_ms now, struct fault *fault)
{
  if (db_run(db, "UPDATE service SET gone_at = $2 WHERE id = $1 AND gone_at = 0", "si", id, now) == 0) {
    fault_set(fault, "there is no service %s", id);
    return OUTCOME_NOT_FOUND;
  }
  slots_drop(db, id, now);
  announce_catalogue(db, now);
  announce_audit(db, who, "service.remove", id, now);
  return OUTCOME_DONE;
}

bool services_are_set_up(struct db *db)
{
  struct db_rows *rows = db_query(db, "SELECT 1 FROM service LIMIT 1", "");
  bool there = db_rows_next(rows);
  db_rows_end(rows);
  return there;
}
