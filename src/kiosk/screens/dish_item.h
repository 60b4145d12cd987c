// SPDX-License-Identifier: GPL-3.0-or-later
// A dish as it stands in a list.
#pragma once

#include "kiosk/screens/sheet.h"

// To look at only: name and picture.
struct page_item *dish_item_plain(struct sheet *sheet, const struct dish *dish);
// With contents, marks, price for the person, and how many were chosen.
struct page_item *dish_item_full(struct sheet *sheet, const struct dish *dish, struct action action);

// Its price becomes that of all that were chosen.
void dish_item_price_of_all(struct sheet *sheet, struct page_item *item, const struct dish *dish);
