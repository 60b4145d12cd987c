// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/store/steps.h"

// `refused`: why the server will never take it, for the technician; NULL: it waits. `kept` holds 'snapshot' and
// 'settings'.
static const char outbox[] = "CREATE TABLE outbox (place INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,"
                             "  text TEXT NOT NULL, refused TEXT);"
                             "CREATE TABLE orders (id TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;"
                             "CREATE TABLE kept (name TEXT PRIMARY KEY, text TEXT NOT NULL) WITHOUT ROWID;";

static const struct database_step steps[] = {
    {1, "outbox", outbox},
};

const struct database_kind kiosk_file = {
    .program = "anban-kiosk",
    .application_id = 0, // those of the first version have none, and an older kiosk looks for none
    .steps = steps,
    .step_count = sizeof steps / sizeof *steps,
    .log_pages = 1000, // 4 MB: cards are small
    .alone = true,
};
