// SPDX-License-Identifier: GPL-3.0-or-later
// What became of an order, in words.
#pragma once

#include "kiosk/model/ordering/orders.h"
#include "kiosk/screens/wish_words.h"

// Why it could not be done, and what to do, as a paragraph.
void order_refusal(struct sheet *sheet, const struct order *order, enum refusal reason, const struct facts *facts);

// Its rows in wish_words.c.
extern const struct wish_words order_place_words, order_change_words, order_cancel_words;
