// SPDX-License-Identifier: GPL-3.0-or-later
// What devices say in a call, and what follows.
#include "server/model/calls_inside.h"

#include "base/text.h"

#include <string.h>

struct saying {
  struct calls *calls;
  struct live *live;
  const struct calls_asker *asker;
  const struct signal *signal;
  struct calls_time now;
  int member;      // index; -1: none yet
  struct end *end; // NULL: none yet
  bool changed;
};

// As whom the asker is, or may be, a member.
static int find_member(const struct live *live, const struct calls_asker *asker)
{
  for (int i = 0; i < asker->party_count; i++) {
    int index = member_index(live, &asker->parties[i]);
    if (index >= 0)
      return index;
  }
  return -1;
}

// A device that came while it rang was not told of it, and may answer all the same.
static void find_end(struct saying *s)
{
  s->end = end_of(s->live, &s->asker->device);
  s->member = s->end ? member_index(s->live, &s->end->party) : find_member(s->live, s->asker);
  bool may_ring = s->live->call.state == CALL_RINGING && s->member >= 0 && !s->end &&
                  !party_same(&s->live->call.caller, &s->live->call.members[s->member].party) &&
                  !calls_owner_is_busy(s->calls, s->live, s->asker->device.owner);
  if (may_ring && s->live->end_count < MOST_RINGING)
    s->end = end_add(s->live, &s->asker->device, &s->live->call.members[s->member].party, END_RINGS);
}

// Who of the desk answers is whom the call is with from then on; at the others' it rings no more.
static void take_for_desk(struct saying *s)
{
  struct call_member *member = &s->live->call.members[s->member];
  if (!party_is_desk(&member->party))
    return;
  for (int i = 0; i < s->live->end_count; i++)
    if (&s->live->ends[i] != s->end && s->live->ends[i].state == END_RINGS)
      end_tell_over(s->calls, s->live, &s->live->ends[i], CALL_ANSWERED_ELSEWHERE);
  member->party = s->end->party = s->asker->parties[0];
  COPY_TEXT(member->name, s->asker->name);
}

static enum calls_answer accept(struct saying *s)
{
  if (!s->end || s->end->state == END_IN)
    return CALLS_NOT_IN;
  if (s->end->state != END_RINGS || s->live->call.state != CALL_RINGING)
    return CALLS_SETTLED;
  bool automatic = json_is_true(json_object_get(s->signal->data, "auto"));
  if (automatic && !s->live->may_auto)
    return CALLS_NOT_IN;
  take_for_desk(s);
  live_answered(s->calls, s->live, automatic, s->now);
  member_enter(s->calls, s->live, s->member, &s->asker->device, s->now);
  s->changed = true;
  return CALLS_DONE;
}

// Of the desk each speaks for themselves: it goes on ringing at the others'.
static bool rings_at_others(struct saying *s)
{
  int others = 0;
  for (int i = 0; party_is_desk(&s->end->party) && i < s->live->end_count; i++) {
    struct end *end = &s->live->ends[i];
    bool is_own = strcmp(end->device.owner, s->asker->device.owner) == 0;
    others += end->state == END_RINGS && !is_own;
  }
  for (int i = 0; others > 0 && i < s->live->end_count; i++)
    if (s->live->ends[i].state == END_RINGS && strcmp(s->live->ends[i].device.owner, s->asker->device.owner) == 0)
      end_tell_over(s->calls, s->live, &s->live->ends[i], CALL_DECLINED);
  return others > 0;
}

static enum calls_answer decline(struct saying *s)
{
  if (!s->end || s->end->state == END_IN)
    return CALLS_NOT_IN;
  if (s->live->call.state != CALL_RINGING)
    return CALLS_SETTLED;
  if (rings_at_others(s))
    return CALLS_DONE;
  live_finish(s->calls, s->live, CALL_DECLINED, s->now);
  s->changed = true;
  return CALLS_DONE;
}

static int add_joiner(struct saying *s)
{
  struct call_member member = {.party = s->asker->parties[0], .state = CALL_OVER};
  COPY_TEXT(member.name, s->asker->name);
  COPY_TEXT(member.relation, s->asker->relation);
  return member_add(s->live, &member, s->now);
}

static enum calls_answer join(struct saying *s)
{
  bool is_talking = s->member >= 0 && s->live->call.members[s->member].state == CALL_TALKING;
  if (s->live->call.state != CALL_TALKING)
    return s->live->call.state == CALL_OVER ? CALLS_SETTLED : CALLS_NOT_IN;
  if (!is_talking && strcmp(s->asker->resident_id, s->live->call.resident_id) != 0)
    return CALLS_NOT_IN;
  if (!is_talking && !(live_may_be_joined(s->live, s->asker->resident_id) && live_has_room(s->live)))
    return CALLS_SETTLED;
  if (s->member < 0)
    s->member = add_joiner(s);
  if (s->member < 0 || !member_enter(s->calls, s->live, s->member, &s->asker->device, s->now))
    return CALLS_SETTLED;
  s->changed = true;
  return CALLS_DONE;
}

static enum calls_answer bye(struct saying *s)
{
  const char *reason = json_string_value(json_object_get(s->signal->data, "reason"));
  bool failed = reason && strcmp(reason, call_reason_code(CALL_FAILED)) == 0;
  if (!s->end)
    return CALLS_NOT_IN;
  if (s->end->state == END_RINGS)
    return decline(s);
  if (s->live->call.state == CALL_OVER || s->end->state == END_OUT)
    return CALLS_SETTLED;
  bool cancels = s->live->call.state == CALL_RINGING;
  member_leave(s->calls, s->live, s->member, cancels ? CALL_CANCELLED : failed ? CALL_FAILED : CALL_HUNG_UP, s->now);
  s->changed = true;
  return CALLS_DONE;
}

// Words between devices: they change nothing here.
static enum calls_answer pass_on(struct saying *s)
{
  bool rings = s->signal->kind == SIGNAL_RINGING;
  if (!s->end)
    return CALLS_NOT_IN;
  if (s->live->call.state == CALL_OVER || s->end->state == END_OUT)
    return CALLS_SETTLED;
  if (s->end->state != (rings ? END_RINGS : END_IN))
    return CALLS_NOT_IN;
  return CALLS_DONE;
}

static enum calls_answer carry_out(struct saying *s)
{
  switch (s->signal->kind) {
  case SIGNAL_ACCEPT:
    return accept(s);
  case SIGNAL_DECLINE:
    return decline(s);
  case SIGNAL_JOIN:
    return join(s);
  case SIGNAL_BYE:
    return bye(s);
  case SIGNAL_RINGING:
  case SIGNAL_OFFER:
  case SIGNAL_ANSWER:
  case SIGNAL_CANDIDATE:
  case SIGNAL_RENEW:
  case SIGNAL_STATE:
  case SIGNAL_RING:
  case SIGNAL_UPDATE:
  case SIGNAL_GONE:
  case SIGNAL_BACK:
  case SIGNAL_OVER:
  case SIGNAL_KINDS:
    break;
  }
  return pass_on(s);
}

// What everybody has heard as the end of the call, or of a member, is not said once more.
static bool is_said_on(const struct saying *s)
{
  return s->signal->kind != SIGNAL_DECLINE && s->signal->kind != SIGNAL_BYE;
}

enum calls_answer calls_signal(struct calls *calls, const char *call_id, const struct calls_asker *asker,
                               const struct signal *signal, struct calls_time now, int64_t *seq, struct call *out,
                               bool *changed)
{
  struct saying s = {.calls = calls, .asker = asker, .signal = signal, .now = now};
  s.live = calls_find(calls, call_id);
  *changed = false;
  if (!s.live)
    return CALLS_UNKNOWN;
  find_end(&s);
  enum calls_answer answer = carry_out(&s);
  if (answer != CALLS_DONE)
    return answer;
  struct signal passed = *signal;
  const struct end *end = end_of(s.live, &asker->device);
  passed.from = end->party;
  COPY_TEXT(passed.device, asker->device.id);
  *seq = is_said_on(&s) ? live_say(calls, s.live, &passed, s.changed) : s.live->seq;
  *changed = s.changed;
  *out = s.live->call;
  return CALLS_DONE;
}

static bool is_heard_by(const struct signal *signal, const struct calls_device *device)
{
  return signal->to_device[0] ? strcmp(signal->to_device, device->id) == 0 : strcmp(signal->device, device->id) != 0;
}

static json_t *signals_write(const struct live *live, const struct calls_device *device, int64_t after)
{
  json_t *list = json_array();
  const struct kept_signal *kept;
  STAILQ_FOREACH(kept, &live->kept, next)
  if (kept->signal.seq > after && is_heard_by(&kept->signal, device))
    json_array_append_new(list, signal_write(&kept->signal));
  return list;
}

json_t *calls_write(const struct calls *calls, const struct calls_asker *asker, const char *heard, int64_t after)
{
  json_t *list = json_array();
  struct live *live;
  TAILQ_FOREACH(live, &calls->lives, next)
  {
    bool is_known = end_of(live, &asker->device) != NULL;
    bool is_of_party = live->call.state != CALL_OVER && find_member(live, asker) >= 0;
    bool is_heard = !*heard || strcmp(heard, live->call.id) == 0;
    if (is_known || is_of_party)
      json_array_append_new(list, json_pack("{s:o, s:o}", "call", call_write(&live->call), "signals",
                                            signals_write(live, &asker->device, is_heard ? after : 0)));
  }
  return list;
}
