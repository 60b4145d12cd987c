// SPDX-License-Identifier: GPL-3.0-or-later
// The rungs of a call for help, each with its time.
#pragma once

#include "kiosk/screens/sheet.h"

// The call is not heard: by the server, or by a person there.
bool help_is_unheard(const struct model *model);
// The newest rung first: on a small panel with large letters the page begins with what counts now.
void help_ladder(struct sheet *sheet);
