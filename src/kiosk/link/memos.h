// SPDX-License-Identifier: GPL-3.0-or-later
// Spoken messages on the disk: those that are left here go to the server, those for the people here come from it.
//   FOLDER/out/ID.ogg, FOLDER/out/ID.json   complete when the second is there; both go when the server has it
//   FOLDER/out/ID.refused                   the server will never take it; staff may hear what it was
//   FOLDER/in/ID                            as the family's browser recorded it
// Thread: link's only.
#pragma once

#include "kiosk/link/session.h"

#define MEMOS_FOLDER_SIZE 300

struct memos {
  struct request_queue out, in;
  char folder[MEMOS_FOLDER_SIZE];
  char sending[UUID_SIZE]; // is under way
  int waiting;             // in FOLDER/out
  int wanted_count;
  char (*wanted)[UUID_SIZE]; // owned; the last is fetched next
  char fetching[UUID_SIZE];  // is under way: one that came meanwhile may stand behind it
};

// Counts what waits, throws away what was cut off while it was recorded.
void memos_init(struct memos *memos, struct session *session, const char *folder);
void memos_free(struct memos *memos);
void memos_added(struct memos *memos); // FOLDER/out has a complete one more
// The messages that the snapshot names: the missing are wanted, others are thrown away.
void memos_want(struct memos *memos, const struct snapshot *snapshot);
void memos_want_one(struct memos *memos, const struct voice_message *voice);
anban_ms memos_step(struct memos *memos, anban_ms now);
