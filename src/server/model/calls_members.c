// SPDX-License-Identifier: GPL-3.0-or-later
// Who comes into a call and leaves it, and what is recorded of that.
#include "server/model/calls_inside.h"

#include "base/text.h"

#include <string.h>

int member_index(const struct live *live, const struct party *party)
{
  for (int i = 0; i < live->call.member_count; i++)
    if (party_same(&live->call.members[i].party, party))
      return i;
  return -1;
}

static void remove_member(struct live *live, int index)
{
  size_t after = (size_t)(--live->call.member_count - index);
  memmove(&live->call.members[index], &live->call.members[index + 1], after * sizeof *live->call.members);
  memmove(&live->times[index], &live->times[index + 1], after * sizeof *live->times);
}

// Who has left makes room, the longest gone first; but the elder stays named.
static bool make_room(struct live *live)
{
  for (int i = 0; live->call.member_count == MOST_CALL_MEMBERS && i < live->call.member_count; i++)
    if (live->call.members[i].state == CALL_OVER && !party_same(&live->call.members[i].party, &live->elder))
      remove_member(live, i);
  return live->call.member_count < MOST_CALL_MEMBERS;
}

int member_add(struct live *live, const struct call_member *member, struct calls_time now)
{
  if (!make_room(live))
    return -1;
  int index = live->call.member_count++;
  live->call.members[index] = *member;
  live->times[index] = (struct member_times){.made_at = now.wall};
  return index;
}

int members_talking(const struct live *live, bool only_others)
{
  int count = 0;
  for (int i = 0; i < live->call.member_count; i++) {
    bool is_elder = party_same(&live->call.members[i].party, &live->elder);
    count += live->call.members[i].state == CALL_TALKING && !(only_others && is_elder);
  }
  return count;
}

// What the log has of a member: nothing of the elder, whose calls they are.
static void record(struct calls *calls, struct live *live, int index, enum call_reason reason, anban_ms over_at)
{
  const struct call_member *member = &live->call.members[index];
  struct member_times *times = &live->times[index];
  if (party_same(&member->party, &live->elder) || times->is_recorded)
    return;
  times->is_recorded = over_at > 0;
  struct call_record record = {.party = member->party,
                               .from_resident = times->was_called,
                               .media = live->call.media,
                               .purpose = live->call.purpose,
                               .made_at = times->made_at,
                               .answered_at = times->answered_at,
                               .over_at = over_at,
                               .reason = reason,
                               .auto_answered = times->auto_answered};
  COPY_TEXT(record.call_id, live->call.id);
  COPY_TEXT(record.resident_id, live->call.resident_id);
  COPY_TEXT(record.name, member->name);
  calls->ears.record(calls->ears.ctx, &record, live->call.kiosk_id);
}

static void move_to_end(struct live *live, int index)
{
  struct call_member member = live->call.members[index];
  struct member_times times = live->times[index];
  remove_member(live, index);
  live->call.members[live->call.member_count] = member;
  live->times[live->call.member_count++] = times;
}

static void close_other_ends(struct calls *calls, struct live *live, const struct party *party,
                             const struct calls_device *but, enum call_reason reason)
{
  for (int i = 0; i < live->end_count; i++)
    if (party_same(&live->ends[i].party, party) && &live->ends[i] != end_of(live, but))
      end_tell_over(calls, live, &live->ends[i], reason);
}

bool member_enter(struct calls *calls, struct live *live, int index, const struct calls_device *device,
                  struct calls_time now)
{
  struct party party = live->call.members[index].party;
  if (!end_add(live, device, &party, END_IN))
    return false;
  bool was_talking = live->call.members[index].state == CALL_TALKING;
  bool was_ringing = live->call.members[index].state == CALL_RINGING;
  move_to_end(live, index);
  index = live->call.member_count - 1;
  if (!was_talking && !was_ringing) // comes again
    live->times[index] = (struct member_times){.made_at = now.wall};
  live->call.members[index].state = CALL_TALKING;
  COPY_TEXT(live->call.members[index].device, device->id);
  if (!was_talking)
    live->times[index].answered_at = now.wall;
  if (party_same(&party, &live->elder))
    COPY_TEXT(live->call.kiosk_id, device->owner);
  close_other_ends(calls, live, &party, device, was_ringing ? CALL_ANSWERED_ELSEWHERE : CALL_JOINED_OVER);
  calls_release(calls, live, device->owner, now);
  record(calls, live, index, CALL_REASON_NONE, 0);
  return true;
}

void live_answered(struct calls *calls, struct live *live, bool automatic, struct calls_time now)
{
  int caller = member_index(live, &live->call.caller);
  live->call.state = CALL_TALKING;
  live->call.answered_at = now.wall;
  live->call.members[caller].state = CALL_TALKING;
  live->times[caller].answered_at = now.wall;
  for (int i = 0; i < live->call.member_count; i++)
    live->times[i].auto_answered = automatic;
  record(calls, live, caller, CALL_REASON_NONE, 0);
}

static void end_member(struct calls *calls, struct live *live, int index, enum call_reason reason,
                       struct calls_time now)
{
  struct call_member *member = &live->call.members[index];
  member->state = CALL_OVER;
  record(calls, live, index, reason, now.wall);
}

void live_finish(struct calls *calls, struct live *live, enum call_reason reason, struct calls_time now)
{
  if (live->call.state == CALL_OVER)
    return;
  live->call.state = CALL_OVER;
  live->call.reason = reason;
  live->call.over_at = now.wall;
  live->since = now.steady;
  calls->count--;
  for (int i = 0; i < live->call.member_count; i++)
    end_member(calls, live, i, reason, now);
  for (int i = 0; i < live->end_count; i++)
    end_tell_over(calls, live, &live->ends[i], reason);
}

void member_leave(struct calls *calls, struct live *live, int index, enum call_reason reason, struct calls_time now)
{
  struct party party = live->call.members[index].party;
  bool is_elder = party_same(&party, &live->elder);
  bool was_talking = live->call.members[index].state == CALL_TALKING;
  if (live->call.state != CALL_TALKING || is_elder || members_talking(live, true) - was_talking < 1) {
    live_finish(calls, live, reason, now);
    return;
  }
  end_member(calls, live, index, reason, now);
  for (int i = 0; i < live->end_count; i++)
    if (party_same(&live->ends[i].party, &party))
      end_tell_over(calls, live, &live->ends[i], reason);
  live_say_own(calls, live, SIGNAL_UPDATE, &party, "");
}
