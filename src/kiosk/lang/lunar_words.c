// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/lang/lunar_words.h"

const char *lunar_month_word(const struct lang *lang, int month)
{
  const char *const words[] = {
      tr_as(lang, "Chinese month", "First Month"),    tr_as(lang, "Chinese month", "Second Month"),
      tr_as(lang, "Chinese month", "Third Month"),    tr_as(lang, "Chinese month", "Fourth Month"),
      tr_as(lang, "Chinese month", "Fifth Month"),    tr_as(lang, "Chinese month", "Sixth Month"),
      tr_as(lang, "Chinese month", "Seventh Month"),  tr_as(lang, "Chinese month", "Eighth Month"),
      tr_as(lang, "Chinese month", "Ninth Month"),    tr_as(lang, "Chinese month", "Tenth Month"),
      tr_as(lang, "Chinese month", "Eleventh Month"), tr_as(lang, "Chinese month", "Twelfth Month"),
  };
  return words[month - 1];
}

const char *lunar_day_word(const struct lang *lang, int day)
{
  const char *const words[] = {
      tr_as(lang, "Chinese day", "1"),  tr_as(lang, "Chinese day", "2"),  tr_as(lang, "Chinese day", "3"),
      tr_as(lang, "Chinese day", "4"),  tr_as(lang, "Chinese day", "5"),  tr_as(lang, "Chinese day", "6"),
      tr_as(lang, "Chinese day", "7"),  tr_as(lang, "Chinese day", "8"),  tr_as(lang, "Chinese day", "9"),
      tr_as(lang, "Chinese day", "10"), tr_as(lang, "Chinese day", "11"), tr_as(lang, "Chinese day", "12"),
      tr_as(lang, "Chinese day", "13"), tr_as(lang, "Chinese day", "14"), tr_as(lang, "Chinese day", "15"),
      tr_as(lang, "Chinese day", "16"), tr_as(lang, "Chinese day", "17"), tr_as(lang, "Chinese day", "18"),
      tr_as(lang, "Chinese day", "19"), tr_as(lang, "Chinese day", "20"), tr_as(lang, "Chinese day", "21"),
      tr_as(lang, "Chinese day", "22"), tr_as(lang, "Chinese day", "23"), tr_as(lang, "Chinese day", "24"),
      tr_as(lang, "Chinese day", "25"), tr_as(lang, "Chinese day", "26"), tr_as(lang, "Chinese day", "27"),
      tr_as(lang, "Chinese day", "28"), tr_as(lang, "Chinese day", "29"), tr_as(lang, "Chinese day", "30"),
  };
  return words[day - 1];
}

const char *lunar_feast_word(const struct lang *lang, enum lunar_feast feast)
{
  switch (feast) {
  case LUNAR_FEAST_NONE:
    return "";
  case LUNAR_FEAST_SPRING:
    return tr(lang, "Spring Festival");
  case LUNAR_FEAST_LANTERN:
    return tr(lang, "Lantern Festival");
  case LUNAR_FEAST_DRAGON:
    return tr(lang, "Dragon Boat Festival");
  case LUNAR_FEAST_SEVENTH:
    return tr(lang, "Double Seventh Festival");
  case LUNAR_FEAST_MID_AUTUMN:
    return tr(lang, "Mid-Autumn Festival");
  case LUNAR_FEAST_DOUBLE_NINE:
    return tr(lang, "Double Ninth Festival");
  case LUNAR_FEAST_LABA:
    return tr(lang, "Laba Festival");
  case LUNAR_FEAST_EVE:
    return tr(lang, "Eve of the Spring Festival");
  }
  return "";
}
