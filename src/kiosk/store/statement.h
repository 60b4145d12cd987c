// SPDX-License-Identifier: GPL-3.0-or-later
// SQL with bound texts, for the files of this folder.
#pragma once

#include "kiosk/store/store.h"

// Fills the fault with the file and SQLite's reason; returns false.
bool statement_fault(struct store *store, const char *what, struct fault *fault);
// Runs one statement with up to two texts (NULL: none) for ?1 and ?2. `what` goes into the fault: "a message can't be
// kept".
bool statement_run(struct store *store, const char *what, const char *sql, const char *first, const char *second,
                   struct fault *fault);
// Hands over the first two columns of each row.
bool statement_each(struct store *store, const char *what, const char *sql, store_row *each, void *ctx,
                    struct fault *fault);
