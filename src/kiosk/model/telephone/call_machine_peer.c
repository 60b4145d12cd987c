// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/telephone/call_machine_peer.h"

#include "base/text.h"

#include <string.h>

struct call_machine_peer *call_machine_peer(struct call_machine *machine, const char *device)
{
  for (int i = 0; i < machine->peer_count; i++)
    if (strcmp(machine->peers[i].device, device) == 0)
      return &machine->peers[i];
  return NULL;
}

void call_machine_peer_open(const struct call_machine_step *step, const char *device, bool kiosk, bool offers)
{
  struct call_machine *machine = step->machine;
  bool room = machine->peer_count < CALL_MACHINE_PEERS;
  if (!room || !device[0] || strcmp(device, machine->self) == 0 || call_machine_peer(machine, device))
    return;
  struct call_machine_peer *peer = &machine->peers[machine->peer_count++];
  *peer = (struct call_machine_peer){.kiosk = kiosk, .quiet_since = step->in->at, .tried_at = step->in->at};
  peer->offers = machine->kiosk || (offers && !kiosk);
  COPY_TEXT(peer->device, device);
  struct call_machine_action *action = call_machine_ask(step, DO_OPEN);
  COPY_TEXT(action->device, device);
  action->offers = peer->offers;
}

void call_machine_peers_open(const struct call_machine_step *step)
{
  const struct call *call = &step->machine->call;
  for (int i = 0; i < call->member_count; i++) {
    const struct call_member *member = &call->members[i];
    bool kiosk = member->party.kind == PARTY_RESIDENT || member->party.kind == PARTY_KIOSK;
    if (member->state != CALL_OVER)
      call_machine_peer_open(step, member->device, kiosk, false);
  }
}

void call_machine_peer_drop(const struct call_machine_step *step, struct call_machine_peer *peer,
                            enum call_reason reason)
{
  struct call_machine *machine = step->machine;
  struct call_machine_peer gone = *peer;
  COPY_TEXT(call_machine_ask(step, DO_CLOSE)->device, gone.device);
  *peer = machine->peers[--machine->peer_count];
  if (!gone.kiosk && machine->peer_count > 0)
    return;
  if (reason == CALL_LOST || reason == CALL_FAILED)
    call_machine_send(step, SIGNAL_BYE, "");
  call_machine_finish(step, reason);
}

void call_machine_peer_renew(const struct call_machine_step *step, struct call_machine_peer *peer)
{
  peer->tried_at = step->in->at;
  if (peer->offers)
    COPY_TEXT(call_machine_ask(step, DO_RENEW)->device, peer->device);
  else
    call_machine_send(step, SIGNAL_RENEW, peer->device);
}

void call_machine_peer_heard(struct call_machine_peer *peer, struct call_machine *machine)
{
  peer->live = peer->met = true;
  machine->talked = true;
}

void call_machine_peer_quiet(const struct call_machine_step *step, struct call_machine_peer *peer)
{
  if (!peer->live)
    return;
  peer->live = false;
  peer->quiet_since = peer->tried_at = step->in->at - SILENT_AFTER;
}

void call_machine_peers_weigh(const struct call_machine_step *step)
{
  const struct call_machine *machine = step->machine;
  if (machine->state < CALL_MACHINE_CONNECTING || machine->state > CALL_MACHINE_RECONNECTING)
    return;
  bool live = false;
  for (int i = 0; i < machine->peer_count; i++)
    live = live || machine->peers[i].live;
  call_machine_enter(step, live              ? CALL_MACHINE_TALKING
                           : machine->talked ? CALL_MACHINE_RECONNECTING
                                             : CALL_MACHINE_CONNECTING);
}

// While others of the call are there, who has joined it is awaited as long as they stay: on a slow machine or line the
// media come late, and one that was given up would never be seen. The server tells who has left.
static bool is_awaited(const struct call_machine *machine, const struct call_machine_peer *peer)
{
  bool others = false;
  for (int i = 0; i < machine->peer_count; i++)
    others = others || machine->peers[i].met;
  return others && !peer->met && !peer->kiosk;
}

static anban_ms given_up_at(const struct call_machine *machine, const struct call_machine_peer *peer)
{
  if (is_awaited(machine, peer))
    return INT64_MAX;
  return peer->quiet_since + (peer->met ? MISS_WITHIN : MEET_WITHIN);
}

void call_machine_peers_wait(const struct call_machine_step *step)
{
  struct call_machine *machine = step->machine;
  for (int i = machine->peer_count - 1; i >= 0 && i < machine->peer_count; i--) {
    struct call_machine_peer *peer = &machine->peers[i];
    if (!peer->live && step->in->at >= given_up_at(machine, peer))
      call_machine_peer_drop(step, peer, peer->met ? CALL_LOST : CALL_FAILED);
    else if (!peer->live && !peer->gone && !machine->away && step->in->at >= peer->tried_at + PATIENCE)
      call_machine_peer_renew(step, peer);
  }
}

anban_ms call_machine_peers_due(const struct call_machine *machine)
{
  anban_ms due = -1;
  for (int i = 0; i < machine->peer_count; i++) {
    const struct call_machine_peer *peer = &machine->peers[i];
    anban_ms next = given_up_at(machine, peer);
    if (!peer->gone && !machine->away && peer->tried_at + PATIENCE < next)
      next = peer->tried_at + PATIENCE;
    if (!peer->live && next < INT64_MAX && (due < 0 || next < due))
      due = next;
  }
  return due;
}
