// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does to a call, and what the server answers to it.
#include "base/text.h"
#include "kiosk/model/course_peer.h"

#include <string.h>

void course_person_call(const struct course_step *step)
{
  if (course_busy(step->course))
    return;
  course_begin(step, COURSE_CALLING);
  course_ask(step, DO_POST);
}

void course_person_join(const struct course_step *step)
{
  if (course_busy(step->course))
    return;
  course_begin(step, COURSE_CONNECTING);
  course_send(step, SIGNAL_JOIN, "");
}

void course_person_answer(const struct course_step *step)
{
  if (step->course->state != COURSE_RINGING)
    return;
  course_enter(step, COURSE_CONNECTING);
  course_send(step, SIGNAL_ACCEPT, "");
  course_peers_open(step);
}

void course_person_decline(const struct course_step *step)
{
  if (step->course->state != COURSE_RINGING)
    return;
  course_send(step, SIGNAL_DECLINE, "");
  course_finish(step, CALL_DECLINED);
}

// A server that was started anew meanwhile takes a goodbye only in a call that it has been told of.
static bool is_talking_unheard(const struct course *course)
{
  return course->away && (course->state == COURSE_TALKING || course->state == COURSE_RECONNECTING);
}

void course_person_hang_up(const struct course_step *step)
{
  if (step->course->state == COURSE_RINGING)
    course_person_decline(step);
  if (!course_busy(step->course))
    return;
  if (is_talking_unheard(step->course))
    course_ask(step, DO_RESUME);
  course_send(step, SIGNAL_BYE, "");
  course_finish(step, step->course->state == COURSE_CALLING ? CALL_CANCELLED : CALL_HUNG_UP);
}

static void open_media(const struct course_step *step)
{
  course_enter(step, COURSE_CONNECTING);
  course_peers_open(step);
}

// How the server has our call while we wait for it to be answered.
static void settle(const struct course_step *step)
{
  struct course *course = step->course;
  const struct call *call = step->in->call;
  bool other = strcmp(call->id, course->call_id) != 0;
  course->posted = true;
  course->call = *call;
  if (call->state == CALL_OVER) {
    course_finish(step, call->reason);
    return;
  }
  COPY_TEXT(course->call_id, call->id);
  if (call->state == CALL_TALKING)
    open_media(step);
  if (other)
    course_ask(step, DO_FETCH);
}

void course_server_posted(const struct course_step *step)
{
  if (step->course->state == COURSE_CALLING && step->in->call)
    settle(step);
}

// To take our call, or to let us in.
static bool waits_for_server(const struct course *course)
{
  return course->state == COURSE_CALLING || (course->state == COURSE_CONNECTING && course->peer_count == 0);
}

void course_server_refused(const struct course_step *step)
{
  if (waits_for_server(step->course))
    course_finish(step, step->in->reason);
}

void course_server_away(const struct course_step *step)
{
  step->course->away = true;
}

// The server has forgotten our call: what talks goes on, what calls calls again, what rang is told anew by who calls.
static void remind(const struct course_step *step)
{
  switch (step->course->state) {
  case COURSE_CALLING:
    course_ask(step, DO_POST);
    break;
  case COURSE_RINGING:
    course_finish(step, CALL_LOST);
    break;
  case COURSE_CONNECTING:
  case COURSE_TALKING:
  case COURSE_RECONNECTING:
    course_ask(step, DO_RESUME);
    break;
  case COURSE_IDLE:
  case COURSE_OVER:
  case COURSE_STATES:
    break;
  }
}

static void take_call(const struct course_step *step)
{
  struct course *course = step->course;
  const struct call *call = step->in->call;
  course->call = *call;
  if (course->state == COURSE_CALLING)
    settle(step);
  else if (call->state == CALL_OVER)
    course_finish(step, call->reason);
  else if (course->state == COURSE_RINGING && call->state == CALL_TALKING)
    course_finish(step, CALL_ANSWERED_ELSEWHERE);
}

void course_server_resumed(const struct course_step *step)
{
  struct course *course = step->course;
  course->away = false;
  if (!course_busy(course))
    return;
  if (step->in->call && strcmp(step->in->call->id, course->call_id) == 0)
    take_call(step);
  else
    remind(step);
  for (int i = 0; i < course->peer_count; i++)
    if (!course->peers[i].live && course->peers[i].tried_at < step->in->at)
      course_peer_renew(step, &course->peers[i]);
}
