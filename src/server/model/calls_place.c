// SPDX-License-Identifier: GPL-3.0-or-later
// How a call begins.
#include "server/model/calls_inside.h"

#include "base/memory.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define SEQ_STEP 1000 // more than others can have seen beyond what one device has

static bool is_elder(const struct calls_wish *wish, const struct party *party)
{
  return party_same(&wish->elder, party);
}

static struct call_member asker_member(const struct calls_wish *wish)
{
  struct call_member member = {.party = wish->request->from, .state = CALL_RINGING};
  COPY_TEXT(member.name, wish->asker->name);
  COPY_TEXT(member.relation, wish->asker->relation);
  return member;
}

static struct live *new_live(struct calls *calls, const struct calls_wish *wish, struct calls_time now)
{
  struct live *live = memory_new(sizeof *live);
  STAILQ_INIT(&live->kept);
  live->elder = wish->elder;
  live->may_auto = wish->may_auto;
  live->since = now.steady;
  live->call = (struct call){.media = wish->request->media,
                             .purpose = wish->request->purpose,
                             .made_at = now.wall,
                             .caller = wish->request->from};
  COPY_TEXT(live->call.id, wish->request->id);
  COPY_TEXT(live->call.resident_id, wish->resident_id);
  if (is_elder(wish, &wish->request->from))
    COPY_TEXT(live->call.kiosk_id, wish->asker->device.owner);
  TAILQ_INSERT_TAIL(&calls->lives, live, next);
  calls->count++;
  return live;
}

// A call the other way round, between the same two, that rings: the older one wins.
static struct live *find_glare(const struct calls *calls, const struct calls_wish *wish)
{
  struct live *live;
  TAILQ_FOREACH(live, &calls->lives, next)
  if (live->call.state == CALL_RINGING && party_same(&live->call.caller, &wish->to.party) &&
      member_index(live, &wish->request->from) >= 0)
    return live;
  return NULL;
}

// The call that this party is in, other than `except`.
static struct live *find_of_party(const struct calls *calls, const struct live *except, const struct party *party)
{
  struct live *live;
  TAILQ_FOREACH(live, &calls->lives, next)
  {
    int index = live->call.state == CALL_OVER || live == except ? -1 : member_index(live, party);
    if (index >= 0 && live->call.members[index].state != CALL_OVER)
      return live;
  }
  return NULL;
}

bool live_may_be_joined(const struct live *live, const char *resident_id)
{
  if (live->call.state != CALL_TALKING || live->call.purpose != CALL_TALK || !resident_id[0] ||
      strcmp(live->call.resident_id, resident_id) != 0)
    return false;
  for (int i = 0; i < live->call.member_count; i++)
    if (live->call.members[i].party.kind == PARTY_STAFF && live->call.members[i].state == CALL_TALKING)
      return false;
  return true;
}

bool live_has_room(const struct live *live)
{
  return members_talking(live, true) < MOST_CALL_FAMILY;
}

// Help comes first: what the helper is in ends, and what goes on at these kiosks.
static void make_way(struct calls *calls, const struct calls_wish *wish, struct live *live, struct calls_time now)
{
  calls_release(calls, live, wish->asker->device.owner, now);
  for (int i = 0; i < wish->device_count; i++)
    calls_release(calls, live, wish->devices[i].owner, now);
  struct live *other = find_of_party(calls, live, &wish->to.party);
  if (other)
    live_finish(calls, other, CALL_BUSY, now);
}

// Lets it ring at every device that is free; says why it can't, or CALL_REASON_NONE.
static enum call_reason ring(struct calls *calls, struct live *live, const struct calls_wish *wish)
{
  bool is_there = false;
  int count = 0;
  for (int i = 0; i < wish->device_count && count < MOST_RINGING; i++) {
    is_there = true;
    if (calls_owner_is_busy(calls, live, wish->devices[i].owner))
      continue;
    struct end *end = end_add(live, &wish->devices[i], &wish->to.party, END_RINGS);
    end_tell(calls, live, end, SIGNAL_RING, json_pack("{s:b}", "auto", live->may_auto));
    count++;
  }
  return count > 0 ? CALL_REASON_NONE : is_there ? CALL_BUSY : CALL_UNREACHABLE;
}

// Who it is to, or who makes it, is in another call.
static bool is_busy(struct calls *calls, const struct live *live, const struct calls_wish *wish,
                    struct calls_other *told)
{
  bool is_desk = party_is_desk(&wish->to.party); // others of it may be free
  struct live *other = is_desk ? NULL : find_of_party(calls, live, &wish->to.party);
  if (!other)
    other = find_of_party(calls, live, &wish->request->from);
  bool may_join = other && live_may_be_joined(other, wish->asker->resident_id);
  told->full = may_join && !live_has_room(other);
  if (may_join && !told->full)
    COPY_TEXT(told->joinable, other->call.id);
  return other || calls_owner_is_busy(calls, live, wish->asker->device.owner);
}

// Signals told by a server before are not to be taken for newer than ours.
static void go_on_above(struct live *live, int64_t seq)
{
  if (seq > 0 && seq >= live->seq)
    live->seq = seq + SEQ_STEP;
}

// Help that can't ring anywhere ends nobody's talk.
static enum call_reason reach(struct calls *calls, struct live *live, const struct calls_wish *wish,
                              struct calls_time now, struct calls_other *other)
{
  bool helps = wish->request->purpose == CALL_HELP;
  if (helps && wish->device_count == 0)
    return CALL_UNREACHABLE;
  if (helps)
    make_way(calls, wish, live, now);
  return is_busy(calls, live, wish, other) ? CALL_BUSY : ring(calls, live, wish);
}

static enum calls_answer begin(struct calls *calls, const struct calls_wish *wish, struct calls_time now,
                               struct call *out, struct calls_other *other)
{
  struct call_member from = asker_member(wish), to = wish->to;
  struct live *live = new_live(calls, wish, now);
  go_on_above(live, wish->request->seq);
  COPY_TEXT(from.device, wish->asker->device.id);
  to.state = CALL_RINGING;
  member_add(live, &from, now);
  live->times[member_add(live, &to, now)].was_called = true;
  end_add(live, &wish->asker->device, &from.party, END_IN);
  enum call_reason reason = reach(calls, live, wish, now, other);
  if (reason != CALL_REASON_NONE)
    live_finish(calls, live, reason, now);
  *out = live->call;
  return CALLS_DONE;
}

static enum calls_answer answer_glare(struct calls *calls, struct live *live, const struct calls_wish *wish,
                                      struct calls_time now, struct call *out)
{
  struct party party = wish->request->from;
  live_answered(calls, live, false, now);
  if (!member_enter(calls, live, member_index(live, &party), &wish->asker->device, now))
    return CALLS_SETTLED;
  live_say_own(calls, live, SIGNAL_ACCEPT, &party, wish->asker->device.id);
  *out = live->call;
  return CALLS_DONE;
}

static bool comes_from_a_member(const struct live *live, const struct calls_wish *wish)
{
  return member_index(live, &wish->request->from) >= 0;
}

static struct live *take_up_new(struct calls *calls, const struct calls_wish *wish, struct calls_time then)
{
  struct live *live = new_live(calls, wish, then);
  live->resumed = true;
  live->call.state = CALL_TALKING;
  live->call.answered_at = then.wall;
  if (wish->request->member_count > 0)
    live->call.caller = wish->request->members[0].party;
  return live;
}

static int index_taken_up(struct live *live, const struct calls_wish *wish, struct calls_time then)
{
  struct call_member member = asker_member(wish);
  int index = member_index(live, &wish->request->from);
  bool may_come = live->resumed && live->call.state == CALL_TALKING &&
                  (is_elder(wish, &member.party) || members_talking(live, true) < MOST_CALL_FAMILY);
  return index < 0 && may_come ? member_add(live, &member, then) : index;
}

// A device tells of a call that a server before knew. Its own part only: the others come by themselves.
static enum calls_answer take_up(struct calls *calls, struct live *live, const struct calls_wish *wish,
                                 struct calls_time now, struct call *out)
{
  anban_ms since = wish->request->answered_at < now.wall ? wish->request->answered_at : now.wall;
  struct calls_time then = {since, now.steady};
  if (!live)
    live = take_up_new(calls, wish, then);
  int index = party_same(&live->elder, &wish->elder) ? index_taken_up(live, wish, then) : -1;
  if (index < 0)
    return CALLS_CONFLICT;
  go_on_above(live, wish->request->seq);
  if (live->call.state == CALL_TALKING) {
    if (!member_enter(calls, live, index, &wish->asker->device, then))
      return CALLS_SETTLED;
    live_say_own(calls, live, SIGNAL_UPDATE, &wish->request->from, wish->asker->device.id);
  }
  *out = live->call;
  return CALLS_DONE;
}

enum calls_answer calls_place(struct calls *calls, const struct calls_wish *wish, struct calls_time now,
                              struct call *out, struct calls_other *other)
{
  struct live *live = calls_find(calls, wish->request->id);
  *other = (struct calls_other){.full = false};
  if (wish->request->resume && (live || calls->count < MOST_LIVE_CALLS))
    return take_up(calls, live, wish, now, out);
  if (live && !comes_from_a_member(live, wish))
    return CALLS_CONFLICT;
  if (live) {
    *out = live->call;
    return CALLS_DONE;
  }
  live = find_glare(calls, wish);
  if (live)
    return answer_glare(calls, live, wish, now, out);
  return calls->count < MOST_LIVE_CALLS ? begin(calls, wish, now, out, other) : CALLS_FULL;
}
