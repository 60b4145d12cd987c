// SPDX-License-Identifier: GPL-3.0-or-later
// A person on a tile. Only the name is said: a room is nothing for a loudspeaker.
#pragma once

#include "kiosk/screens/sheet.h"

struct page_item *person_item(struct sheet *sheet, const struct resident *resident);
