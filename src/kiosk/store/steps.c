// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/store/steps.h"

// `refused`: why the server will never take it, for the technician; NULL: it waits. `kept` holds 'snapshot' and
// 'settings'.
static const char outbox[] = "CREATE TABLE outbox (place INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
                             "  text TEXT NOT NULL, refused TEXT);"
                             "CREATE TABLE orders (id TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;"
                             "CREATE TABLE kept (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;";

// How orders and whatever else was wished stand, by the code of their kind. `until_snapshot`: the next snapshot holds
// it and takes its place.
static const char records[] =
    "CREATE TABLE record (kind TEXT NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, until_snapshot INTEGER NOT NULL,"
    "  PRIMARY KEY (kind, id)) WITHOUT ROWID;"
    "INSERT INTO record (kind, id, text, until_snapshot) SELECT 'order', id, text, 1 FROM orders;"
    "DROP TABLE orders;";

// The number of a slip of paper, of its day; `out`: it is on paper.
static const char slips[] = "CREATE TABLE slip (id TEXT PRIMARY KEY, day TEXT NOT NULL, number INTEGER NOT NULL,"
                            "  out INTEGER NOT NULL) WITHOUT ROWID;";

static const struct database_step steps[] = {
    {1, "outbox", outbox},
    {2, "records of all kinds", records},
    {3, "slips of paper", slips},
};

const struct database_kind kiosk_file = {
    .program = "anban-kiosk",
    .application_id = 0, // those of the first version have none, and an older kiosk looks for none
    .steps = steps,
    .step_count = sizeof steps / sizeof *steps,
    .log_pages = 1000, // 4 MB: cards are small
    .alone = true,
};
