// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the Chinese calendar.
#pragma once

#include "base/lunar.h"
#include "kiosk/lang/lang.h"

const char *lunar_month_word(const struct lang *lang, int month);              // 1 to 12
const char *lunar_day_word(const struct lang *lang, int day);                  // 1 to 30
const char *lunar_feast_word(const struct lang *lang, enum lunar_feast feast); // "" for none
