// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/course_peer.h"

#include "base/text.h"

#include <string.h>

struct course_peer *course_peer(struct course *course, const char *device)
{
  for (int i = 0; i < course->peer_count; i++)
    if (strcmp(course->peers[i].device, device) == 0)
      return &course->peers[i];
  return NULL;
}

void course_peer_open(const struct course_step *step, const char *device, bool kiosk, bool offers)
{
  struct course *course = step->course;
  bool room = course->peer_count < COURSE_PEERS;
  if (!room || !device[0] || strcmp(device, course->self) == 0 || course_peer(course, device))
    return;
  struct course_peer *peer = &course->peers[course->peer_count++];
  *peer = (struct course_peer){.kiosk = kiosk, .quiet_since = step->in->at, .tried_at = step->in->at};
  peer->offers = course->kiosk || (offers && !kiosk);
  COPY_TEXT(peer->device, device);
  struct course_action *action = course_ask(step, DO_OPEN);
  COPY_TEXT(action->device, device);
  action->offers = peer->offers;
}

void course_peers_open(const struct course_step *step)
{
  const struct call *call = &step->course->call;
  for (int i = 0; i < call->member_count; i++) {
    const struct call_member *member = &call->members[i];
    bool kiosk = member->party.kind == PARTY_RESIDENT || member->party.kind == PARTY_KIOSK;
    if (member->state != CALL_OVER)
      course_peer_open(step, member->device, kiosk, false);
  }
}

void course_peer_drop(const struct course_step *step, struct course_peer *peer, enum call_reason reason)
{
  struct course *course = step->course;
  struct course_peer gone = *peer;
  COPY_TEXT(course_ask(step, DO_CLOSE)->device, gone.device);
  *peer = course->peers[--course->peer_count];
  if (!gone.kiosk && course->peer_count > 0)
    return;
  if (reason == CALL_LOST || reason == CALL_FAILED)
    course_send(step, SIGNAL_BYE, "");
  course_finish(step, reason);
}

void course_peer_renew(const struct course_step *step, struct course_peer *peer)
{
  peer->tried_at = step->in->at;
  if (peer->offers)
    COPY_TEXT(course_ask(step, DO_RENEW)->device, peer->device);
  else
    course_send(step, SIGNAL_RENEW, peer->device);
}

void course_peer_heard(struct course_peer *peer, struct course *course)
{
  peer->live = peer->met = true;
  course->talked = true;
}

void course_peer_quiet(const struct course_step *step, struct course_peer *peer)
{
  if (!peer->live)
    return;
  peer->live = false;
  peer->quiet_since = peer->tried_at = step->in->at - SILENT_AFTER;
}

void course_peers_weigh(const struct course_step *step)
{
  const struct course *course = step->course;
  if (course->state < COURSE_CONNECTING || course->state > COURSE_RECONNECTING)
    return;
  bool live = false;
  for (int i = 0; i < course->peer_count; i++)
    live = live || course->peers[i].live;
  course_enter(step, live ? COURSE_TALKING : course->talked ? COURSE_RECONNECTING : COURSE_CONNECTING);
}

static anban_ms given_up_at(const struct course_peer *peer)
{
  return peer->quiet_since + (peer->met ? MISS_WITHIN : MEET_WITHIN);
}

void course_peers_wait(const struct course_step *step)
{
  struct course *course = step->course;
  for (int i = course->peer_count - 1; i >= 0 && i < course->peer_count; i--) {
    struct course_peer *peer = &course->peers[i];
    if (!peer->live && step->in->at >= given_up_at(peer))
      course_peer_drop(step, peer, peer->met ? CALL_LOST : CALL_FAILED);
    else if (!peer->live && !peer->gone && !course->away && step->in->at >= peer->tried_at + PATIENCE)
      course_peer_renew(step, peer);
  }
}

anban_ms course_peers_due(const struct course *course)
{
  anban_ms due = -1;
  for (int i = 0; i < course->peer_count; i++) {
    const struct course_peer *peer = &course->peers[i];
    anban_ms next = given_up_at(peer);
    if (!peer->gone && !course->away && peer->tried_at + PATIENCE < next)
      next = peer->tried_at + PATIENCE;
    if (!peer->live && (due < 0 || next < due))
      due = next;
  }
  return due;
}
