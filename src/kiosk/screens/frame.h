// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on every page: help, back, home, repeat, the turning keys, the state of the line.
#pragma once

#include "kiosk/screens/sheet.h"

void frame_draw(struct sheet *sheet);
