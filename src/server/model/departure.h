// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody leaves, and what the areas know of them goes too: an area that keeps personal data has its row in a table
// here. Thread: the db's.
#pragma once

#include "server/model/outcome.h"
#include "server/store/db.h"

// Of a resident: personal data goes at once, the open orders of today and later are declined; the name stays for the
// orders that were eaten.
enum outcome departure_of_resident(struct db *db, const char *id, const struct actor *who, anban_ms now,
                                   struct fault *fault);
// Of a member of a family who is taken away at the desk.
enum outcome departure_of_member(struct db *db, const char *id, const struct actor *who, anban_ms now,
                                 struct fault *fault);
