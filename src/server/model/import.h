// SPDX-License-Identifier: GPL-3.0-or-later
// Residents, menus or readings from a CSV file: first looked at, line by line, then taken whole or not at all.
//   import_new        reads the file; any thread
//   import_check      holds it against the data; the db's thread; may be repeated
//   import_hash_pins  slow (some 10 ms a PIN), before import_commit; any thread
//   import_commit     checks again and writes; the writer's thread
//   import_result     what the desk page shows
#pragma once

#include "protocol/json.h"
#include "server/model/outcome.h"
#include "server/store/db.h"

enum import_kind { IMPORT_RESIDENTS, IMPORT_MENU, IMPORT_READINGS };

struct import;

// `english`: the language of the reasons; else Chinese. `bytes` is not needed afterwards. Never NULL: a file that can't
// be read has a bad line that says why.
struct import *import_new(enum import_kind kind, const char *bytes, size_t size, bool english, anban_ms now);
void import_free(struct import *import);

void import_check(struct import *import, struct db *db);
int import_bad(const struct import *import);
int import_good(const struct import *import);
bool import_hash_pins(struct import *import, struct fault *fault);

// Nothing is written unless every line is good; OUTCOME_CONFLICT then, and the result has the reasons. An empty file is
// OUTCOME_WRONG. One announcement for all.
enum outcome import_commit(struct import *import, struct db *db, const struct actor *who, anban_ms now,
                           struct fault *fault);

// {"encoding", "lines": [{"line", "ok", "reason", "text", "change"}], "good", "bad", "committed"}
json_t *import_result(const struct import *import, bool committed);
