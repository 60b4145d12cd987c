// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing was touched for a while: ask, then put the person's things away.
#pragma once

#include "kiosk/model/model.h"

// A sign of life.
void idle_touched(struct model *model, struct requests *out);
void idle_rings(struct model *model, struct requests *out); // somebody calls
void idle_person_leaves(struct model *model, struct requests *out);
// "I am still here" is said by any touch, and by a card. Returns whether what else it meant is left undone: all but
// help and signing out.
bool idle_answered(struct model *model, enum intent_kind kind);
// Whether what was wanted is done, so that a shared kiosk does not wait for long: who comes next would be taken for who
// has gone. The page says so; nobody is asked then.
bool idle_ends_soon(const struct model *model);
// Time has passed.
void idle_passed(struct model *model, struct requests *out);
// The uptime at which idle_passed has something to do; -1: never.
anban_ms idle_due(const struct model *model);
