// SPDX-License-Identifier: GPL-3.0-or-later
// The kitchen's list of one meal. Thread: the db's.
#pragma once

#include "protocol/order.h"
#include "server/store/db.h"

// {"totals":[{dish_id, name, count}], "people":[{order_id, number, name, room, delivery, place, diet, diet_confirmed,
// made_at, items:[{name, count}]}]}: what to cook, most first; and for whom, in the order of their numbers. Both are of
// one moment: it reads in a transaction of its own.
json_t *kitchen_list(struct db *db, const char *date, enum meal meal);
