// SPDX-License-Identifier: GPL-3.0-or-later
// Calls for help, from the red key to a person who has come. Every change is a step (help_steps.h) and an event.
// Thread: the db's.
#pragma once

#include "protocol/help.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

// The elder's side. Raising again what was raised changes nothing; a press of the same person at the same kiosk while a
// call of theirs is open belongs to that call, and nobody has taken it any more. `out` is the call as it stands.
void help_raise(struct db *db, const struct help *raised, anban_ms now, struct help *out);
// `press`: the call's id, or that of a press that was joined to it. What nobody knows is no error: there is nothing to
// do. True: `out` is how it stands now.
bool help_cancel(struct db *db, const char *press, const char *kiosk_id, anban_ms now, struct help *out);

// The desk's side, and that of whoever answers by a way out, who is then `who` without an id. Who acknowledges second
// hears who was first.
enum outcome help_acknowledge(struct db *db, const char *help_id, const struct actor *who, const char *way,
                              anban_ms now, struct help *out, struct fault *fault);
// HELP_STEP_COMING or HELP_STEP_THERE: whoever says so has taken it, when nobody had.
enum outcome help_come(struct db *db, const char *help_id, enum help_step_kind step, const struct actor *who,
                       anban_ms now, struct help *out, struct fault *fault);
enum outcome help_close(struct db *db, const char *help_id, enum help_ending ending, const struct actor *who,
                        anban_ms now, struct help *out, struct fault *fault);
// A page of the desk shows it: that of `who`. No person has seen it by that.
enum outcome help_shown(struct db *db, const char *help_id, const struct actor *who, anban_ms now, struct help *out,
                        struct fault *fault);
// A call for practice, as if somebody had pressed at that kiosk.
enum outcome help_drill(struct db *db, const char *kiosk_id, const struct actor *who, anban_ms now, struct help *out,
                        struct fault *fault);

bool help_load(struct db *db, const char *help_id, struct help *out);
bool help_get_open(struct db *db, const char *help_id, struct help *out);
// The newest that a kiosk has raised, oldest first, MOST_OWN_HELP at most, also those that are over: an array of the
// same shape.
json_t *help_list_own(struct db *db, const char *kiosk_id);
// Raised or acknowledged ones, oldest first: an array of the shape of the event "help".
json_t *help_list_open(struct db *db);
// Those that were raised from one time up to the other, oldest first, also those that are over; MOST_HELP_LISTED at
// most.
#define MOST_HELP_LISTED 1000
json_t *help_list_between(struct db *db, anban_ms from, anban_ms to);

// Its rows in message_kinds.c.
struct message_handler;
extern const struct message_handler help_raise_handler, help_cancel_handler;
