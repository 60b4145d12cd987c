// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can set, in steps that each take one touch.
#pragma once

#include "base/locale.h"
#include "kiosk/model/request.h"

#include <stdbool.h>

enum setting_step {
  SET_VOLUME_UP,
  SET_VOLUME_DOWN,
  SET_RATE_FASTER,
  SET_RATE_SLOWER,
  SET_TEXT_BIGGER,
  SET_TEXT_SMALLER,
  SET_THEME_LIGHT,
  SET_THEME_BLACK_WHITE,
  SET_THEME_BLACK_YELLOW,
  SET_LOCALE, // the first of base/locale.h; the others follow
  SETTING_STEPS = SET_LOCALE + LOCALES
};

// What a kiosk begins with when nobody has set anything.
struct kept_settings setting_presets(void);
// Settings as they may come from a disk, brought into their ranges.
void setting_mend(struct kept_settings *settings);
// Takes the step; false when it is already at the end.
bool setting_take(struct kept_settings *settings, enum setting_step step);
// Whether the step would change anything.
bool setting_can(const struct kept_settings *settings, enum setting_step step);
// From 1 to the most: for "3 of 5".
int setting_volume_step(const struct kept_settings *settings);
int setting_rate_step(const struct kept_settings *settings);
#define SETTING_VOLUME_STEPS 5
#define SETTING_RATE_STEPS 5
