// SPDX-License-Identifier: GPL-3.0-or-later
// What the devices of a call are told, and what is kept of it for who has missed some.
#include "server/model/calls_inside.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

struct end *end_of(struct live *live, const struct calls_device *device)
{
  for (int i = 0; i < live->end_count; i++)
    if (strcmp(live->ends[i].device.id, device->id) == 0 && strcmp(live->ends[i].device.owner, device->owner) == 0)
      return &live->ends[i];
  return NULL;
}

// A device that is out makes room.
static struct end *free_end(struct live *live)
{
  if (live->end_count < MOST_CALL_ENDS)
    return &live->ends[live->end_count++];
  for (int i = 0; i < live->end_count; i++)
    if (live->ends[i].state == END_OUT)
      return &live->ends[i];
  return NULL;
}

struct end *end_add(struct live *live, const struct calls_device *device, const struct party *party,
                    enum end_state state)
{
  struct end *end = end_of(live, device);
  if (!end)
    end = free_end(live);
  if (end)
    *end = (struct end){.device = *device, .party = *party, .state = state};
  return end;
}

static void forget_oldest(struct live *live)
{
  struct kept_signal *oldest = STAILQ_FIRST(&live->kept);
  STAILQ_REMOVE_HEAD(&live->kept, next);
  live->kept_count--;
  live->kept_bytes -= oldest->size;
  signal_free(&oldest->signal);
  free(oldest);
}

void live_forget_signals(struct live *live)
{
  while (live->kept_count > 0)
    forget_oldest(live);
}

static size_t size_of(const struct signal *signal)
{
  char *text = json_print(signal->data);
  size_t size = strlen(text) + sizeof(struct kept_signal);
  free(text);
  return size;
}

static void keep(struct live *live, const struct signal *signal)
{
  struct kept_signal *kept = memory_new(sizeof *kept);
  kept->signal = *signal;
  kept->signal.has_call = false; // how it stands is told beside
  json_incref(kept->signal.data);
  kept->size = size_of(signal);
  STAILQ_INSERT_TAIL(&live->kept, kept, next);
  live->kept_count++;
  live->kept_bytes += kept->size;
  while (live->kept_count > MOST_KEPT_SIGNALS || live->kept_bytes > MOST_KEPT_BYTES)
    forget_oldest(live);
}

static bool is_for(const struct end *end, const struct signal *signal)
{
  if (signal->to_device[0])
    return strcmp(end->device.id, signal->to_device) == 0 && end->state != END_OUT;
  return end->state == END_IN && strcmp(end->device.id, signal->device) != 0;
}

int64_t live_say(struct calls *calls, struct live *live, const struct signal *posted, bool changed)
{
  struct signal signal = *posted;
  COPY_TEXT(signal.call_id, live->call.id);
  signal.seq = ++live->seq;
  signal.has_call = changed;
  signal.call = live->call;
  keep(live, &signal);
  for (int i = 0; i < live->end_count; i++)
    if (is_for(&live->ends[i], &signal))
      calls->ears.tell(calls->ears.ctx, &live->ends[i].device, &signal);
  return signal.seq;
}

void live_say_own(struct calls *calls, struct live *live, enum signal_kind kind, const struct party *about,
                  const char *device)
{
  struct signal signal = {.kind = kind, .from = *about, .data = json_object()};
  COPY_TEXT(signal.device, device);
  live_say(calls, live, &signal, true);
  signal_free(&signal);
}

void end_tell(struct calls *calls, struct live *live, struct end *end, enum signal_kind kind, json_t *data)
{
  struct signal signal = {.kind = kind, .from = live->call.caller, .data = data};
  COPY_TEXT(signal.to_device, end->device.id);
  live_say(calls, live, &signal, true);
  signal_free(&signal);
}

void end_tell_over(struct calls *calls, struct live *live, struct end *end, enum call_reason reason)
{
  if (end->state == END_OUT)
    return;
  end_tell(calls, live, end, SIGNAL_OVER, json_pack("{s:s}", "reason", call_reason_code(reason)));
  end->state = END_OUT;
}
