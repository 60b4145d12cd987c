// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/telephone/call_machine.h"

#include "base/text.h"
#include "kiosk/model/telephone/call_machine_peer.h"

#include <assert.h>
#include <string.h>

#define POST_WITHIN (20 * MS_SECOND) // for the server to take our call
#define RING_WITHIN (50 * MS_SECOND) // the server ends it at 45 s; this is for a server that can't be heard
#define RUNG_WITHIN (60 * MS_SECOND) // likewise where it rings

struct call_machine_action *call_machine_ask(const struct call_machine_step *step, enum call_machine_do what)
{
  assert(step->out->count < CALL_MACHINE_ACTIONS);
  struct call_machine_action *action = &step->out->list[step->out->count++];
  *action = (struct call_machine_action){.what = what};
  return action;
}

void call_machine_send(const struct call_machine_step *step, enum signal_kind signal, const char *device)
{
  struct call_machine_action *action = call_machine_ask(step, DO_SEND);
  action->signal = signal;
  COPY_TEXT(action->device, device);
}

void call_machine_enter(const struct call_machine_step *step, enum call_machine_state state)
{
  if (step->machine->state == state)
    return;
  step->machine->state = state;
  step->machine->since = step->in->at;
}

void call_machine_finish(const struct call_machine_step *step, enum call_reason reason)
{
  struct call_machine *machine = step->machine;
  if (machine->peer_count > 0)
    call_machine_ask(step, DO_CLOSE_ALL);
  machine->peer_count = 0;
  machine->reason = reason;
  call_machine_enter(step, CALL_MACHINE_OVER);
}

void call_machine_init(struct call_machine *machine, const char *device, bool kiosk)
{
  *machine = (struct call_machine){.kiosk = kiosk};
  COPY_TEXT(machine->self, device);
}

bool call_machine_busy(const struct call_machine *machine)
{
  return machine->state != CALL_MACHINE_IDLE && machine->state != CALL_MACHINE_OVER;
}

// A call begins: nothing of the last one stays.
void call_machine_begin(const struct call_machine_step *step, enum call_machine_state state)
{
  struct call_machine *machine = step->machine;
  struct call_machine fresh;
  call_machine_init(&fresh, machine->self, machine->kiosk);
  fresh.away = machine->away;
  *machine = fresh;
  COPY_TEXT(machine->call_id, step->in->call_id);
  call_machine_enter(step, state);
}

typedef void take(const struct call_machine_step *step);

static take *const table[CALL_MACHINE_KINDS] = {
    [ON_PERSON_CALL] = call_machine_person_call,        [ON_PERSON_JOIN] = call_machine_person_join,
    [ON_PERSON_ANSWER] = call_machine_person_answer,    [ON_PERSON_DECLINE] = call_machine_person_decline,
    [ON_PERSON_HANG_UP] = call_machine_person_hang_up,  [ON_SERVER_POSTED] = call_machine_server_posted,
    [ON_SERVER_REFUSED] = call_machine_server_refused,  [ON_SERVER_RESUMED] = call_machine_server_resumed,
    [ON_SERVER_AWAY] = call_machine_server_away,        [ON_SIGNAL_RING] = call_machine_signal_ring,
    [ON_SIGNAL_RINGING] = call_machine_signal_ringing,  [ON_SIGNAL_ACCEPT] = call_machine_signal_comes,
    [ON_SIGNAL_DECLINE] = call_machine_signal_decline,  [ON_SIGNAL_JOIN] = call_machine_signal_comes,
    [ON_SIGNAL_OFFER] = call_machine_signal_offer,      [ON_SIGNAL_ANSWER] = call_machine_signal_detail,
    [ON_SIGNAL_CANDIDATE] = call_machine_signal_detail, [ON_SIGNAL_RENEW] = call_machine_signal_renew,
    [ON_SIGNAL_UPDATE] = call_machine_signal_update,    [ON_SIGNAL_GONE] = call_machine_signal_gone,
    [ON_SIGNAL_BACK] = call_machine_signal_back,        [ON_SIGNAL_BYE] = call_machine_signal_bye,
    [ON_SIGNAL_OVER] = call_machine_signal_over,        [ON_MEDIA_OFFER] = call_machine_media_offer,
    [ON_MEDIA_ANSWER] = call_machine_media_answer,      [ON_MEDIA_CANDIDATE] = call_machine_media_candidate,
    [ON_MEDIA_CONNECTED] = call_machine_media_heard,    [ON_MEDIA_SILENT] = call_machine_media_silent,
    [ON_MEDIA_BACK] = call_machine_media_heard,         [ON_MEDIA_FAILED] = call_machine_media_failed,
};

static bool is_signal(enum call_machine_kind kind)
{
  return kind >= ON_SIGNAL_RING && kind <= ON_SIGNAL_OVER;
}

// Signals come again after the stream was away, and those of a call that is over may still be under way.
static bool counts(struct call_machine *machine, const struct call_machine_input *in)
{
  if (!is_signal(in->kind) || in->kind == ON_SIGNAL_RING)
    return true;
  if (!call_machine_busy(machine) || strcmp(in->call_id, machine->call_id) != 0 || in->seq <= machine->seq)
    return false;
  machine->seq = in->seq;
  if (in->call)
    machine->call = *in->call;
  struct call_machine_peer *peer = call_machine_peer(machine, in->device);
  if (peer)
    peer->gone = false;
  return true;
}

static anban_ms patience(const struct call_machine *machine)
{
  switch (machine->state) {
  case CALL_MACHINE_CALLING:
    return machine->posted ? RING_WITHIN : POST_WITHIN;
  case CALL_MACHINE_RINGING:
    return RUNG_WITHIN;
  case CALL_MACHINE_CONNECTING:
    return machine->peer_count == 0 ? MEET_WITHIN : -1;
  case CALL_MACHINE_IDLE:
  case CALL_MACHINE_TALKING:
  case CALL_MACHINE_RECONNECTING:
  case CALL_MACHINE_OVER:
  case CALL_MACHINE_STATES:
    break;
  }
  return -1;
}

static void wait(const struct call_machine_step *step)
{
  struct call_machine *machine = step->machine;
  anban_ms most = patience(machine);
  if (most >= 0 && step->in->at >= machine->since + most) {
    if (machine->state != CALL_MACHINE_RINGING)
      call_machine_send(step, SIGNAL_BYE, "");
    call_machine_finish(step, machine->state == CALL_MACHINE_CONNECTING                   ? CALL_FAILED
                              : machine->posted || machine->state == CALL_MACHINE_RINGING ? CALL_NO_ANSWER
                                                                                          : CALL_UNREACHABLE);
  }
  call_machine_peers_wait(step);
}

void call_machine_take(struct call_machine *machine, const struct call_machine_input *input,
                       struct call_machine_todo *todo)
{
  struct call_machine_step step = {machine, input, todo};
  todo->count = 0;
  if (counts(machine, input) && table[input->kind])
    table[input->kind](&step);
  wait(&step);
  call_machine_peers_weigh(&step);
}

anban_ms call_machine_due(const struct call_machine *machine)
{
  anban_ms most = patience(machine), due = call_machine_peers_due(machine);
  if (most >= 0 && (due < 0 || machine->since + most < due))
    return machine->since + most;
  return due;
}
