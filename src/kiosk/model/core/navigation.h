// SPDX-License-Identifier: GPL-3.0-or-later
// The way a person has gone through the screens, and back.
#pragma once

#include "kiosk/model/model.h"

enum screen navigation_here(const struct model *model);
// Goes there; one that is on the way already is gone back to, so that the way never grows long.
void navigation_open(struct model *model, enum screen screen);
// From here on `screen` is where we are, in place of the last.
void navigation_replace(struct model *model, enum screen screen);
void navigation_back(struct model *model);
// The way begins anew at `screen`.
void navigation_begin(struct model *model, enum screen screen);
bool navigation_can_go_back(const struct model *model);
