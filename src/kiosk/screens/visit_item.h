// SPDX-License-Identifier: GPL-3.0-or-later
// What several screens say of a booking.
#pragma once

#include "kiosk/model/visiting/bookings.h"
#include "kiosk/model/visiting/visiting.h"
#include "kiosk/screens/sheet.h"

// "明天上午9:00"; for the ear "明天上午九点".
void visit_time(const struct sheet *sheet, anban_ms at, char *out, size_t size, bool spoken);
const char *visit_stage_words(const struct lang *lang, enum booking_stage stage);
enum item_look visit_stage_look(enum booking_stage stage);
// A row that opens it.
void visit_row(struct sheet *sheet, const struct booking_view *view);
// A paragraph: when, and where; then who comes, when that is known.
void visit_when(struct sheet *sheet, const struct booking *booking);
void visit_helper(struct sheet *sheet, const struct booking_view *view);
