// SPDX-License-Identifier: GPL-3.0-or-later
// Which settings are in force: a shared kiosk takes the person's own and goes back to its set ones after them, a
// bedside one keeps what was chosen at it.
#pragma once

#include "kiosk/model/core/intents.h"

extern const struct intent_row settings_intents[];

void settings_for_nobody(struct model *model, struct requests *out);
void settings_for_person(struct model *model, const struct resident *resident, struct requests *out);
