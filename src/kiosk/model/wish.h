// SPDX-License-Identifier: GPL-3.0-or-later
// A wish of the person, from the message that carries it to what became of it.
#pragma once

#include "protocol/message.h"

enum progress {
  PROGRESS_WRITING,   // not on the disk yet
  PROGRESS_NOTED,     // on the disk
  PROGRESS_NOT_SAVED, // could not be written
  PROGRESS_ACCEPTED,  // the server has it
  PROGRESS_REFUSED,
};

// Of the slip that carries a message where the line does not.
enum paper {
  PAPER_NONE,
  PAPER_COMING,
  PAPER_PRINTED, // the printer has said so
  PAPER_SENT,    // it says nothing
  PAPER_ENDED,   // from here on something is in the way, and it comes when that is over: no paper
  PAPER_COVER,   // the cover is open
  PAPER_JAMMED,
  PAPER_SILENT, // it no longer answers
  PAPER_AWAY,   // unplugged or off
};
static inline bool paper_is_out(enum paper paper)
{
  return paper == PAPER_PRINTED || paper == PAPER_SENT;
}

struct wish {
  enum message_kind kind; // of the message; when staff took something back, of the one it had come by
  char message_id[UUID_SIZE];
  struct record record; // as it was wished, then as the server has it
  enum progress progress;
  enum refusal reason;
  struct facts facts;
  anban_ms since; // uptime
  enum paper paper;
  bool slow; // the answer takes long though the line is up
  bool seen; // a touch has shown that somebody stood in front of it as it is
};
