// SPDX-License-Identifier: GPL-3.0-or-later
// The course of a call as one endpoint lives it: what came in, what is to be sent, what the media are to do. Pure; it
// never sees what is inside an offer, an answer or a candidate. src/web/shared/course.js is the same machine; both are
// held to tests/samples/call-courses.json. Thread: any, one at a time.
#pragma once

#include "protocol/signal.h"

#define COURSE_PEERS 4 // a kiosk and four others

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

enum course_kind {
  ON_PERSON_CALL,   // call_id: one that was just made
  ON_PERSON_JOIN,   // call_id: of a call that is on
  ON_PERSON_ANSWER, //
  ON_PERSON_DECLINE,
  ON_PERSON_HANG_UP,
  ON_SERVER_POSTED,  // call: the answer to the post; another call_id when both called at once
  ON_SERVER_REFUSED, // reason: the post will never be taken, or there is no room to join
  ON_SERVER_RESUMED, // call: our stream was away and is back; NULL: the server doesn't know of ours
  ON_SERVER_AWAY,    // the stream is away
  ON_SIGNAL_RING,    // call, device: it rings here
  ON_SIGNAL_RINGING, // it rings there
  ON_SIGNAL_ACCEPT,  // device, kiosk
  ON_SIGNAL_DECLINE,
  ON_SIGNAL_JOIN,   // device, kiosk
  ON_SIGNAL_OFFER,  // device, kiosk, offer
  ON_SIGNAL_ANSWER, // device, offer
  ON_SIGNAL_CANDIDATE,
  ON_SIGNAL_RENEW,  // device
  ON_SIGNAL_STATE,  // device: shut or opened its camera; the course is not concerned
  ON_SIGNAL_UPDATE, // call: members came or went
  ON_SIGNAL_GONE,   // device: the server has lost it
  ON_SIGNAL_BACK,   // device: it is there again
  ON_SIGNAL_BYE,    // device
  ON_SIGNAL_OVER,   // reason
  ON_MEDIA_OFFER,   // device: ours for it is made
  ON_MEDIA_ANSWER,  // device
  ON_MEDIA_CANDIDATE,
  ON_MEDIA_CONNECTED, // device: its sound comes
  ON_MEDIA_SILENT,    // device: no packet for 3 s
  ON_MEDIA_BACK,      // device: packets again
  ON_MEDIA_FAILED,    // device; final: it must not be tried again (its fingerprint is not the one that was told)
  ON_TIME,
  COURSE_KINDS
};
// "person call", "signal accept", "media silent", "time passed" ...
const char *course_kind_code(enum course_kind kind);
enum course_kind course_kind_of(const char *code); // COURSE_KINDS when none

// Which fields count is said at each kind; of signals also call_id and seq, always.
struct course_input {
  enum course_kind kind;
  anban_ms at; // of a clock that only grows
  char call_id[UUID_SIZE];
  const struct call *call; // as the server tells it; NULL: it does not, nothing has changed
  int64_t seq;
  char device[UUID_SIZE]; // of the other side
  bool kiosk;             // it is the resident's
  bool final;
  int offer; // the number of the offer that it is, or belongs to
  enum call_reason reason;
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
  enum signal_kind signal;
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
  enum call_reason reason;
  char call_id[UUID_SIZE];
  int64_t seq;      // of the newest signal
  anban_ms since;   // when `state` began
  bool posted;      // the server knows of our call
  bool rings_there; // a device of the other side rings
  bool away;        // our stream is
  bool talked;      // somebody was heard
  struct call call; // as last told
  int peer_count;
  struct course_peer peers[COURSE_PEERS];
};

void course_init(struct course *course, const char *device, bool kiosk);
// Takes what happened and fills `todo` from its start.
void course_take(struct course *course, const struct course_input *input, struct course_todo *todo);
// When ON_TIME is wanted; -1: never.
anban_ms course_due(const struct course *course);
// Whether somebody calls, is called or talks.
bool course_busy(const struct course *course);
