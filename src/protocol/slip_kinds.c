// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of messages that paper carries. A call for help is none: nobody would wait for a printer.
#include "protocol/slip_shape.h"

const struct slip_shape *const slip_shapes[] = {
    [MESSAGE_ORDER_PLACE] = &order_place_slip,
    [MESSAGE_ORDER_CHANGE] = &order_change_slip,
    [MESSAGE_ORDER_CANCEL] = &order_cancel_slip,
};
const int slip_shape_count = sizeof slip_shapes / sizeof *slip_shapes;
