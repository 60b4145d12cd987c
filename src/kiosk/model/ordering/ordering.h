// SPDX-License-Identifier: GPL-3.0-or-later
// The way of an order: day, meal, dishes, how, confirm; and back again to change or cancel it.
#pragma once

#include "kiosk/model/core/intents.h"

extern const struct intent_row ordering_intents[];

// A person has come, or leaves: a half-made order waits for them.
void ordering_person_came(struct model *model, struct requests *out);
void ordering_person_leaves(struct model *model, struct requests *out);
// The person goes back or home: the usual that was looked at and not ordered is nothing to be kept.
void ordering_turned_away(struct model *model, struct requests *out);
// The menu or the time may have changed under the order that is being made.
void ordering_check(struct model *model, struct requests *out);
