// SPDX-License-Identifier: GPL-3.0-or-later
// What espeak-ng's English would read as a Chinese elder's child would not: "eight zero zero", "thirteen billion".
#include "voice/normal_amount.h"
#include "voice/normal_rules.h"

#include <string.h>

static const struct unit english_units[] = {
    {"km/h", "", "kilometres an hour"},
    {"kg", "", "kilograms"},
    {"g", "", "grams"},
    {"mg", "", "milligrams"},
    {"ml", "", "millilitres"},
    {"mL", "", "millilitres"},
    {"l", "", "litres"},
    {"L", "", "litres"},
    {"cm", "", "centimetres"},
    {"mm", "", "millimetres"},
    {"m", "", "metres"},
    {"km", "", "kilometres"},
    {"℃", "", "degrees"},
    {"°C", "", "degrees"},
    {"min", "", "minutes"},
    {"h", "", "hours"},
    {"mmHg", "", "millimetres of mercury"},
    {"mmol/L", "", "millimoles per litre"},
    {"元", "", "yuan"},
};

static bool two_digits(const struct line *line, size_t at, struct digits *digits, int most)
{
  return line_digits(line, at, digits) && digits->count <= 2 && digits_value(digits) <= most;
}

size_t english_clock(const struct line *line, size_t at, struct rewrite *words)
{
  struct digits hour, minute;
  char said[40];
  if (!two_digits(line, at, &hour, 24) || line_at(line, hour.to) != ':' ||
      !two_digits(line, line_next(line, hour.to), &minute, 59) || minute.count != 2)
    return 0;
  int number = digits_value(&minute);
  if (number == 0)
    FORMAT_TEXT(said, "%d o'clock", digits_value(&hour));
  else
    FORMAT_TEXT(said, "%d %s%d", digits_value(&hour), number < 10 ? "oh " : "", number);
  rewrite_put(words, at, minute.to, said);
  return minute.to;
}

size_t english_date(const struct line *line, size_t at, struct rewrite *words)
{
  static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};
  struct digits year, month, day;
  char said[40];
  if (!line_digits(line, at, &year) || year.count != 4 || line_at(line, year.to) != '-' ||
      !two_digits(line, year.to + 1, &month, 12) || digits_value(&month) == 0 || line_at(line, month.to) != '-' ||
      !two_digits(line, month.to + 1, &day, 31) || digits_value(&day) == 0)
    return 0;
  FORMAT_TEXT(said, "%d %s %s", digits_value(&day), months[digits_value(&month) - 1], year.of);
  rewrite_put(words, at, day.to, said);
  return day.to;
}

// The part of an amount after its point, as it is said: "5" and "50" fifty, "05" oh five, "00" nothing.
static void add_fen(const char *fraction, char *said, size_t size)
{
  int fen = fraction[0] ? (fraction[0] - '0') * 10 + (fraction[1] ? fraction[1] - '0' : 0) : 0;
  size_t length = strlen(said);
  if (fen > 0)
    text_format(said + length, size - length, fen < 10 ? " oh %d" : " %d", fen);
}

// "¥12.50", twelve yuan fifty.
size_t english_money(const struct line *line, size_t at, struct rewrite *words)
{
  struct figure figure;
  char said[80];
  size_t sign = line_match(line, at, "¥ ￥ RMB");
  if (!sign || !line_figure(line, line_past_spaces(line, at + sign), &figure) || strlen(figure.fraction) > 2)
    return 0;
  FORMAT_TEXT(said, "%s yuan", figure.whole.of);
  add_fen(figure.fraction, said, sizeof said);
  rewrite_put(words, at, figure.to, said);
  return figure.to;
}

size_t english_share(const struct line *line, size_t at, struct rewrite *words)
{
  struct digits first, second;
  char said[60];
  if (!line_digits(line, at, &first) || line_at(line, first.to) != '/' ||
      !line_digits(line, line_next(line, first.to), &second) || line_at(line, second.to) == '/')
    return 0;
  if (strcmp(first.of, "1") == 0 && strcmp(second.of, "2") == 0)
    FORMAT_TEXT(said, "one half");
  else
    FORMAT_TEXT(said, "%.20s over %.20s", first.of, second.of);
  rewrite_put(words, at, second.to, said);
  return second.to;
}

size_t english_measure(const struct line *line, size_t at, struct rewrite *words)
{
  struct figure figure;
  size_t end;
  if (!line_figure(line, at, &figure))
    return 0;
  const struct unit *unit = unit_of(english_units, sizeof english_units / sizeof *english_units, line, figure.to, &end);
  if (!unit)
    return 0;
  rewrite_keep(words, line->text, at, figure.to);
  rewrite_put(words, figure.to, figure.to, " ");
  rewrite_put(words, figure.to, end, unit->after);
  return end;
}

size_t english_between(const struct line *line, size_t at, struct rewrite *words)
{
  unsigned before = line_before(line, at);
  size_t after = line_dash(line, at);
  if (after && (is_digit(before) || before == '%')) {
    rewrite_put(words, at, after, " to ");
    return after;
  }
  bool minus = line_at(line, at) == '-' && is_digit(line_at(line, at + 1)) && (before == ' ' || before == 0);
  if (!minus)
    return 0;
  rewrite_put(words, at, at + 1, "minus ");
  return at + 1;
}
