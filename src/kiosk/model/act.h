// SPDX-License-Identifier: GPL-3.0-or-later
// What each touch does, and on which screens it may.
#pragma once

#include "kiosk/model/model.h"

// Whether the screen takes it at all.
bool act_takes(enum screen screen, enum intent_kind kind);
// Whether it would do anything on the screen that is to be seen.
bool act_may(const struct model *model, const struct intent *intent);
void act(struct model *model, const struct intent *intent, struct requests *out);
