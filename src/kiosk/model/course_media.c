// SPDX-License-Identifier: GPL-3.0-or-later
// What the media tell.
#include "base/text.h"
#include "kiosk/model/course_peer.h"

static struct course_peer *peer_of(const struct course_step *step)
{
  return course_peer(step->course, step->in->device);
}

static void send_to(const struct course_step *step, enum signal_kind signal, const struct course_peer *peer)
{
  course_send(step, signal, peer->device);
  step->out->list[step->out->count - 1].offer = peer->offer;
}

void course_media_offer(const struct course_step *step)
{
  struct course_peer *peer = peer_of(step);
  if (!peer)
    return;
  peer->offer++;
  send_to(step, SIGNAL_OFFER, peer);
}

void course_media_answer(const struct course_step *step)
{
  if (peer_of(step))
    send_to(step, SIGNAL_ANSWER, peer_of(step));
}

void course_media_candidate(const struct course_step *step)
{
  if (peer_of(step))
    send_to(step, SIGNAL_CANDIDATE, peer_of(step));
}

void course_media_heard(const struct course_step *step)
{
  if (peer_of(step))
    course_peer_heard(peer_of(step), step->course);
}

void course_media_silent(const struct course_step *step)
{
  if (peer_of(step))
    course_peer_quiet(step, peer_of(step));
}

// What failed is tried again a little later, not at once: what fails at once would fail all the time.
void course_media_failed(const struct course_step *step)
{
  struct course_peer *peer = peer_of(step);
  if (!peer)
    return;
  course_peer_quiet(step, peer);
  if (step->in->final)
    course_peer_drop(step, peer, CALL_FAILED);
  else
    peer->tried_at = step->in->at - PATIENCE + TRY_AGAIN;
}
