// SPDX-License-Identifier: GPL-3.0-or-later
// Spoken messages on the disk: those that are left here go to the server, those for the people here come from it.
//   FOLDER/out/ID.ogg, FOLDER/out/ID.json   complete when the second is there; both go when the server has it
//   FOLDER/out/ID.refused                   the server will never take it; staff may hear what it was
//   FOLDER/in/ID                            as the family's browser recorded it
// Thread: link's only.
#pragma once

#include "kiosk/link/session.h"

#define VOICE_MESSAGES_FOLDER_SIZE 300

struct voice_messages {
  struct request_queue out, in;
  char folder[VOICE_MESSAGES_FOLDER_SIZE];
  char sending[UUID_SIZE]; // is under way
  int waiting;             // in FOLDER/out
  int wanted_count;
  char (*wanted)[UUID_SIZE]; // owned; the last is fetched next
  char fetching[UUID_SIZE];  // is under way: one that came meanwhile may stand behind it
};

// Counts what waits, throws away what was cut off while it was recorded.
void voice_messages_init(struct voice_messages *messages, struct session *session, const char *folder);
void voice_messages_free(struct voice_messages *messages);
void voice_messages_added(struct voice_messages *messages); // FOLDER/out has a complete one more
// The messages that the snapshot names: the missing are wanted, others are thrown away.
void voice_messages_want(struct voice_messages *messages, const struct snapshot *snapshot);
void voice_messages_want_one(struct voice_messages *messages, const struct voice_message *voice);
anban_ms voice_messages_step(struct voice_messages *messages, anban_ms now);
