// SPDX-License-Identifier: GPL-3.0-or-later
// What the others of a call and the server tell about it.
#include "base/text.h"
#include "kiosk/model/telephone/call_machine_peer.h"

#include <string.h>

void call_machine_signal_ring(const struct call_machine_step *step)
{
  struct call_machine *machine = step->machine;
  bool again = strcmp(step->in->call_id, machine->call_id) == 0 && step->in->seq <= machine->seq;
  if (call_machine_busy(machine) || again)
    return;
  call_machine_begin(step, CALL_MACHINE_RINGING);
  machine->seq = step->in->seq;
  if (step->in->call)
    machine->call = *step->in->call;
  call_machine_send(step, SIGNAL_RINGING, "");
}

void call_machine_signal_ringing(const struct call_machine_step *step)
{
  step->machine->rings_there = true;
}

void call_machine_signal_comes(const struct call_machine_step *step)
{
  if (step->machine->state == CALL_MACHINE_RINGING)
    return; // who else is in it is told by the update
  if (step->machine->state == CALL_MACHINE_CALLING)
    call_machine_enter(step, CALL_MACHINE_CONNECTING);
  call_machine_peer_open(step, step->in->device, step->in->kiosk, true);
}

void call_machine_signal_decline(const struct call_machine_step *step)
{
  if (step->machine->state == CALL_MACHINE_CALLING)
    call_machine_finish(step, CALL_DECLINED);
}

static void give(const struct call_machine_step *step, const struct call_machine_peer *peer)
{
  COPY_TEXT(call_machine_ask(step, DO_GIVE)->device, peer->device);
}

// One that we had not heard of yet may be quicker than the news of it.
void call_machine_signal_offer(const struct call_machine_step *step)
{
  struct call_machine *machine = step->machine;
  if (machine->kiosk || machine->state < CALL_MACHINE_CONNECTING)
    return;
  call_machine_peer_open(step, step->in->device, step->in->kiosk, false);
  struct call_machine_peer *peer = call_machine_peer(machine, step->in->device);
  if (!peer || peer->offers || step->in->offer <= peer->offer)
    return;
  peer->offer = step->in->offer;
  give(step, peer);
}

void call_machine_signal_detail(const struct call_machine_step *step)
{
  const struct call_machine_peer *peer = call_machine_peer(step->machine, step->in->device);
  if (peer && peer->offer == step->in->offer)
    give(step, peer);
}

// One that was just tried is on its way already.
static bool is_worth_a_try(const struct call_machine_step *step, const struct call_machine_peer *peer)
{
  return peer && step->in->at >= peer->tried_at + TRY_AGAIN;
}

void call_machine_signal_renew(const struct call_machine_step *step)
{
  struct call_machine_peer *peer = call_machine_peer(step->machine, step->in->device);
  if (is_worth_a_try(step, peer) && peer->offers)
    call_machine_peer_renew(step, peer);
}

void call_machine_signal_back(const struct call_machine_step *step)
{
  struct call_machine_peer *peer = call_machine_peer(step->machine, step->in->device);
  if (is_worth_a_try(step, peer) && !peer->live)
    call_machine_peer_renew(step, peer);
}

static bool has_left(const struct call *call, const char *device)
{
  for (int i = 0; i < call->member_count; i++)
    if (strcmp(call->members[i].device, device) == 0)
      return call->members[i].state == CALL_OVER;
  return true;
}

void call_machine_signal_update(const struct call_machine_step *step)
{
  struct call_machine *machine = step->machine;
  for (int i = machine->peer_count - 1; i >= 0 && i < machine->peer_count; i--)
    if (has_left(&machine->call, machine->peers[i].device))
      call_machine_peer_drop(step, &machine->peers[i], CALL_HUNG_UP);
}

void call_machine_signal_gone(const struct call_machine_step *step)
{
  struct call_machine_peer *peer = call_machine_peer(step->machine, step->in->device);
  if (!peer)
    return;
  peer->gone = true;
  if (!peer->met)
    call_machine_peer_drop(step, peer, CALL_LOST);
}

void call_machine_signal_bye(const struct call_machine_step *step)
{
  struct call_machine_peer *peer = call_machine_peer(step->machine, step->in->device);
  if (peer)
    call_machine_peer_drop(step, peer, CALL_HUNG_UP);
}

void call_machine_signal_over(const struct call_machine_step *step)
{
  call_machine_finish(step, step->in->reason);
}
