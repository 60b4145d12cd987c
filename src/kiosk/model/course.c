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

void course_send(const struct course_step *step, enum course_kind signal, const char *device)
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

void course_finish(const struct course_step *step, enum course_reason reason)
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
  COPY_TEXT(course->call_id, step->in->call.id);
  course_enter(step, state);
}

void course_note_members(struct course *course, const struct course_call *call)
{
  course->member_count = call->member_count;
  memcpy(course->members, call->members, sizeof course->members);
}

typedef void take(const struct course_step *step);

static take *const table[COURSE_KINDS] = {
    [PERSON_CALL] = course_person_call,         [PERSON_JOIN] = course_person_join,
    [PERSON_ANSWER] = course_person_answer,     [PERSON_DECLINE] = course_person_decline,
    [PERSON_HANG_UP] = course_person_hang_up,   [SERVER_POSTED] = course_server_posted,
    [SERVER_REFUSED] = course_server_refused,   [SERVER_RESUMED] = course_server_resumed,
    [SERVER_AWAY] = course_server_away,         [SIGNAL_RING] = course_signal_ring,
    [SIGNAL_RINGING] = course_signal_ringing,   [SIGNAL_ACCEPT] = course_signal_comes,
    [SIGNAL_DECLINE] = course_signal_decline,   [SIGNAL_JOIN] = course_signal_comes,
    [SIGNAL_OFFER] = course_signal_offer,       [SIGNAL_ANSWER] = course_signal_detail,
    [SIGNAL_CANDIDATE] = course_signal_detail,  [SIGNAL_RENEW] = course_signal_renew,
    [SIGNAL_UPDATE] = course_signal_update,     [SIGNAL_GONE] = course_signal_gone,
    [SIGNAL_BYE] = course_signal_bye,           [SIGNAL_OVER] = course_signal_over,
    [MEDIA_OFFER] = course_media_offer,         [MEDIA_ANSWER] = course_media_answer,
    [MEDIA_CANDIDATE] = course_media_candidate, [MEDIA_CONNECTED] = course_media_heard,
    [MEDIA_SILENT] = course_media_silent,       [MEDIA_BACK] = course_media_heard,
    [MEDIA_FAILED] = course_media_failed,
};

static bool is_signal(enum course_kind kind)
{
  return kind >= SIGNAL_RING && kind <= SIGNAL_OVER;
}

// Signals come again after the stream was away, and those of a call that is over may still be under way.
static bool counts(struct course *course, const struct course_input *in)
{
  if (!is_signal(in->kind) || in->kind == SIGNAL_RING)
    return true;
  if (!course_busy(course) || strcmp(in->call.id, course->call_id) != 0 || in->seq <= course->seq)
    return false;
  course->seq = in->seq;
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
    course_finish(step, course->state == COURSE_CONNECTING                  ? COURSE_FAILED
                        : course->posted || course->state == COURSE_RINGING ? COURSE_NO_ANSWER
                                                                            : COURSE_UNREACHABLE);
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
