// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static anban_ms read_clock(clockid_t id)
{
  struct timespec now;
  clock_gettime(id, &now);
  return (anban_ms)now.tv_sec * MS_SECOND + now.tv_nsec / 1000000;
}

anban_ms clock_wall(void)
{
  return read_clock(CLOCK_REALTIME);
}

anban_ms clock_steady(void)
{
  return read_clock(CLOCK_MONOTONIC);
}

struct local_time clock_local(anban_ms wall, int utc_offset_min)
{
  time_t seconds = (time_t)((wall + utc_offset_min * MS_MINUTE) / MS_SECOND);
  struct tm tm;
  gmtime_r(&seconds, &tm);
  struct local_time local = {.minute = tm.tm_hour * 60 + tm.tm_min, .second = tm.tm_sec, .weekday = tm.tm_wday};
  strftime(local.date, sizeof local.date, "%Y-%m-%d", &tm);
  return local;
}

anban_ms clock_at(const char *date, int minute, int utc_offset_min)
{
  struct tm tm = {0};
  const char *end = strptime(date, "%Y-%m-%d", &tm);
  if (!end || *end || strlen(date) != CLOCK_DATE_SIZE - 1)
    return -1;
  int day = tm.tm_mday;
  time_t midnight = timegm(&tm);
  if (tm.tm_mday != day) // 31 February became March
    return -1;
  return (anban_ms)midnight * MS_SECOND + (minute - utc_offset_min) * MS_MINUTE;
}

void clock_add_days(const char *date, int days, char out[CLOCK_DATE_SIZE])
{
  anban_ms midnight = clock_at(date, 0, 0);
  if (midnight == -1) {
    out[0] = '\0';
    return;
  }
  struct local_time local = clock_local(midnight + days * MS_DAY, 0);
  memcpy(out, local.date, CLOCK_DATE_SIZE);
}
