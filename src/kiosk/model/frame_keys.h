// SPDX-License-Identifier: GPL-3.0-or-later
// Going on, back, to the start and away: the same on every page.
#pragma once

#include "kiosk/model/core/intents.h"

extern const struct intent_row frame_keys_intents[];
