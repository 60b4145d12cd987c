// SPDX-License-Identifier: GPL-3.0-or-later
// What reaches call's thread by its mailbox: commands of the kiosk, and what pipelines tell from their own threads.
#pragma once

#include "base/mailbox.h"
#include "kiosk/call/call.h"

enum note_kind {
  // Commands.
  NOTE_OPEN,      // peer, ice, on: with the picture
  NOTE_ANSWER,    // peer, round, text
  NOTE_CANDIDATE, // peer, round, line, text
  NOTE_RENEW,     // peer, ice or NULL
  NOTE_CLOSE,     // peer
  NOTE_CLOSE_ALL,
  NOTE_SET, // controls
  NOTE_CHECK,
  NOTE_RECORD, // text: path
  NOTE_RECORD_END,
  NOTE_PLAY, // text: path
  NOTE_PLAY_END,
  NOTE_SHOW, // peer or "", width, height
  // Of the pipeline `serial`.
  NOTE_FLOWS,   // its first buffer has come where it shall
  NOTE_BROKEN,  // text: why
  NOTE_ENDED,   // its source has no more
  NOTE_LEVEL,   // level: dBFS of the last half second
  NOTE_LATENCY, // it has to be reckoned again
  // Of the connection that the pipeline `serial` is.
  NOTE_OFFERED,   // text: the description
  NOTE_WAY,       // line, text: a candidate of ours
  NOTE_CONNECTED, // before it is known with whom
  NOTE_REFUSED,   // the answer was not taken
  NOTE_KEY,       // the other side can't show anything before a key frame
};

struct note {
  enum note_kind kind;
  unsigned serial;
  char peer[UUID_SIZE];
  int round, line, width, height;
  bool on;
  double level;
  char *text;           // owned
  struct call_ice *ice; // owned
  struct call_controls controls;
};

void note_free(struct note *note); // what it owns
