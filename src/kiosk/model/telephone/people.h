// SPDX-License-Identifier: GPL-3.0-or-later
// For whom the kiosk answers calls: at a bedside for its people, in a hall for who is signed in.
#pragma once

#include "kiosk/model/model.h"

bool people_has(const struct model *model, const char *resident_id);
// Has the server told when it has changed.
void people_check(struct model *model, struct requests *out);
