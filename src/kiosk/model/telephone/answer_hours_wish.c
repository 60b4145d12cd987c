// SPDX-License-Identifier: GPL-3.0-or-later
// Settings of a resident as wishes: they hold here at once, and the next snapshot tells how they stand.
#include "kiosk/model/telephone/answering.h"
#include "kiosk/model/wish_kinds.h"

const struct wish_kind answer_hours_wish = {.told = false};
const struct record_area answer_hours_area = {.kept = false};
