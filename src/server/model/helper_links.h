// SPDX-License-Identifier: GPL-3.0-or-later
// How a helper comes in without an account: a link for one day, given by the desk. The telephone that opens it first
// has it; the desk can give another, which ends the one before. The data keep hashes only. Thread: the db's.
#pragma once

#include "server/model/helpers.h"

#define HELPER_AFTER_MS (2 * MS_HOUR) // of the day's end: who comes home late still catches up

#define HELPER_MOST_MS (10 * MS_DAY) // a link is given for a day at most a week ahead

// Whose day it is.
struct helper_day {
  char helper_id[UUID_SIZE];
  char name[NAME_SIZE];
  char date[CLOCK_DATE_SIZE];
};

// A link for that day, at most a week ahead.
enum outcome helper_link_set(struct db *db, const char *helper_id, const char *date, const char *token,
                             const struct actor *who, anban_ms now, struct fault *fault);

enum helper_link { HELPER_LINK_GOOD, HELPER_LINK_ENDED, HELPER_LINK_TAKEN };
// Comes in by a link: the device that is first has it. `device` is a secret of the telephone's own, so that it comes in
// once more when the answer was lost on the way. `token` is the session's.
enum helper_link helper_session_open(struct db *db, const char *link, const char *device, const char *token,
                                     anban_ms now, struct helper_day *out);
bool helper_session_day(struct db *db, const char *token, anban_ms now, struct helper_day *out);
void helper_links_prune(struct db *db, anban_ms now);
