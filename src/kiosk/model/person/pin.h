// SPDX-License-Identifier: GPL-3.0-or-later
// The four digits: five tries, then a minute's pause for that person.
#pragma once

#include "kiosk/model/model.h"

// How long the candidate still has to wait; 0: not at all.
anban_ms pin_pause(const struct model *model);
// Checks the digits typed and clears them; a wrong one is counted and leaves its notice.
bool pin_is_right(struct model *model, const struct resident *resident);
// The seconds of a pause are counted down; when it is over it is no longer told of.
anban_ms pin_due(const struct model *model);
void pin_passed(struct model *model, struct requests *out);
