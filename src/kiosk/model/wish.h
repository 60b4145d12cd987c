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

struct wish {
  enum message_kind kind; // of the message; when staff took something back, of the one it had come by
  char message_id[UUID_SIZE];
  struct record record; // as it was wished, then as the server has it
  enum progress progress;
  enum refusal reason;
  struct facts facts;
  anban_ms since; // uptime
  bool slow;      // the answer takes long though the line is up
  bool seen;      // a touch has shown that somebody stood in front of it as it is
};
