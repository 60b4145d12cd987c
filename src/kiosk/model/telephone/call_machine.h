// SPDX-License-Identifier: GPL-3.0-or-later
// A call as one endpoint lives it, as a state machine: what came in, what is to be sent, what the media are to do.
// Pure; it never sees what is inside an offer, an answer or a candidate. src/web/shared/call_machine.js is the same
// machine; both are held to tests/samples/call-machine.json. Thread: any, one at a time.
#pragma once

#include "protocol/signal.h"

#define CALL_MACHINE_PEERS 4 // a kiosk and four others

enum call_machine_state {
  CALL_MACHINE_IDLE,
  CALL_MACHINE_CALLING,      // we ask, the other's devices ring
  CALL_MACHINE_RINGING,      // it rings here
  CALL_MACHINE_CONNECTING,   // accepted, nothing heard yet
  CALL_MACHINE_TALKING,      // at least one of the others is heard
  CALL_MACHINE_RECONNECTING, // was talking, nobody is heard
  CALL_MACHINE_OVER,         // and why
  CALL_MACHINE_STATES
};
const char *call_machine_state_code(enum call_machine_state state); // "idle" "calling" ...

enum call_machine_kind {
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
  ON_SIGNAL_STATE,  // device: shut or opened its camera; the call machine is not concerned
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
  CALL_MACHINE_KINDS
};
// "person call", "signal accept", "media silent", "time passed" ...
const char *call_machine_kind_code(enum call_machine_kind kind);
enum call_machine_kind call_machine_kind_of(const char *code); // CALL_MACHINE_KINDS when none

// Which fields count is said at each kind; of signals also call_id and seq, always.
struct call_machine_input {
  enum call_machine_kind kind;
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

enum call_machine_do {
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
  CALL_MACHINE_DOS
};

struct call_machine_action {
  enum call_machine_do what;
  enum signal_kind signal;
  char device[UUID_SIZE];
  bool offers;
  int offer;
};

#define CALL_MACHINE_ACTIONS 16
struct call_machine_todo {
  int count;
  struct call_machine_action list[CALL_MACHINE_ACTIONS];
};

struct call_machine_peer {
  char device[UUID_SIZE];
  bool kiosk;
  bool offers; // our side makes the offers
  bool live;   // it is heard
  bool met;    // it was heard once
  bool gone;   // the server has lost it; nothing is tried until there is a sign of it
  int offer;   // number of the newest offer between us; what belongs to an older one is dropped
  anban_ms quiet_since, tried_at;
};

struct call_machine {
  char self[UUID_SIZE]; // our device
  bool kiosk;           // we are the resident's: we always offer
  enum call_machine_state state;
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
  struct call_machine_peer peers[CALL_MACHINE_PEERS];
};

void call_machine_init(struct call_machine *machine, const char *device, bool kiosk);
// Takes what happened and fills `todo` from its start.
void call_machine_take(struct call_machine *machine, const struct call_machine_input *input,
                       struct call_machine_todo *todo);
// When ON_TIME is wanted; -1: never.
anban_ms call_machine_due(const struct call_machine *machine);
// Whether somebody calls, is called or talks.
bool call_machine_busy(const struct call_machine *machine);
