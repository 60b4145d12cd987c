// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/model/message_kinds.h"

#include "server/model/bookings.h"
#include "server/model/help.h"
#include "server/model/orders.h"
#include "server/model/residents.h"

const struct message_handler *const message_handlers[] = {
    [MESSAGE_ORDER_PLACE] = &order_place_handler,   [MESSAGE_ORDER_CHANGE] = &order_change_handler,
    [MESSAGE_ORDER_CANCEL] = &order_cancel_handler, [MESSAGE_HELP_RAISE] = &help_raise_handler,
    [MESSAGE_HELP_CANCEL] = &help_cancel_handler,   [MESSAGE_ANSWER_HOURS] = &answer_hours_handler,
    [MESSAGE_BOOKING_ASK] = &booking_ask_handler,   [MESSAGE_BOOKING_CANCEL] = &booking_cancel_handler,
    [MESSAGE_BOOKING_RATE] = &booking_rate_handler,
};
_Static_assert(sizeof message_handlers / sizeof *message_handlers == MESSAGE_KINDS, "a row for each kind of message");
