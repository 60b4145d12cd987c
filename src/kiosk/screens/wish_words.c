// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/screens/wish_words.h"

#include "kiosk/screens/booking_words.h"
#include "kiosk/screens/order_words.h"

const struct wish_words *const wish_words[] = {
    [MESSAGE_ORDER_PLACE] = &order_place_words,
    [MESSAGE_ORDER_CHANGE] = &order_change_words,
    [MESSAGE_ORDER_CANCEL] = &order_cancel_words,
    // The page of help tells how a call for help fares.
    [MESSAGE_HELP_RAISE] = NULL,
    [MESSAGE_HELP_CANCEL] = NULL,
    // Set here at once, and nobody waits for it.
    [MESSAGE_ANSWER_HOURS] = NULL,
    [MESSAGE_BOOKING_ASK] = &booking_ask_words,
    [MESSAGE_BOOKING_CANCEL] = &booking_cancel_words,
    // Thanked for at once.
    [MESSAGE_BOOKING_RATE] = NULL,
};
_Static_assert(sizeof wish_words / sizeof *wish_words == MESSAGE_KINDS, "a row for each kind of message");
