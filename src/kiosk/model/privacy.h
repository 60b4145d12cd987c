// SPDX-License-Identifier: GPL-3.0-or-later
// What is a person's own business is not for the ears of a hall: on a shared kiosk without headphones it is written and
// not said, until the person asks for it by the key that says it again.
#pragma once

#include "kiosk/model/core/intents.h"

// Whether what is private on the screen in front stays unsaid.
bool privacy_is_kept(const struct model *model);
// The person wants to hear the page, whatever is on it.
extern const struct intent_row privacy_intents[];
// Headphones or a handset were plugged in, or pulled while something private may be on its way to the ear.
void privacy_plugged(struct model *model, bool plugged, struct requests *out);
