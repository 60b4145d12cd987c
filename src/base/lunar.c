// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/lunar.h"

#include "base/clock.h"
#include "base/text.h"

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#define FIRST_YEAR 1900
#define LEAP(row) ((int)((row) >> 13 & 15))                     // after which month the leap one stands; 0: none
#define BEGINS(row) ((int)((row) >> 17))                        // days after 1 January
#define MONTH_DAYS(row, place) (29 + (int)((row) >> (place)&1)) // `place` counts the leap month too

// From the moons and suns of the npm package astronomy-engine (tests/web/lunar.test.js does it again and compares). Two
// months are as the almanacs print them: the fourth of 1906, and the seventh of 2097, whose new moon comes within
// seconds of midnight.
static const uint32_t years[] = {
    0x3d16d2, 0x620752, 0x4c0ea5, 0x38b64a, 0x5c064b, 0x440a9b, 0x309556, 0x56056a, 0x400b59, 0x2a5752, // 1900
    0x500752, 0x3adb25, 0x600b25, 0x480a4b, 0x32b4ab, 0x5802ad, 0x42056b, 0x2c4b69, 0x520da9, 0x3efd92, // 1910
    0x640e92, 0x4c0d25, 0x36ba4d, 0x5c0a56, 0x4602b6, 0x2e95b5, 0x5606d4, 0x400ea9, 0x2c5e92, 0x500e92, // 1920
    0x3acd26, 0x5e052b, 0x480a57, 0x32b2b6, 0x580b5a, 0x4406d4, 0x2e6ec9, 0x520749, 0x3cf693, 0x620a93, // 1930
    0x4c052b, 0x34ca5b, 0x5a0aad, 0x46056a, 0x309b55, 0x560ba4, 0x400b49, 0x2a5a93, 0x500a95, 0x38f52d, // 1940
    0x5e0536, 0x480aad, 0x34b5aa, 0x5805b2, 0x420da5, 0x2e7d4a, 0x540d4a, 0x3d0a95, 0x600a97, 0x4c0556, // 1950
    0x36cab5, 0x5a0ad5, 0x4606d2, 0x308ea5, 0x560ea5, 0x40064a, 0x286c97, 0x4e0a9b, 0x3af55a, 0x5e056a, // 1960
    0x480b69, 0x34b752, 0x5a0b52, 0x420b25, 0x2c964b, 0x520a4b, 0x3d14ab, 0x6002ad, 0x4a056d, 0x36cb69, // 1970
    0x5c0da9, 0x460d92, 0x309d25, 0x560d25, 0x415a4d, 0x640a56, 0x4e02b6, 0x38c5b5, 0x5e06d5, 0x480ea9, // 1980
    0x34be92, 0x5a0e92, 0x440d26, 0x2c6a56, 0x500a57, 0x3d14d6, 0x62035a, 0x4a06d5, 0x36b6c9, 0x5c0749, // 1990
    0x460693, 0x2e952b, 0x54052b, 0x3e0a5b, 0x2a555a, 0x4e056a, 0x38fb55, 0x600ba4, 0x4a0b49, 0x32ba93, // 2000
    0x580a95, 0x42052d, 0x2c8aad, 0x500ab5, 0x3d35aa, 0x6205d2, 0x4c0da5, 0x36dd4a, 0x5c0d4a, 0x460c95, // 2010
    0x30952e, 0x540556, 0x3e0ab5, 0x2a55b2, 0x5006d2, 0x38cea5, 0x5e0725, 0x48064b, 0x32ac97, 0x560cab, // 2020
    0x42055a, 0x2c6ad6, 0x520b69, 0x3d7752, 0x620b52, 0x4c0b25, 0x36da4b, 0x5a0a4b, 0x4404ab, 0x2ea55b, // 2030
    0x5405ad, 0x3e0b6a, 0x2a5b52, 0x500d92, 0x3afd25, 0x5e0d25, 0x480a55, 0x32b4ad, 0x5804b6, 0x4005b5, // 2040
    0x2c6daa, 0x520ec9, 0x3f1e92, 0x620e92, 0x4c0d26, 0x36ca56, 0x5a0a57, 0x4404d6, 0x2e86d5, 0x540755, // 2050
    0x400749, 0x286e93, 0x4e0693, 0x38f52b, 0x5e052b, 0x460a5b, 0x32b55a, 0x58056a, 0x420b65, 0x2c974a, // 2060
    0x520b4a, 0x3d1a95, 0x620a95, 0x4a052d, 0x34caad, 0x5a0ab5, 0x4605aa, 0x2e8ba5, 0x540da5, 0x400d4a, // 2070
    0x2a7c95, 0x4e0c96, 0x38f94e, 0x5e0556, 0x480ab5, 0x32b5b2, 0x5806d2, 0x420ea5, 0x2e8e4a, 0x50068b, // 2080
    0x3b0c97, 0x6004ab, 0x4a055b, 0x34cad6, 0x5a0b6a, 0x460752, 0x309725, 0x540b45, 0x3e0a8b, 0x28549b, // 2090
    0x4e04ab,                                                                                           // 2100
};
#define YEARS ((int)(sizeof years / sizeof *years))

static int month_count(uint32_t row)
{
  return LEAP(row) ? 13 : 12;
}

static anban_ms begin_of(int place)
{
  char date[CLOCK_DATE_SIZE];
  text_format(date, sizeof date, "%d-01-01", FIRST_YEAR + place);
  return clock_at(date, 0, 0) + BEGINS(years[place]) * MS_DAY;
}

// The place of the month in its year becomes its number.
static void name_month(uint32_t row, int place, struct lunar_date *out)
{
  int leap = LEAP(row);
  out->leap = leap && place == leap;
  out->month = place + 1 - (leap && place >= leap ? 1 : 0);
}

bool lunar_of(const char *date, struct lunar_date *out)
{
  anban_ms midnight = clock_at(date, 0, 0);
  if (midnight == -1 || midnight < begin_of(0))
    return false;
  int year = atoi(date) - FIRST_YEAR; // the Chinese year begins in it
  if (year >= YEARS || begin_of(year) > midnight)
    year--;
  if (year >= YEARS)
    return false;
  uint32_t row = years[year];
  int day = (int)((midnight - begin_of(year)) / MS_DAY), place = 0;
  while (place < month_count(row) && day >= MONTH_DAYS(row, place))
    day -= MONTH_DAYS(row, place++);
  if (place == month_count(row))
    return false;
  *out = (struct lunar_date){.year = FIRST_YEAR + year, .day = day + 1, .month_days = MONTH_DAYS(row, place)};
  name_month(row, place, out);
  out->is_last_day = place + 1 == month_count(row) && out->day == out->month_days;
  return true;
}

enum lunar_feast lunar_feast(const struct lunar_date *date)
{
  static const struct {
    int month, day;
    enum lunar_feast feast;
  } feasts[] = {{1, 1, LUNAR_FEAST_SPRING},  {1, 15, LUNAR_FEAST_LANTERN},    {5, 5, LUNAR_FEAST_DRAGON},
                {7, 7, LUNAR_FEAST_SEVENTH}, {8, 15, LUNAR_FEAST_MID_AUTUMN}, {9, 9, LUNAR_FEAST_DOUBLE_NINE},
                {12, 8, LUNAR_FEAST_LABA}};
  if (date->is_last_day)
    return LUNAR_FEAST_EVE;
  for (size_t i = 0; !date->leap && i < sizeof feasts / sizeof *feasts; i++) {
    if (feasts[i].month == date->month && feasts[i].day == date->day)
      return feasts[i].feast;
  }
  return LUNAR_FEAST_NONE;
}
