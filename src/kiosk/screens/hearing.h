// SPDX-License-Identifier: GPL-3.0-or-later
// While the kiosk listens the page stays as it is, so that what can be said can be read: only its title tells how the
// listening stands.
#pragma once

#include "kiosk/screens/sheet.h"

// To be called when the page is drawn.
void hearing_over(struct sheet *sheet);
