// SPDX-License-Identifier: GPL-3.0-or-later
// The course of a call as one endpoint lives it: what came in, what is to be sent, what the media are to do. Pure; it
// never sees what is inside an offer, an answer or a candidate. src/web/shared/course.js is the same machine; both are
// held to tests/samples/call-courses.json. Thread: any, one at a time.
#pragma once

#include "base/clock.h"
#include "base/secret.h"

#include <stdbool.h>

#define COURSE_PEERS 4 // a kiosk and four others
#define COURSE_MEMBERS (COURSE_PEERS + 1)

enum course_state {
  COURSE_IDLE,
  COURSE_CALLING,      // we ask, the other's devices ring
  COURSE_RINGING,      // it rings here
  COURSE_CONNECTING,   // accepted, nothing heard yet
  COURSE_TALKING,      // at least one of the others is heard
  COURSE_RECONNECTING, // was talking, nobody is heard
  COURSE_OVER,         // and why
  COURSE_STATES
};
const char *course_state_code(enum course_state state); // "idle" "calling" ...

enum course_reason {
  COURSE_NO_REASON, // ""
  COURSE_HUNG_UP,
  COURSE_DECLINED,
  COURSE_NO_ANSWER,
  COURSE_BUSY,
  COURSE_UNREACHABLE,
  COURSE_ANSWERED_ELSEWHERE,
  COURSE_LOST,
  COURSE_FAILED,
  COURSE_NOT_ALLOWED,
  COURSE_CANCELLED,
  COURSE_JOINED_OVER,
  COURSE_REASONS
};
const char *course_reason_code(enum course_reason reason); // "hung_up" ...

enum course_kind {
  PERSON_CALL,   // call_id: one that was just made
  PERSON_JOIN,   // call_id: of a call that is on
  PERSON_ANSWER, //
  PERSON_DECLINE,
  PERSON_HANG_UP,
  SERVER_POSTED,  // call: the answer to the post; another call_id when both called at once
  SERVER_REFUSED, // reason: the post will never be taken
  SERVER_RESUMED, // call: after the stream was away; call_id empty: the server doesn't know of ours
  SERVER_AWAY,    // the stream is away
  SIGNAL_RING,    // call, device: it rings here
  SIGNAL_RINGING, // it rings there
  SIGNAL_ACCEPT,  // device, kiosk
  SIGNAL_DECLINE,
  SIGNAL_JOIN,   // device, kiosk
  SIGNAL_OFFER,  // device, kiosk, offer
  SIGNAL_ANSWER, // device, offer
  SIGNAL_CANDIDATE,
  SIGNAL_RENEW,  // device
  SIGNAL_UPDATE, // call: members came or went
  SIGNAL_GONE,   // device: the server has lost it
  SIGNAL_BYE,    // device
  SIGNAL_OVER,   // reason
  MEDIA_OFFER,   // device: ours for it is made
  MEDIA_ANSWER,  // device
  MEDIA_CANDIDATE,
  MEDIA_CONNECTED, // device: its sound comes
  MEDIA_SILENT,    // device: no packet for 3 s
  MEDIA_BACK,      // device: packets again
  MEDIA_FAILED,    // device; final: it must not be tried again (its fingerprint is not the one that was told)
  TIME_PASSED,
  COURSE_KINDS
};
// "person call", "signal accept", "media silent", "time passed" ...
const char *course_kind_code(enum course_kind kind);
enum course_kind course_kind_of(const char *code); // COURSE_KINDS when none

struct course_member {
  char device[UUID_SIZE]; // empty: not answered yet
  bool kiosk;             // the resident's
  bool over;              // has left
};

// A call as the server tells it.
struct course_call {
  char id[UUID_SIZE];
  enum course_state state; // COURSE_RINGING, COURSE_TALKING or COURSE_OVER
  enum course_reason reason;
  int member_count;
  struct course_member members[COURSE_MEMBERS];
};

// Which fields count is said at each kind; of signals also call.id and seq, always.
struct course_input {
  enum course_kind kind;
  anban_ms at; // of a clock that only grows
  struct course_call call;
  int64_t seq;
  char device[UUID_SIZE]; // of the other side
  bool kiosk;
  bool final;
  int offer; // the number of the offer that it is, or belongs to
  enum course_reason reason;
};

enum course_do {
  DO_POST,   // the call, until the server answers
  DO_RESUME, // the call once more, as one that is on: the server had forgotten it
  DO_FETCH,  // the signals of the call from the beginning: it became ours late
  DO_SEND,   // a signal: `signal` to `device` (empty: to all), with the number `offer`; what it carries came with the
             // input
  DO_OPEN,   // media with `device`; `offers`: our side makes the offer
  DO_GIVE,   // to the media with `device` what came with the input
  DO_RENEW,  // make a fresh offer for `device`
  DO_CLOSE,  // the media with `device`
  DO_CLOSE_ALL,
  COURSE_DOS
};

struct course_action {
  enum course_do what;
  enum course_kind signal; // SIGNAL_ACCEPT and so on
  char device[UUID_SIZE];
  bool offers;
  int offer;
};

#define COURSE_ACTIONS 16
struct course_todo {
  int count;
  struct course_action list[COURSE_ACTIONS];
};

struct course_peer {
  char device[UUID_SIZE];
  bool kiosk;
  bool offers; // our side makes the offers
  bool live;   // it is heard
  bool met;    // it was heard once
  bool gone;   // the server has lost it; nothing is tried until there is a sign of it
  int offer;   // number of the newest offer between us; what belongs to an older one is dropped
  anban_ms quiet_since, tried_at;
};

struct course {
  char self[UUID_SIZE]; // our device
  bool kiosk;           // we are the resident's: we always offer
  enum course_state state;
  enum course_reason reason;
  char call_id[UUID_SIZE];
  int64_t seq;      // of the newest signal
  anban_ms since;   // when `state` began
  bool posted;      // the server knows of our call
  bool rings_there; // a device of the other side rings
  bool away;        // our stream is
  bool talked;      // somebody was heard
  int member_count; // as last told
  struct course_member members[COURSE_MEMBERS];
  int peer_count;
  struct course_peer peers[COURSE_PEERS];
};

void course_init(struct course *course, const char *device, bool kiosk);
// Takes what happened and fills `todo` from its start.
void course_take(struct course *course, const struct course_input *input, struct course_todo *todo);
// When TIME_PASSED is wanted; -1: never.
anban_ms course_due(const struct course *course);
// Whether somebody calls, is called or talks.
bool course_busy(const struct course *course);
