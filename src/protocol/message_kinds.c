// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of messages there are; each is described in the file of what it is about.
#include "protocol/message_shape.h"

const struct message_shape *const message_shapes[] = {
    [MESSAGE_ORDER_PLACE] = &order_place_message,   [MESSAGE_ORDER_CHANGE] = &order_change_message,
    [MESSAGE_ORDER_CANCEL] = &order_cancel_message, [MESSAGE_HELP_RAISE] = &help_raise_message,
    [MESSAGE_HELP_CANCEL] = &help_cancel_message,   [MESSAGE_ANSWER_HOURS] = &auto_answer_message,
    [MESSAGE_BOOKING_ASK] = &booking_ask_message,   [MESSAGE_BOOKING_CANCEL] = &booking_cancel_message,
    [MESSAGE_BOOKING_RATE] = &booking_rate_message,
};
const int message_shape_count = sizeof message_shapes / sizeof *message_shapes;
_Static_assert(sizeof message_shapes / sizeof *message_shapes == MESSAGE_KINDS, "a row for each kind of message");
