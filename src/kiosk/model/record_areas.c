// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/model/help_call.h"
#include "kiosk/model/ordering/orders.h"
#include "kiosk/model/telephone/answering.h"
#include "kiosk/model/visiting/bookings.h"
#include "kiosk/model/wish_kinds.h"

const struct record_area *const record_areas[] = {
    [RECORD_ORDER] = &order_area,
    [RECORD_HELP] = &help_area,
    [RECORD_AUTO_ANSWER] = &answer_hours_area,
    [RECORD_BOOKING] = &booking_area,
};
_Static_assert(sizeof record_areas / sizeof *record_areas == RECORD_KINDS, "a row for each kind of record");
