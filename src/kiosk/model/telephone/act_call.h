// SPDX-License-Identifier: GPL-3.0-or-later
// What touches on the screens of calls and spoken messages do.
#pragma once

#include "kiosk/model/model.h"

void act_call(struct model *model, const struct intent *intent, struct requests *out);
