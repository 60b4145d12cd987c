// SPDX-License-Identifier: GPL-3.0-or-later
// Calls for help, from the red key to a person who has taken them. Thread: the db's.
#pragma once

#include "protocol/help.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

// The elder's side. Raising again what was raised changes nothing; cancelling what nobody knows is no error: there is
// nothing to do.
void help_raise(struct db *db, const struct help *help, anban_ms now);
// True: `out` is how it stands now.
bool help_cancel(struct db *db, const char *help_id, const char *kiosk_id, anban_ms now, struct help *out);

// The desk's side. Who acknowledges second hears who was first.
enum outcome help_acknowledge(struct db *db, const char *help_id, const struct actor *who, anban_ms now,
                              struct help *out, struct fault *fault);
enum outcome help_close(struct db *db, const char *help_id, const struct actor *who, anban_ms now, struct help *out,
                        struct fault *fault);

bool help_get_open(struct db *db, const char *help_id, struct help *out);
// The newest that a kiosk has raised, oldest first, MOST_OWN_HELP at most, also those that are over: an array of the
// same shape.
json_t *help_list_own(struct db *db, const char *kiosk_id);
// Raised or acknowledged ones, oldest first: an array of the shape of the event "help".
json_t *help_list_open(struct db *db);

// Its rows in message_kinds.c.
struct message_handler;
extern const struct message_handler help_raise_handler, help_cancel_handler;
