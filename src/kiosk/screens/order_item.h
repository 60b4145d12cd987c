// SPDX-License-Identifier: GPL-3.0-or-later
// An order's words.
#pragma once

#include "kiosk/model/ordering/orders.h"
#include "kiosk/screens/sheet.h"

const char *order_stage_words(const struct lang *lang, enum order_stage stage);
enum item_look order_stage_look(enum order_stage stage);
// A paragraph for each dish.
void order_dishes(struct sheet *sheet, const struct order *order);
