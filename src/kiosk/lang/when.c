// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/lang/when.h"

#include "base/text.h"
#include "kiosk/lang/icu.h"
#include "kiosk/lang/lunar_words.h"
#include "kiosk/lang/number.h"

#define WORD 96

// The part of the day is what an elder goes by, the hour counts within it. Noon begins at eleven in Chinese, not so in
// English.
static const char *part_shown(const struct lang *lang, int hour)
{
  if (hour < 5)
    return tr_as(lang, "part of the day", "night");
  if (hour < 9)
    return tr_as(lang, "part of the day", "early morning");
  if (hour < 11)
    return tr_as(lang, "part of the day", "morning");
  if (hour < 12)
    return tr_as(lang, "part of the day", "towards noon");
  if (hour < 13)
    return tr_as(lang, "part of the day", "noon");
  return hour < 18 ? tr_as(lang, "part of the day", "afternoon") : tr_as(lang, "part of the day", "evening");
}

static const char *part_spoken(const struct lang *lang, int hour)
{
  if (hour < 5)
    return tr_as(lang, "part of the day, spoken", "at night");
  if (hour < 9)
    return tr_as(lang, "part of the day, spoken", "early in the morning");
  if (hour < 11)
    return tr_as(lang, "part of the day, spoken", "in the morning");
  if (hour < 12)
    return tr_as(lang, "part of the day, spoken", "towards noon");
  if (hour < 13)
    return tr_as(lang, "part of the day, spoken", "around noon");
  return hour < 18 ? tr_as(lang, "part of the day, spoken", "in the afternoon")
                   : tr_as(lang, "part of the day, spoken", "in the evening");
}

static int hour_of_twelve(int hour)
{
  return hour % 12 == 0 ? 12 : hour % 12;
}

void when_clock(int minute, char *out, size_t size)
{
  text_format(out, size, "%d:%02d", minute / 60, minute % 60);
}

void when_time_shown(const struct lang *lang, int minute, char *out, size_t size)
{
  char clock[WORD];
  FORMAT_TEXT(clock, "%d:%02d", hour_of_twelve(minute / 60), minute % 60);
  lang_fill(out, size, tr(lang, "{clock} {part}"), "clock", clock, "part", part_shown(lang, minute / 60), NULL);
}

static const char *time_pattern(const struct lang *lang, int minute)
{
  if (minute == 0)
    return tr_as(lang, "spoken", "{hour} o'clock {part}");
  if (minute == 30)
    return tr_as(lang, "spoken", "half past {hour} {part}");
  if (minute < 10)
    return tr_as(lang, "spoken", "{minute} past {hour} {part}");
  return tr_as(lang, "spoken", "{hour} {minute} {part}");
}

void when_time_spoken(const struct lang *lang, int minute, char *out, size_t size)
{
  char hour_text[WORD], minute_text[WORD];
  number_quantity(lang, hour_of_twelve(minute / 60), hour_text, sizeof hour_text);
  number_spoken(lang, minute % 60, minute_text, sizeof minute_text);
  lang_fill(out, size, time_pattern(lang, minute % 60), "part", part_spoken(lang, minute / 60), "hour", hour_text,
            "minute", minute_text, NULL);
}

void when_day(const struct lang *lang, const char *date, char *out, size_t size)
{
  if (!icu_date(lang->day, date, out, size))
    text_copy(out, size, date);
}

void when_weekday(const struct lang *lang, const char *date, char *out, size_t size)
{
  if (!icu_date(lang->weekday, date, out, size))
    out[0] = '\0';
}

void when_lunar(const struct lang *lang, const char *date, char *out, size_t size)
{
  struct lunar_date lunar;
  char month[WORD], day[WORD * 2];
  out[0] = '\0';
  if (!lunar_of(date, &lunar))
    return;
  lang_fill(month, sizeof month, lunar.leap ? tr_as(lang, "Chinese month", "leap {month}") : "{month}", "month",
            lunar_month_word(lang, lunar.month), NULL);
  lang_fill(day, sizeof day, tr(lang, "Chinese calendar: {month}, day {day}"), "month", month, "day",
            lunar_day_word(lang, lunar.day), NULL);
  enum lunar_feast feast = lunar_feast(&lunar);
  lang_fill(out, size, feast == LUNAR_FEAST_NONE ? "{day}" : tr(lang, "{day}, {feast}"), "day", day, "feast",
            lunar_feast_word(lang, feast), NULL);
}
