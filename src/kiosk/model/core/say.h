// SPDX-License-Identifier: GPL-3.0-or-later
// Who may speak when several things want to be said: help before a call before a reminder before a screen's prompt; and
// nothing speaks over people who talk to each other. Pure.
#pragma once

#include <stdbool.h>

enum say_rank {
  SAY_NOTHING,
  SAY_PROMPT,   // what a screen is for
  SAY_REMINDER, // what nobody asked for: "are you still there"
  SAY_CALL,     // who calls, how a call stands
  SAY_HELP,
};

// Whether `wanted` may begin now, in place of what is being said. What may not waits until that is over.
bool say_may(enum say_rank wanted, enum say_rank being_said, bool people_talk);
