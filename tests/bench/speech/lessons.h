// SPDX-License-Identifier: GPL-3.0-or-later
// What the thresholds of enrolment (kiosk/listen/judge.c) give: how often a good example is refused, and how often one
// is kept that was another command.
#pragma once

#include "crew.h"

void lessons_print(const struct crew *crew);
