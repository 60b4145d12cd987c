// SPDX-License-Identifier: GPL-3.0-or-later
// Staff who are signed in. A session is a token in a cookie; the data keep its hash only. Thread: the db's.
#pragma once

#include "server/model/staff.h"

#define SESSION_IDLE_MS (12 * MS_HOUR)
#define SESSION_MOST_MS (7 * MS_DAY)
#define SESSION_SEEN_EVERY_MS (5 * MS_MINUTE) // how often "seen" is written down

void session_open(struct db *db, const char *token, const char *staff_id, anban_ms now);
// Whose token it is. `seen_at` says when that was last written down.
bool session_staff(struct db *db, const char *token, anban_ms now, struct staff *out, anban_ms *seen_at);
void session_seen(struct db *db, const char *token, anban_ms now);
void session_close(struct db *db, const char *token);
// Takes away the ended ones.
void session_prune(struct db *db, anban_ms now);
