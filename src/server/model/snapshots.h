// SPDX-License-Identifier: GPL-3.0-or-later
// What a kiosk needs to know of the community, as of one moment. Thread: the db's.
#pragma once

#include "protocol/order.h"
#include "server/store/db.h"

// Reads inside one transaction, so that all of it and the event's number belong together. NULL when the db failed; the
// fault then says why.
struct snapshot *snapshot_take(struct db *db, anban_ms now, struct fault *fault);
