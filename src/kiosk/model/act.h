// SPDX-License-Identifier: GPL-3.0-or-later
// What each touch does, and on which screens it may.
#pragma once

#include "kiosk/model/model.h"

// Whether it would do anything on the screen that is to be seen.
bool act_may(const struct model *model, const struct intent *intent);
void act(struct model *model, const struct intent *intent, struct requests *out);
