// SPDX-License-Identifier: GPL-3.0-or-later
// What became of an order, in words.
#pragma once

#include "kiosk/model/ordering/orders.h"
#include "kiosk/screens/wish_words.h"

// Why it could not be done, and what to do, as a paragraph.
void order_refusal(struct sheet *sheet, const struct order *order, enum refusal reason, const struct facts *facts);

// On paper.
void order_place_slip_words(struct sheet *sheet, const struct message *message, struct paper_sheet *paper);
void order_change_slip_words(struct sheet *sheet, const struct message *message, struct paper_sheet *paper);
void order_cancel_slip_words(struct sheet *sheet, const struct message *message, struct paper_sheet *paper);

// Its rows in wish_words.c.
extern const struct wish_words order_place_words, order_change_words, order_cancel_words;
