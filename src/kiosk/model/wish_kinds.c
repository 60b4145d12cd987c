// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/wish_kinds.h"

#include "kiosk/model/help_call.h"
#include "kiosk/model/ordering/orders.h"
#include "kiosk/model/telephone/answering.h"
#include "kiosk/model/visiting/bookings.h"

const struct wish_kind *const wish_kinds[] = {
    [MESSAGE_ORDER_PLACE] = &order_place_wish,   [MESSAGE_ORDER_CHANGE] = &order_change_wish,
    [MESSAGE_ORDER_CANCEL] = &order_cancel_wish, [MESSAGE_HELP_RAISE] = &help_wish,
    [MESSAGE_HELP_CANCEL] = &help_wish,          [MESSAGE_ANSWER_HOURS] = &answer_hours_wish,
    [MESSAGE_BOOKING_ASK] = &booking_ask_wish,   [MESSAGE_BOOKING_CANCEL] = &booking_cancel_wish,
    [MESSAGE_BOOKING_RATE] = &booking_rate_wish,
};
_Static_assert(sizeof wish_kinds / sizeof *wish_kinds == MESSAGE_KINDS, "a row for each kind of message");
