// SPDX-License-Identifier: GPL-3.0-or-later
// The Chinese calendar (农历) from 1900-01-31 to 2101-01-28, as GB/T 33661-2017 makes it: a month begins on the day of
// the new moon at 120° east, the winter solstice lies in the eleventh, a month without a major solar term is a leap
// one. A table, because what computes it while running has been a day wrong for whole months. Pure. Thread: any.
#pragma once

#include <stdbool.h>

struct lunar_date {
  int year;         // that of the Gregorian calendar in which it begins
  int month;        // 1 to 12
  bool leap;        // the second of two months of that number
  int day;          // 1 to 30
  int month_days;   // 29 or 30
  bool is_last_day; // of the year: 除夕
};

// `date`: ISO 8601. False when it is none, or lies outside the table.
bool lunar_of(const char *date, struct lunar_date *out);

enum lunar_feast {
  LUNAR_FEAST_NONE,
  LUNAR_FEAST_SPRING,      // 春节
  LUNAR_FEAST_LANTERN,     // 元宵节
  LUNAR_FEAST_DRAGON,      // 端午节
  LUNAR_FEAST_SEVENTH,     // 七夕
  LUNAR_FEAST_MID_AUTUMN,  // 中秋节
  LUNAR_FEAST_DOUBLE_NINE, // 重阳节
  LUNAR_FEAST_LABA,        // 腊八节
  LUNAR_FEAST_EVE,         // 除夕
};
// The feast that falls on the day. None falls in a leap month, but the year's last day may.
enum lunar_feast lunar_feast(const struct lunar_date *date);
