// SPDX-License-Identifier: GPL-3.0-or-later
// Members of a family who have come in by their link. A telephone stays signed in as long as it is used. Thread: the
// db's.
#pragma once

#include "server/model/family.h"

#define FAMILY_IDLE_MS (60 * MS_DAY)
#define FAMILY_MOST_MS (365 * MS_DAY)
#define FAMILY_SEEN_EVERY_MS MS_HOUR // how often "seen" is written down

void family_session_open(struct db *db, const char *token, const char *member_id, anban_ms now);
// Whose token it is; nobody's when the resident does not agree to such calls any more. `seen_at`: as written down.
bool family_session_member(struct db *db, const char *token, anban_ms now, struct family_member *out,
                           anban_ms *seen_at);
void family_session_seen(struct db *db, const char *token, anban_ms now);
void family_session_close(struct db *db, const char *token);
// Takes away the ended ones.
void family_session_prune(struct db *db, anban_ms now);
