// SPDX-License-Identifier: GPL-3.0-or-later
// What the others of a call and the server tell about it.
#include "base/text.h"
#include "kiosk/model/course_peer.h"

#include <string.h>

void course_signal_ring(const struct course_step *step)
{
  struct course *course = step->course;
  bool again = strcmp(step->in->call_id, course->call_id) == 0 && step->in->seq <= course->seq;
  if (course_busy(course) || again)
    return;
  course_begin(step, COURSE_RINGING);
  course->seq = step->in->seq;
  if (step->in->call)
    course->call = *step->in->call;
  course_send(step, SIGNAL_RINGING, "");
}

void course_signal_ringing(const struct course_step *step)
{
  step->course->rings_there = true;
}

void course_signal_comes(const struct course_step *step)
{
  if (step->course->state == COURSE_RINGING)
    return; // who else is in it is told by the update
  if (step->course->state == COURSE_CALLING)
    course_enter(step, COURSE_CONNECTING);
  course_peer_open(step, step->in->device, step->in->kiosk, true);
}

void course_signal_decline(const struct course_step *step)
{
  if (step->course->state == COURSE_CALLING)
    course_finish(step, CALL_DECLINED);
}

static void give(const struct course_step *step, const struct course_peer *peer)
{
  COPY_TEXT(course_ask(step, DO_GIVE)->device, peer->device);
}

// One that we had not heard of yet may be quicker than the news of it.
void course_signal_offer(const struct course_step *step)
{
  struct course *course = step->course;
  if (course->kiosk || course->state < COURSE_CONNECTING)
    return;
  course_peer_open(step, step->in->device, step->in->kiosk, false);
  struct course_peer *peer = course_peer(course, step->in->device);
  if (!peer || peer->offers || step->in->offer <= peer->offer)
    return;
  peer->offer = step->in->offer;
  give(step, peer);
}

void course_signal_detail(const struct course_step *step)
{
  const struct course_peer *peer = course_peer(step->course, step->in->device);
  if (peer && peer->offer == step->in->offer)
    give(step, peer);
}

// One that was just tried is on its way already.
static bool is_worth_a_try(const struct course_step *step, const struct course_peer *peer)
{
  return peer && step->in->at >= peer->tried_at + TRY_AGAIN;
}

void course_signal_renew(const struct course_step *step)
{
  struct course_peer *peer = course_peer(step->course, step->in->device);
  if (is_worth_a_try(step, peer) && peer->offers)
    course_peer_renew(step, peer);
}

void course_signal_back(const struct course_step *step)
{
  struct course_peer *peer = course_peer(step->course, step->in->device);
  if (is_worth_a_try(step, peer) && !peer->live)
    course_peer_renew(step, peer);
}

static bool has_left(const struct call *call, const char *device)
{
  for (int i = 0; i < call->member_count; i++)
    if (strcmp(call->members[i].device, device) == 0)
      return call->members[i].state == CALL_OVER;
  return true;
}

void course_signal_update(const struct course_step *step)
{
  struct course *course = step->course;
  for (int i = course->peer_count - 1; i >= 0 && i < course->peer_count; i--)
    if (has_left(&course->call, course->peers[i].device))
      course_peer_drop(step, &course->peers[i], CALL_HUNG_UP);
}

void course_signal_gone(const struct course_step *step)
{
  struct course_peer *peer = course_peer(step->course, step->in->device);
  if (!peer)
    return;
  peer->gone = true;
  if (!peer->met)
    course_peer_drop(step, peer, CALL_LOST);
}

void course_signal_bye(const struct course_step *step)
{
  struct course_peer *peer = course_peer(step->course, step->in->device);
  if (peer)
    course_peer_drop(step, peer, CALL_HUNG_UP);
}

void course_signal_over(const struct course_step *step)
{
  course_finish(step, step->in->reason);
}
