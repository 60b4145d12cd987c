// SPDX-License-Identifier: GPL-3.0-or-later
// Times of day, dates and the Chinese calendar. Dates are ISO 8601 ("2026-11-22"); one that is none gives "".
#pragma once

#include "kiosk/lang/lang.h"

// `minute` of the day, 0 to 1439.
void when_time_shown(const struct lang *lang, int minute, char *out, size_t size);  // "上午10:30"
void when_time_spoken(const struct lang *lang, int minute, char *out, size_t size); // "上午十点半"
void when_clock(int minute, char *out, size_t size);                                // "10:30", 24 hours
void when_day(const struct lang *lang, const char *date, char *out, size_t size);   // "11月22日"
void when_weekday(const struct lang *lang, const char *date, char *out, size_t size);
void when_lunar(const struct lang *lang, const char *date, char *out, size_t size); // "农历八月十五，中秋节"
