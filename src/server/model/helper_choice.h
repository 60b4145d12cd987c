// SPDX-License-Identifier: GPL-3.0-or-later
// Whom to send: who can do it, is free then, goes to that building, and has least that day. Thread: the db's.
#pragma once

#include "protocol/booking.h"
#include "server/store/db.h"

// The best fit first: [{"id", "name", "phone", "can", "free", "near", "visits"}], with which the desk says why. For the
// booking at another time than its own when `at` is not 0.
json_t *helper_choice_list(struct db *db, const struct booking *booking, anban_ms at);
