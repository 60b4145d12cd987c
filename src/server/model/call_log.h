// SPDX-License-Identifier: GPL-3.0-or-later
// Which calls there were: with whom each resident has spoken, who has looked in, what was missed. Thread: the db's.
#pragma once

#include "protocol/family.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

// They talk. What staff did, and what was answered by itself, stands in the audit from now on, whatever happens to the
// server. `kiosk_id`: where.
void call_log_answered(struct db *db, const struct call_record *record, const char *kiosk_id, anban_ms now);
// It is over for this party: told to the desk, all kiosks, and the member of the family whom it concerns. A party that
// has come into the same call again keeps its first times.
void call_log_over(struct db *db, const struct call_record *record, anban_ms now);
// At the start: what the end of the server before has left open.
void call_log_mend(struct db *db);

// A resident's ("": all), newest first, at most 100; of one party only unless NULL.
json_t *call_log_list(struct db *db, const char *resident_id, const struct party *party);
// Who rang the desk in vain after `since`: the newest call of each resident with the desk, where nobody answered. Who
// called back and was not answered has not talked with them, so the resident still waits. Newest first.
#define CALL_MISSED_MS MS_DAY // for as long
json_t *call_log_missed(struct db *db, anban_ms since);
// The newest of each resident who lives here; the array is the caller's to free.
struct call_record *call_log_load(struct db *db, int *count);

#define CALL_LOG_KEPT_MS (30 * MS_DAY)
int call_log_prune(struct db *db, anban_ms before, int most);
// All of a resident who leaves.
void call_log_forget_resident(struct db *db, const char *resident_id, anban_ms now);
