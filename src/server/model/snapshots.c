// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/snapshots.h"

#include "server/model/bookings.h"
#include "server/model/call_log.h"
#include "server/model/dishes.h"
#include "server/model/family.h"
#include "server/model/menus.h"
#include "server/model/orders.h"
#include "server/model/readings.h"
#include "server/model/residents.h"
#include "server/model/services.h"
#include "server/model/site.h"
#include "server/model/voice_message.h"
#include "server/model/voices.h"
#include "server/store/events.h"

static void fill(struct db *db, anban_ms now, struct snapshot *out)
{
  site_load(db, &out->site);
  struct local_time today = clock_local(now, out->site.utc_offset_min);
  char last[CLOCK_DATE_SIZE];
  clock_add_days(today.date, MOST_MENU_DAYS - 1, last);
  out->event = events_newest(db, STREAM_KIOSKS);
  out->residents = residents_load(db, &out->resident_count);
  out->dishes = dishes_load(db, &out->dish_count);
  out->menus = menus_load(db, today.date, last, MOST_MENU_DAYS * MEALS, &out->menu_count);
  out->orders = orders_for_kiosks(db, today.date, MOST_ORDERS, &out->order_count);
  out->family = families_load(db, &out->family_count);
  out->services = services_for_kiosks(db, now, &out->service_count);
  out->bookings = bookings_for_kiosks(db, now, &out->booking_count);
  out->packs = voices_in_use(db, &out->pack_count);
  out->readings = readings_load(db, &out->reading_count);
  out->records = call_log_load(db, &out->record_count);
  out->voices = voice_message_load(db, &out->voice_count);
}

struct snapshot *snapshot_take(struct db *db, anban_ms now, struct fault *fault)
{
  struct snapshot *snapshot = snapshot_new();
  if (db_begin(db))
    fill(db, now, snapshot);
  db_rollback(db); // nothing was written
  if (!db_fault_take(db, fault))
    return snapshot;
  snapshot_free(snapshot);
  return NULL;
}
