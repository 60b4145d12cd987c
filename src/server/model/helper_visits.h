// SPDX-License-Identifier: GPL-3.0-or-later
// What a helper may see of their day, and no more: where, when, whom, and what they are told. Thread: the db's.
#pragma once

#include "server/model/helper_links.h"

// {"helper", "date", "utc_offset_min", "now", "visits": [...]}
json_t *helper_day_write(struct db *db, const struct helper_day *day, anban_ms now);
