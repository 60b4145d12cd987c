// SPDX-License-Identifier: GPL-3.0-or-later
// What of a call for help the person in front of the kiosk is told, among all that machines note down. Pure.
#pragma once

#include "protocol/help.h"

// Whether this step is seen on the ladder: not what a later one of the same person and way has overtaken, nor what
// concerns no person.
bool help_step_is_seen(const struct help *help, int place);
// The newest of those that are seen, presses aside; NULL: none.
const struct help_step *help_news(const struct help *help);
// Whether `now` says something that `before` did not.
bool help_news_is(const struct help *before, const struct help *now);
