// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/api/switchboard.h"

#include "base/log.h"
#include "base/memory.h"
#include "protocol/event.h"
#include "server/api/streams.h"
#include "server/model/call_log.h"

#include <stdlib.h>
#include <string.h>

struct calls_time switchboard_time(void)
{
  return (struct calls_time){clock_wall(), clock_steady()};
}

static void tell(void *ctx, const struct calls_device *device, const struct signal *signal)
{
  struct switchboard *switchboard = ctx;
  json_t *json = signal_write(signal);
  char *text = json_print(json);
  streams_tell(switchboard->api, device, event_kind_code(EVENT_CALL), text);
  free(text);
  json_decref(json);
}

struct note {
  struct call_record record;
  char kiosk_id[UUID_SIZE];
  anban_ms now;
};

static bool write_note(struct db *db, void *ctx, struct fault *fault)
{
  const struct note *note = ctx;
  if (note->record.over_at > 0)
    call_log_over(db, &note->record, note->now);
  else
    call_log_answered(db, &note->record, note->kiosk_id, note->now);
  return true;
}

static void note_written(void *ctx, bool committed, const struct fault *fault)
{
  struct note *note = ctx;
  if (!committed)
    log_error("api", "call %s is missing in the log of calls: %s", note->record.call_id, fault->sentence);
  free(note);
}

static void record(void *ctx, const struct call_record *record, const char *kiosk_id)
{
  static const struct fault busy = {"the writer is busy"};
  struct switchboard *switchboard = ctx;
  struct note *note = memory_new(sizeof *note);
  struct write_job job = {write_note, note_written, note};
  note->record = *record;
  note->now = clock_wall();
  COPY_TEXT(note->kiosk_id, kiosk_id);
  if (!writer_submit(switchboard->api->parts.writer, &job))
    note_written(note, false, &busy);
}

static void gone(void *ctx, const struct device *device)
{
  struct switchboard *switchboard = ctx;
  calls_gone(switchboard->calls, &device->name, switchboard_time());
  reach_changed(switchboard, device);
}

static void back(void *ctx, const struct device *device)
{
  struct switchboard *switchboard = ctx;
  calls_back(switchboard->calls, &device->name, switchboard_time());
  reach_changed(switchboard, device);
}

static void replaced(void *ctx, const struct device *device)
{
  struct switchboard *switchboard = ctx;
  calls_lost(switchboard->calls, &device->name, switchboard_time());
}

struct switchboard *switchboard_new(struct api *api)
{
  struct switchboard *switchboard = memory_new(sizeof *switchboard);
  struct devices_ears of_devices = {gone, back, replaced, switchboard};
  struct calls_ears of_calls = {tell, record, switchboard};
  switchboard->api = api;
  switchboard->devices = devices_new(&of_devices);
  switchboard->calls = calls_new(&of_calls, api->settings.ring_seconds * MS_SECOND);
  return switchboard;
}

void switchboard_free(struct switchboard *switchboard)
{
  if (!switchboard)
    return;
  devices_free(switchboard->devices);
  calls_free(switchboard->calls);
  free(switchboard);
}

void switchboard_stream_opened(struct request *request, const struct calls_device *device)
{
  struct switchboard *switchboard = request->api->switchboard;
  enum party_kind kind = request->caller.is_kiosk    ? PARTY_KIOSK
                         : request->caller.is_family ? PARTY_FAMILY
                                                     : PARTY_STAFF;
  devices_open(switchboard->devices, device, kind, request->reply.began);
  if (request->caller.is_staff && request->caller.staff.role != STAFF_KITCHEN) {
    devices_set_people(switchboard->devices, device, &(const char[UUID_SIZE]){DESK_ID}, 1);
    reach_changed(switchboard, devices_find(switchboard->devices, device));
  }
  reach_greet(switchboard, devices_find(switchboard->devices, device),
              request->caller.is_family ? request->caller.family.resident_id : "");
}

void switchboard_stream_closed(struct api *api, const struct calls_device *device)
{
  devices_close(api->switchboard->devices, device, clock_steady());
}

void switchboard_end_of(struct api *api, const char *id)
{
  calls_end_of(api->switchboard->calls, id, switchboard_time());
}

static void look_after(void *ctx, const struct calls_device *device)
{
  struct switchboard *switchboard = ctx;
  anban_ms now = clock_steady();
  if (switchboard->seconds % STREAM_TOUCH_SECONDS == 0)
    streams_touch(switchboard->api, device);
  devices_set_quiet(switchboard->devices, device, streams_are_quiet(switchboard->api, device, now), now);
}

// Devices in calls, listed first: what is found about them changes the calls.
struct list {
  struct calls_device *devices;
  int count, room;
};

static void add(void *ctx, const struct calls_device *device)
{
  struct list *list = ctx;
  if (list->count == list->room) {
    list->room = list->room ? list->room * 2 : 16;
    list->devices = memory_resize(list->devices, (size_t)list->room * sizeof *list->devices);
  }
  list->devices[list->count++] = *device;
}

// The line of one may be whole again after its call has ended.
static void add_quiet(void *ctx, const struct device *device)
{
  if (device->is_quiet)
    add(ctx, &device->name);
}

void switchboard_tick(struct api *api)
{
  struct switchboard *switchboard = api->switchboard;
  struct list list = {0};
  switchboard->seconds++;
  calls_each_device(switchboard->calls, add, &list);
  devices_each(switchboard->devices, add_quiet, &list);
  for (int i = 0; i < list.count; i++)
    look_after(switchboard, &list.devices[i]);
  free(list.devices);
  devices_tick(switchboard->devices, clock_steady());
  calls_tick(switchboard->calls, switchboard_time());
}
