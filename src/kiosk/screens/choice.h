// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a setting: each step is seen and heard at once.
#pragma once

#include "kiosk/screens/sheet.h"

struct choice {
  const char *name, *icon;
  enum setting_step step;
};

// One of two directions: at the end of the way it can't be pressed.
void choice_direction(struct sheet *sheet, const struct choice *way, const char *label);
// One of several; `is`: the one in force.
void choice_of(struct sheet *sheet, const struct choice *way, const char *label, bool is);
// "Good": back to what can be set.
void choice_ready(struct sheet *sheet);
// A page called `name` whose title fills the places {step} and {steps} of the pattern.
void choice_begin(struct sheet *sheet, const char *name, const char *pattern, int step, int steps);
