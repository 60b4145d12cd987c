// SPDX-License-Identifier: GPL-3.0-or-later
// Tells those who follow the streams what has changed, in the transaction of the change; and keeps for later who
// changed what. Thread: the writer's.
#pragma once

#include "protocol/event.h"
#include "protocol/family.h"
#include "protocol/record.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

// How it stands now: the desk, and the kiosks or the one that alone it concerns.
void announce_record(struct db *db, const struct record *record, anban_ms now);
// The desk and all kiosks.
void announce_catalogue(struct db *db, anban_ms now);
// The desk without the kitchen, all kiosks (a resident may sign in at any), and of the families only the member whom it
// concerns.
void announce_call(struct db *db, const struct call_record *record, anban_ms now);
// All kiosks, and of the families only the member whom it concerns: what is said in it is not the desk's.
void announce_voice_message(struct db *db, const struct voice_message *message, anban_ms now);

// A line in the audit: what a member of staff did to which thing. `what` is a code such as "resident.put".
void announce_audit(struct db *db, const struct actor *who, const char *what, const char *thing, anban_ms now);
