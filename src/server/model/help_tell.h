// SPDX-License-Identifier: GPL-3.0-or-later
// What of a call for help leaves the server: with the words that a person needs, where an event has ids. Thread: the
// writer's.
#pragma once

#include "protocol/help.h"
#include "server/store/db.h"

// Everybody who hears of everything: it was raised.
void help_tell_outside(struct db *db, const struct help *help, anban_ms now);
// One person is to come. Returns by how many ways it was sent.
int help_tell_person(struct db *db, const struct help *help, const char *name, const char *address, anban_ms now);
