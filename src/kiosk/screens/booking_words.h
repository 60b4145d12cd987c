// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a booking as a wish.
#pragma once

#include "kiosk/screens/wish_words.h"

extern const struct wish_words booking_ask_words, booking_cancel_words;

// Paragraphs: why it came to nothing.
void booking_refusal(struct sheet *sheet, const struct booking *booking);
