// SPDX-License-Identifier: GPL-3.0-or-later
// Time has a type and a unit: milliseconds.
// Wall time is UTC since 1970 and may jump; steady time only grows. Nothing else in the program reads a clock:
// rules get the time passed in. Thread: any.
#pragma once

#include <stdint.h>

typedef int64_t anban_ms;

#define MS_SECOND ((anban_ms)1000)
#define MS_MINUTE (60 * MS_SECOND)
#define MS_HOUR (60 * MS_MINUTE)
#define MS_DAY (24 * MS_HOUR)

anban_ms clock_wall(void);
anban_ms clock_steady(void);

#define CLOCK_DATE_SIZE 11 // "2026-11-22" and its end

// A day and a minute at a place whose clock runs `utc_offset_min` minutes ahead of UTC (China: 480, all year).
struct local_time {
  char date[CLOCK_DATE_SIZE]; // ISO 8601
  int minute;                 // of the day, 0 to 1439
  int second;                 // 0 to 59
  int weekday;                // 0 Sunday to 6 Saturday
};

struct local_time clock_local(anban_ms wall, int utc_offset_min);
// The wall time of a minute of a day there, before 1970 too. -1, which no minute is, when `date` is not a date of the
// calendar.
anban_ms clock_at(const char *date, int minute, int utc_offset_min);
// `days` after (or, when negative, before) `date`; empty when `date` is not a date.
void clock_add_days(const char *date, int days, char out[CLOCK_DATE_SIZE]);
