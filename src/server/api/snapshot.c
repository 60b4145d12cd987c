// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/snapshot.h"

#include "base/memory.h"
#include "server/api/handlers.h"
#include "server/model/help.h"
#include "server/model/snapshots.h"
#include "server/store/events.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct kept_snapshot {
  pthread_mutex_t mutex;      // of the rest: several readers may be asked at once, and one makes it for all
  int64_t event;              // the newest it holds
  int utc_offset_min;         // of its site
  char date[CLOCK_DATE_SIZE]; // of its day there
  char *text;                 // NULL: none yet
};

struct kept_snapshot *kept_snapshot_new(void)
{
  struct kept_snapshot *kept = memory_new(sizeof *kept);
  pthread_mutex_init(&kept->mutex, NULL);
  return kept;
}

void kept_snapshot_free(struct kept_snapshot *kept)
{
  if (!kept)
    return;
  pthread_mutex_destroy(&kept->mutex);
  free(kept->text);
  free(kept);
}

// Whether it holds all that has happened.
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

// What is the same for all, and the kiosk's own calls for help. They may be newer than the rest, which its stream then
// tells once more.
static void answer_own(struct request *request, const char *shared)
{
  struct buffer text = {0};
  struct fault fault;
  json_t *help = help_list_own(request->db, request->caller.kiosk.id);
  char *own = json_print(help);
  buffer_printf(&text, "{\"help\":%s,%s", own, shared + 1);
  if (db_fault_take(request->db, &fault))
    answer_fault(&request->reply, 503, "store", fault.sentence);
  else
    answer_text(&request->reply, 200, text.bytes);
  buffer_free(&text);
  free(own);
  json_decref(help);
}

void get_kiosk_snapshot(struct request *request)
{
  struct fault fault;
  struct kept_snapshot *kept = request->api->snapshot;
  pthread_mutex_lock(&kept->mutex);
  int64_t newest = events_newest(request->db, STREAM_KIOSKS);
  if (db_fault_take(request->db, &fault) ||
      !(is_good(kept, newest, request->now) || renew(kept, request->db, request->now, &fault)))
    answer_fault(&request->reply, 503, "store", fault.sentence);
  else
    answer_own(request, kept->text);
  pthread_mutex_unlock(&kept->mutex);
}
