// SPDX-License-Identifier: GPL-3.0-or-later
// What the media tell.
#include "base/text.h"
#include "kiosk/model/telephone/call_machine_peer.h"

static struct call_machine_peer *peer_of(const struct call_machine_step *step)
{
  return call_machine_peer(step->machine, step->in->device);
}

static void send_to(const struct call_machine_step *step, enum signal_kind signal, const struct call_machine_peer *peer)
{
  call_machine_send(step, signal, peer->device);
  step->out->list[step->out->count - 1].offer = peer->offer;
}

void call_machine_media_offer(const struct call_machine_step *step)
{
  struct call_machine_peer *peer = peer_of(step);
  if (!peer)
    return;
  peer->offer++;
  send_to(step, SIGNAL_OFFER, peer);
}

void call_machine_media_answer(const struct call_machine_step *step)
{
  if (peer_of(step))
    send_to(step, SIGNAL_ANSWER, peer_of(step));
}

void call_machine_media_candidate(const struct call_machine_step *step)
{
  if (peer_of(step))
    send_to(step, SIGNAL_CANDIDATE, peer_of(step));
}

void call_machine_media_heard(const struct call_machine_step *step)
{
  if (peer_of(step))
    call_machine_peer_heard(peer_of(step), step->machine);
}

void call_machine_media_silent(const struct call_machine_step *step)
{
  if (peer_of(step))
    call_machine_peer_quiet(step, peer_of(step));
}

// What failed is tried again a little later, not at once: what fails at once would fail all the time.
void call_machine_media_failed(const struct call_machine_step *step)
{
  struct call_machine_peer *peer = peer_of(step);
  if (!peer)
    return;
  call_machine_peer_quiet(step, peer);
  if (step->in->final)
    call_machine_peer_drop(step, peer, CALL_FAILED);
  else
    peer->tried_at = step->in->at - PATIENCE + TRY_AGAIN;
}
