// SPDX-License-Identifier: GPL-3.0-or-later
// What the dishes and the basket have in common.
#pragma once

#include "kiosk/screens/sheet.h"

// "已选3份，24元"
void basket_sum(struct sheet *sheet, char *out, size_t size, bool spoken);
// How much of the dish in hand is in it; false when there is none.
bool basket_say_in_hand(struct sheet *sheet);
// On to how it comes, or to the confirmation when that is known.
void basket_go_key(struct sheet *sheet);
