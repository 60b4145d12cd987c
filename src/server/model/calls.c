// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/calls_inside.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

struct calls *calls_new(const struct calls_ears *ears, anban_ms ring)
{
  struct calls *calls = memory_new(sizeof *calls);
  calls->ears = *ears;
  calls->ring = ring;
  TAILQ_INIT(&calls->lives);
  return calls;
}

static void forget(struct calls *calls, struct live *live)
{
  TAILQ_REMOVE(&calls->lives, live, next);
  live_forget_signals(live);
  free(live);
}

void calls_free(struct calls *calls)
{
  while (calls && !TAILQ_EMPTY(&calls->lives))
    forget(calls, TAILQ_FIRST(&calls->lives));
  free(calls);
}

int calls_live(const struct calls *calls)
{
  return calls->count;
}

struct live *calls_find(const struct calls *calls, const char *id)
{
  struct live *live;
  TAILQ_FOREACH(live, &calls->lives, next)
  if (strcmp(live->call.id, id) == 0)
    return live;
  return NULL;
}

static bool concerns_owner(const struct live *live, const char *owner)
{
  for (int i = 0; i < live->end_count; i++)
    if (live->ends[i].state != END_OUT && strcmp(live->ends[i].device.owner, owner) == 0)
      return true;
  return false;
}

bool calls_owner_is_busy(const struct calls *calls, const struct live *except, const char *owner)
{
  struct live *live;
  TAILQ_FOREACH(live, &calls->lives, next)
  if (live != except && live->call.state != CALL_OVER && concerns_owner(live, owner))
    return true;
  return false;
}

static bool rings_anywhere(const struct live *live)
{
  for (int i = 0; i < live->end_count; i++)
    if (live->ends[i].state == END_RINGS)
      return true;
  return false;
}

static void release_end(struct calls *calls, struct live *live, struct end *end, struct calls_time now)
{
  bool rang = end->state == END_RINGS;
  int index = member_index(live, &end->party);
  if (rang)
    end_tell_over(calls, live, end, CALL_BUSY);
  if (!rang || !rings_anywhere(live))
    member_leave(calls, live, index, CALL_BUSY, now);
}

void calls_release(struct calls *calls, const struct live *live, const char *owner, struct calls_time now)
{
  struct live *other;
  TAILQ_FOREACH(other, &calls->lives, next)
  for (int i = 0; other != live && other->call.state != CALL_OVER && i < other->end_count; i++)
    if (other->ends[i].state != END_OUT && strcmp(other->ends[i].device.owner, owner) == 0)
      release_end(calls, other, &other->ends[i], now);
}

static void tick_talk(struct calls *calls, struct live *live, struct calls_time now)
{
  bool is_alone = members_talking(live, false) < 2;
  if (!is_alone)
    live->since = now.steady;
  else if (now.steady - live->since >= CALL_ALONE_MS)
    live_finish(calls, live, CALL_LOST, now);
}

static void tick_gone(struct calls *calls, struct live *live, struct calls_time now)
{
  for (int i = 0; live->call.state != CALL_OVER && i < live->end_count; i++) {
    const struct end *end = &live->ends[i];
    if (end->state == END_IN && end->gone_since && now.steady - end->gone_since >= CALL_LOST_MS)
      member_leave(calls, live, member_index(live, &end->party), CALL_LOST, now);
  }
}

void calls_tick(struct calls *calls, struct calls_time now)
{
  struct live *after;
  for (struct live *live = TAILQ_FIRST(&calls->lives); live; live = after) {
    after = TAILQ_NEXT(live, next);
    tick_gone(calls, live, now);
    if (live->call.state == CALL_RINGING && now.steady - live->since >= calls->ring)
      live_finish(calls, live, CALL_NO_ANSWER, now);
    else if (live->call.state == CALL_TALKING)
      tick_talk(calls, live, now);
    else if (live->call.state == CALL_OVER && now.steady - live->since >= CALL_KEPT_MS)
      forget(calls, live);
  }
}

// Who rings for somebody and goes away does not wait for an answer.
static void note_gone(struct calls *calls, struct live *live, struct end *end, anban_ms gone_since,
                      struct calls_time now)
{
  bool was_gone = end->gone_since != 0, is_gone = gone_since != 0;
  end->gone_since = gone_since;
  if (end->state != END_IN || was_gone == is_gone)
    return;
  if (is_gone && live->call.state == CALL_RINGING)
    live_finish(calls, live, CALL_CANCELLED, now);
  else
    live_say_own(calls, live, is_gone ? SIGNAL_GONE : SIGNAL_BACK, &end->party, end->device.id);
}

static void note_stream(struct calls *calls, const struct calls_device *device, anban_ms gone_since,
                        struct calls_time now)
{
  struct live *live;
  TAILQ_FOREACH(live, &calls->lives, next)
  {
    struct end *end = live->call.state == CALL_OVER ? NULL : end_of(live, device);
    if (end && end->state != END_OUT)
      note_gone(calls, live, end, gone_since, now);
  }
}

void calls_gone(struct calls *calls, const struct calls_device *device, struct calls_time now)
{
  note_stream(calls, device, now.steady, now);
}

void calls_back(struct calls *calls, const struct calls_device *device, struct calls_time now)
{
  note_stream(calls, device, 0, now);
}

void calls_lost(struct calls *calls, const struct calls_device *device, struct calls_time now)
{
  struct live *live;
  TAILQ_FOREACH(live, &calls->lives, next)
  {
    const struct end *end = live->call.state == CALL_OVER ? NULL : end_of(live, device);
    enum call_reason reason = live->call.state == CALL_RINGING ? CALL_CANCELLED : CALL_LOST;
    if (end && end->state == END_IN)
      member_leave(calls, live, member_index(live, &end->party), reason, now);
  }
}

// Members that are this person, or of this resident's family; the elder stays.
static int index_of_person(const struct live *live, const char *id)
{
  bool is_of_resident = *id && strcmp(live->call.resident_id, id) == 0;
  for (int i = 0; i < live->call.member_count; i++) {
    const struct call_member *member = &live->call.members[i];
    bool is_it = strcmp(member->party.id, id) == 0 || (is_of_resident && member->party.kind == PARTY_FAMILY);
    if (is_it && member->state != CALL_OVER && !party_same(&member->party, &live->elder))
      return i;
  }
  return -1;
}

void calls_end_of(struct calls *calls, const char *id, struct calls_time now)
{
  struct live *live;
  TAILQ_FOREACH(live, &calls->lives, next)
  {
    int index;
    while (live->call.state != CALL_OVER && (index = index_of_person(live, id)) >= 0)
      member_leave(calls, live, index, CALL_NOT_ALLOWED, now);
    if (live->call.state != CALL_OVER && strcmp(live->call.kiosk_id, id) == 0)
      live_finish(calls, live, CALL_NOT_ALLOWED, now);
  }
}

void calls_each_device(const struct calls *calls, void (*each)(void *ctx, const struct calls_device *device), void *ctx)
{
  struct live *live;
  TAILQ_FOREACH(live, &calls->lives, next)
  for (int i = 0; i < live->end_count; i++)
    if (live->ends[i].state != END_OUT)
      each(ctx, &live->ends[i].device);
}
