// SPDX-License-Identifier: GPL-3.0-or-later
// What each touch does, and on which screens it may.
#pragma once

#include "kiosk/model/model.h"

void act(struct model *model, const struct intent *intent, struct requests *out);
