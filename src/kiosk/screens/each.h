// SPDX-License-Identifier: GPL-3.0-or-later
// Each screen writes its page, NAME_draw; the frame is drawn afterwards.
#pragma once

#include "kiosk/screens/sheet.h"

#define SCREEN(NAME, DRAW, ...) void DRAW##_draw(struct sheet *sheet);
#include "kiosk/model/core/screens.def"
#undef SCREEN
