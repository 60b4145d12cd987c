// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does to a call, and what the server answers to it.
#include "base/text.h"
#include "kiosk/model/telephone/call_machine_peer.h"

#include <string.h>

void call_machine_person_call(const struct call_machine_step *step)
{
  if (call_machine_busy(step->machine))
    return;
  call_machine_begin(step, CALL_MACHINE_CALLING);
  call_machine_ask(step, DO_POST);
}

void call_machine_person_join(const struct call_machine_step *step)
{
  if (call_machine_busy(step->machine))
    return;
  call_machine_begin(step, CALL_MACHINE_CONNECTING);
  call_machine_send(step, SIGNAL_JOIN, "");
}

void call_machine_person_answer(const struct call_machine_step *step)
{
  if (step->machine->state != CALL_MACHINE_RINGING)
    return;
  call_machine_enter(step, CALL_MACHINE_CONNECTING);
  call_machine_send(step, SIGNAL_ACCEPT, "");
  call_machine_peers_open(step);
}

void call_machine_person_decline(const struct call_machine_step *step)
{
  if (step->machine->state != CALL_MACHINE_RINGING)
    return;
  call_machine_send(step, SIGNAL_DECLINE, "");
  call_machine_finish(step, CALL_DECLINED);
}

// A server that was started anew meanwhile takes a goodbye only in a call that it has been told of.
static bool is_talking_unheard(const struct call_machine *machine)
{
  return machine->away && (machine->state == CALL_MACHINE_TALKING || machine->state == CALL_MACHINE_RECONNECTING);
}

void call_machine_person_hang_up(const struct call_machine_step *step)
{
  if (step->machine->state == CALL_MACHINE_RINGING)
    call_machine_person_decline(step);
  if (!call_machine_busy(step->machine))
    return;
  if (is_talking_unheard(step->machine))
    call_machine_ask(step, DO_RESUME);
  call_machine_send(step, SIGNAL_BYE, "");
  call_machine_finish(step, step->machine->state == CALL_MACHINE_CALLING ? CALL_CANCELLED : CALL_HUNG_UP);
}

static void open_media(const struct call_machine_step *step)
{
  call_machine_enter(step, CALL_MACHINE_CONNECTING);
  call_machine_peers_open(step);
}

// How the server has our call while we wait for it to be answered.
static void settle(const struct call_machine_step *step)
{
  struct call_machine *machine = step->machine;
  const struct call *call = step->in->call;
  bool other = strcmp(call->id, machine->call_id) != 0;
  machine->posted = true;
  machine->call = *call;
  if (call->state == CALL_OVER) {
    call_machine_finish(step, call->reason);
    return;
  }
  COPY_TEXT(machine->call_id, call->id);
  if (call->state == CALL_TALKING)
    open_media(step);
  if (other)
    call_machine_ask(step, DO_FETCH);
}

void call_machine_server_posted(const struct call_machine_step *step)
{
  if (step->machine->state == CALL_MACHINE_CALLING && step->in->call)
    settle(step);
}

// To take our call, or to let us in.
static bool waits_for_server(const struct call_machine *machine)
{
  return machine->state == CALL_MACHINE_CALLING ||
         (machine->state == CALL_MACHINE_CONNECTING && machine->peer_count == 0);
}

void call_machine_server_refused(const struct call_machine_step *step)
{
  if (waits_for_server(step->machine))
    call_machine_finish(step, step->in->reason);
}

void call_machine_server_away(const struct call_machine_step *step)
{
  step->machine->away = true;
}

// The server has forgotten our call: what talks goes on, what calls calls again, what rang is told anew by who calls.
static void remind(const struct call_machine_step *step)
{
  switch (step->machine->state) {
  case CALL_MACHINE_CALLING:
    call_machine_ask(step, DO_POST);
    break;
  case CALL_MACHINE_RINGING:
    call_machine_finish(step, CALL_LOST);
    break;
  case CALL_MACHINE_CONNECTING:
  case CALL_MACHINE_TALKING:
  case CALL_MACHINE_RECONNECTING:
    call_machine_ask(step, DO_RESUME);
    break;
  case CALL_MACHINE_IDLE:
  case CALL_MACHINE_OVER:
  case CALL_MACHINE_STATES:
    break;
  }
}

static void take_call(const struct call_machine_step *step)
{
  struct call_machine *machine = step->machine;
  const struct call *call = step->in->call;
  machine->call = *call;
  if (machine->state == CALL_MACHINE_CALLING)
    settle(step);
  else if (call->state == CALL_OVER)
    call_machine_finish(step, call->reason);
  else if (machine->state == CALL_MACHINE_RINGING && call->state == CALL_TALKING)
    call_machine_finish(step, CALL_ANSWERED_ELSEWHERE);
}

void call_machine_server_resumed(const struct call_machine_step *step)
{
  struct call_machine *machine = step->machine;
  machine->away = false;
  if (!call_machine_busy(machine))
    return;
  if (step->in->call && strcmp(step->in->call->id, machine->call_id) == 0)
    take_call(step);
  else
    remind(step);
  for (int i = 0; i < machine->peer_count; i++)
    if (!machine->peers[i].live && machine->peers[i].tried_at < step->in->at)
      call_machine_peer_renew(step, &machine->peers[i]);
}
