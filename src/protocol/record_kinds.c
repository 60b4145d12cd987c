// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of records there are; each is described in a file of its own.
#include "protocol/record.h"

const struct record_shape *const record_shapes[] = {
    [RECORD_ORDER] = &order_record,
    [RECORD_HELP] = &help_record,
    [RECORD_AUTO_ANSWER] = &auto_answer_record,
    [RECORD_BOOKING] = &booking_record,
};
const int record_shape_count = sizeof record_shapes / sizeof *record_shapes;
_Static_assert(sizeof record_shapes / sizeof *record_shapes == RECORD_KINDS, "a row for each kind of record");
