// SPDX-License-Identifier: GPL-3.0-or-later
// What the link tells.
#pragma once

#include "protocol/answer.h"
#include "protocol/event.h"
#include "protocol/family.h"
#include "protocol/signal.h"

enum link_line_state { LINK_AWAY, LINK_UP, LINK_NOT_APPROVED };

struct link_line {
  enum link_line_state state;
  char code[16]; // of LINK_NOT_APPROVED: what staff compare; empty: revoked, or another kiosk has this serial
};

enum link_event_kind {
  LINK_LINE,               // line
  LINK_SERVER_TIME,        // ahead
  LINK_SNAPSHOT,           // snapshot
  LINK_RECORD,             // standing: how an order, a call for help … stands now
  LINK_ANSWER,             // answer
  LINK_REFUSED,            // refused: the server will never take this message; it is not sent again
  LINK_PICTURE,            // hash: is now a file in the pictures' folder
  LINK_REACH,              // reach, owned by the receiver
  LINK_CALL,               // call: the answer to that of ours; call.call is owned by the receiver, NULL: it was refused
  LINK_RESUMED,            // resumed, owned by the receiver: the calls that the server knows of us after each hello
  LINK_SIGNAL,             // signal, owned by the receiver
  LINK_ICE,                // ice, owned by the receiver: the servers for media
  LINK_CALL_LOG,           // record
  LINK_VOICE_MESSAGE,      // voice_message: a spoken message as it stands
  LINK_VOICE_MESSAGE_SENT, // id: of a spoken message of ours that the server has
  LINK_VOICES,             // the voices' folder holds others than before, or other readings
};

struct link_event {
  enum link_event_kind kind;
  anban_ms at; // wall clock of the kiosk
  union {
    struct link_line line;
    anban_ms ahead; // server's wall clock less ours
    struct {
      struct snapshot *read; // both are the receiver's now
      char *text;
    } snapshot;
    struct record standing;
    struct answer answer;
    struct {
      char id[UUID_SIZE];
      char sentence[TEXT_SIZE];
    } refused;
    char hash[HASH_SIZE];
    struct {
      struct reach *list;
      int count;
    } reach;
    struct {
      char id[UUID_SIZE];
      bool resumed; // the answer to CALL_ITEM_RESUME
      struct call *call;
      enum call_reason refused;
    } call;
    struct {
      struct call *list;
      int count;
    } resumed;
    struct signal *signal;
    struct ice *ice;
    struct call_record record;
    struct voice_message voice_message;
    char id[UUID_SIZE];
  } is;
};

// On the link's thread; must not wait.
typedef void link_emit(void *ctx, struct link_event *event);
