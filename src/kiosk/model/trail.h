// SPDX-License-Identifier: GPL-3.0-or-later
// The way a person has gone through the screens, and back.
#pragma once

#include "kiosk/model/model.h"

enum screen trail_end(const struct model *model);
// Goes there; one that is on the way already is gone back to, so that the way never grows long.
void trail_open(struct model *model, enum screen screen);
// From here on `screen` is where we are, in place of the last.
void trail_replace(struct model *model, enum screen screen);
void trail_back(struct model *model);
// The way begins anew at `screen`.
void trail_begin(struct model *model, enum screen screen);
bool trail_can_go_back(const struct model *model);
