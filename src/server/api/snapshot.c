// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/snapshot.h"

#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/model/snapshots.h"

#include <stdlib.h>
#include <string.h>

struct kept_snapshot {
  int64_t event;              // the newest it holds
  int utc_offset_min;         // of its site
  char date[CLOCK_DATE_SIZE]; // of its day there
  char *text;                 // NULL: none yet
};

struct kept_snapshot *kept_snapshot_new(void)
{
  return memory_new(sizeof(struct kept_snapshot));
}

void kept_snapshot_free(struct kept_snapshot *kept)
{
  if (kept)
    free(kept->text);
  free(kept);
}

// It may hold events that were not handed out yet; who follows after them misses nothing.
static bool is_good(const struct kept_snapshot *kept, int64_t newest, anban_ms now)
{
  return kept->text && kept->event >= newest && strcmp(kept->date, clock_local(now, kept->utc_offset_min).date) == 0;
}

static bool renew(struct kept_snapshot *kept, struct db *db, anban_ms now, struct fault *fault)
{
  struct snapshot *snapshot = snapshot_take(db, now, fault);
  if (!snapshot)
    return false;
  json_t *json = snapshot_write(snapshot);
  free(kept->text);
  kept->text = json_print(json);
  kept->event = snapshot->event;
  kept->utc_offset_min = snapshot->site.utc_offset_min;
  COPY_TEXT(kept->date, clock_local(now, kept->utc_offset_min).date);
  json_decref(json);
  snapshot_free(snapshot);
  return true;
}

void get_kiosk_snapshot(struct request *request)
{
  struct fault fault;
  struct api *api = request->api;
  int64_t newest = hub_newest(api->parts.hub, HUB_KIOSKS);
  if (is_good(api->snapshot, newest, request->now) || renew(api->snapshot, api->parts.reader, request->now, &fault))
    answer_text(&request->reply, 200, api->snapshot->text);
  else
    answer_fault(&request->reply, 503, "store", fault.sentence);
}
