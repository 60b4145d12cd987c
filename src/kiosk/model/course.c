// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/course.h"

#include "base/text.h"
#include "kiosk/model/course_peer.h"

#include <assert.h>
#include <string.h>

#define POST_WITHIN (20 * MS_SECOND) // for the server to take our call
#define RING_WITHIN (50 * MS_SECOND) // the server ends it at 45 s; this is for a server that can't be heard
#define RUNG_WITHIN (60 * MS_SECOND) // likewise where it rings

struct course_action *course_ask(const struct course_step *step, enum course_do what)
{
  assert(step->out->count < COURSE_ACTIONS);
  struct course_action *action = &step->out->list[step->out->count++];
  *action = (struct course_action){.what = what};
  return action;
}

void course_send(const struct course_step *step, enum signal_kind signal, const char *device)
{
  struct course_action *action = course_ask(step, DO_SEND);
  action->signal = signal;
  COPY_TEXT(action->device, device);
}

void course_enter(const struct course_step *step, enum course_state state)
{
  if (step->course->state == state)
    return;
  step->course->state = state;
  step->course->since = step->in->at;
}

void course_finish(const struct course_step *step, enum call_reason reason)
{
  struct course *course = step->course;
  if (course->peer_count > 0)
    course_ask(step, DO_CLOSE_ALL);
  course->peer_count = 0;
  course->reason = reason;
  course_enter(step, COURSE_OVER);
}

void course_init(struct course *course, const char *device, bool kiosk)
{
  *course = (struct course){.kiosk = kiosk};
  COPY_TEXT(course->self, device);
}

bool course_busy(const struct course *course)
{
  return course->state != COURSE_IDLE && course->state != COURSE_OVER;
}

// A call begins: nothing of the last one stays.
void course_begin(const struct course_step *step, enum course_state state)
{
  struct course *course = step->course;
  struct course fresh;
  course_init(&fresh, course->self, course->kiosk);
  fresh.away = course->away;
  *course = fresh;
  COPY_TEXT(course->call_id, step->in->call_id);
  course_enter(step, state);
}

typedef void take(const struct course_step *step);

static take *const table[COURSE_KINDS] = {
    [ON_PERSON_CALL] = course_person_call,        [ON_PERSON_JOIN] = course_person_join,
    [ON_PERSON_ANSWER] = course_person_answer,    [ON_PERSON_DECLINE] = course_person_decline,
    [ON_PERSON_HANG_UP] = course_person_hang_up,  [ON_SERVER_POSTED] = course_server_posted,
    [ON_SERVER_REFUSED] = course_server_refused,  [ON_SERVER_RESUMED] = course_server_resumed,
    [ON_SERVER_AWAY] = course_server_away,        [ON_SIGNAL_RING] = course_signal_ring,
    [ON_SIGNAL_RINGING] = course_signal_ringing,  [ON_SIGNAL_ACCEPT] = course_signal_comes,
    [ON_SIGNAL_DECLINE] = course_signal_decline,  [ON_SIGNAL_JOIN] = course_signal_comes,
    [ON_SIGNAL_OFFER] = course_signal_offer,      [ON_SIGNAL_ANSWER] = course_signal_detail,
    [ON_SIGNAL_CANDIDATE] = course_signal_detail, [ON_SIGNAL_RENEW] = course_signal_renew,
    [ON_SIGNAL_UPDATE] = course_signal_update,    [ON_SIGNAL_GONE] = course_signal_gone,
    [ON_SIGNAL_BACK] = course_signal_back,        [ON_SIGNAL_BYE] = course_signal_bye,
    [ON_SIGNAL_OVER] = course_signal_over,        [ON_MEDIA_OFFER] = course_media_offer,
    [ON_MEDIA_ANSWER] = course_media_answer,      [ON_MEDIA_CANDIDATE] = course_media_candidate,
    [ON_MEDIA_CONNECTED] = course_media_heard,    [ON_MEDIA_SILENT] = course_media_silent,
    [ON_MEDIA_BACK] = course_media_heard,         [ON_MEDIA_FAILED] = course_media_failed,
};

static bool is_signal(enum course_kind kind)
{
  return kind >= ON_SIGNAL_RING && kind <= ON_SIGNAL_OVER;
}

// Signals come again after the stream was away, and those of a call that is over may still be under way.
static bool counts(struct course *course, const struct course_input *in)
{
  if (!is_signal(in->kind) || in->kind == ON_SIGNAL_RING)
    return true;
  if (!course_busy(course) || strcmp(in->call_id, course->call_id) != 0 || in->seq <= course->seq)
    return false;
  course->seq = in->seq;
  if (in->call)
    course->call = *in->call;
  struct course_peer *peer = course_peer(course, in->device);
  if (peer)
    peer->gone = false;
  return true;
}

static anban_ms patience(const struct course *course)
{
  switch (course->state) {
  case COURSE_CALLING:
    return course->posted ? RING_WITHIN : POST_WITHIN;
  case COURSE_RINGING:
    return RUNG_WITHIN;
  case COURSE_CONNECTING:
    return course->peer_count == 0 ? MEET_WITHIN : -1;
  default:
    return -1;
  }
}

static void wait(const struct course_step *step)
{
  struct course *course = step->course;
  anban_ms most = patience(course);
  if (most >= 0 && step->in->at >= course->since + most) {
    if (course->state != COURSE_RINGING)
      course_send(step, SIGNAL_BYE, "");
    course_finish(step, course->state == COURSE_CONNECTING                  ? CALL_FAILED
                        : course->posted || course->state == COURSE_RINGING ? CALL_NO_ANSWER
                                                                            : CALL_UNREACHABLE);
  }
  course_peers_wait(step);
}

void course_take(struct course *course, const struct course_input *input, struct course_todo *todo)
{
  struct course_step step = {course, input, todo};
  todo->count = 0;
  if (counts(course, input) && table[input->kind])
    table[input->kind](&step);
  wait(&step);
  course_peers_weigh(&step);
}

anban_ms course_due(const struct course *course)
{
  anban_ms most = patience(course), due = course_peers_due(course);
  if (most >= 0 && (due < 0 || course->since + most < due))
    return course->since + most;
  return due;
}
