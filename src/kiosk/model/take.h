// SPDX-License-Identifier: GPL-3.0-or-later
// What each report changes, and whom it concerns.
#pragma once

#include "kiosk/model/model.h"

void take_report(struct model *model, const struct report *report, struct requests *out);
