// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/normal_amount.h"
#include "voice/normal_day.h"
#include "voice/normal_rules.h"

#include <string.h>

static bool in_range(const struct digits *digits, int most_digits, int least, int most)
{
  int value = digits_value(digits);
  return digits->count <= most_digits && value >= least && value <= most;
}

static void say_number(struct buffer *said, const struct line *line, const struct digits *digits, enum two two)
{
  words_number(said, line->tongue, digits->of, two);
}

static bool is_year(const struct digits *digits)
{
  return digits->count == 4 && in_range(digits, 4, 1000, 2999);
}

// "-11", "/11", ".11" after the figures before.
static bool next_part(const struct line *line, size_t at, unsigned separator, struct digits *part)
{
  unsigned here = line_at(line, at);
  return (here == '-' || here == '/' || here == '.' || here == 0xb7) && (separator == 0 || here == separator) &&
         line_digits(line, line_next(line, at), part);
}

// "-1.8", "-8" after a day of the same month or year.
static size_t until(const struct line *line, size_t at, unsigned separator, struct buffer *said)
{
  struct day day;
  struct digits last;
  size_t dash = line_dash(line, at), end = dash ? day_read(line, dash, separator, &day) : 0;
  if (end) {
    buffer_add_text(said, "到");
    day_say(said, line, &day);
    return end;
  }
  if (!dash || separator == '-' || !line_digits(line, dash, &last) || !in_range(&last, 2, 1, 31) ||
      line_at(line, last.to) == ':' || line_at(line, last.to) == separator)
    return at;
  buffer_add_text(said, "到");
  say_number(said, line, &last, TWO_AS_NUMBER);
  buffer_add_text(said, "日");
  return last.to;
}

static size_t whole_date(const struct line *line, const struct digits *year, struct rewrite *words)
{
  struct digits month, day;
  struct buffer said = {0};
  unsigned separator = line_at(line, year->to);
  if (!next_part(line, year->to, 0, &month) || !in_range(&month, 2, 1, 12))
    return 0;
  bool has_day = next_part(line, month.to, separator, &day) && in_range(&day, 2, 1, 31);
  if (!has_day && (separator != '-' || !in_range(year, 4, 1900, 2100) || month.count != 2))
    return 0;
  words_digits(&said, line->tongue, year->of, false);
  buffer_add_text(&said, "年");
  say_number(&said, line, &month, TWO_AS_NUMBER);
  buffer_add_text(&said, "月");
  if (has_day) {
    say_number(&said, line, &day, TWO_AS_NUMBER);
    buffer_add_text(&said, "日");
  }
  size_t end = has_day ? until(line, day.to, separator, &said) : month.to;
  rewrite_take(words, year->from, end, &said);
  return end;
}

// The year alone: of the calendar, not "2000年前", two thousand years ago.
static bool is_named_year(const struct line *line, const struct digits *year)
{
  struct digits month;
  size_t word = line_past_spaces(line, year->to), after = word + line_match(line, word, "年");
  if (after == word || line_match(line, after, "前 来 历史 之久 以上"))
    return false;
  bool short_year = year->count == 2 && (year->of[0] == '0' || line_digits(line, after, &month));
  return is_year(year) || short_year;
}

// "2026春节", "2026 年": four figures of a year that count nothing.
static bool is_bare_year(const struct line *line, const struct digits *year)
{
  return year->count == 4 && in_range(year, 4, 1949, 2099) &&
         line_match(line, line_past_spaces(line, year->to),
                    "春 夏 秋 冬 元旦 新年 中秋 国庆 重阳 端午 清明 版 届 奥运 财年");
}

// "1998-2026", "2026-2027年": from year to year, unless something is counted.
static size_t years(const struct line *line, const struct digits *first, struct rewrite *words)
{
  struct digits second;
  struct buffer said = {0};
  size_t after = line_dash(line, first->to);
  if (!after || !in_range(first, 4, 1900, 2100) || !line_digits(line, after, &second) ||
      !in_range(&second, 4, 1900, 2100) || line_at(line, second.to) == '-' ||
      (amount_follows(line, second.to) && !line_match(line, second.to, "年")))
    return 0;
  words_digits(&said, line->tongue, first->of, false);
  buffer_add_text(&said, "到");
  words_digits(&said, line->tongue, second.of, false);
  rewrite_take(words, first->from, second.to, &said);
  return second.to;
}

size_t rule_date(const struct line *line, size_t at, struct rewrite *words)
{
  struct digits year;
  struct buffer said = {0};
  if (!line_digits(line, at, &year))
    return 0;
  size_t whole = is_year(&year) ? whole_date(line, &year, words) : 0;
  if (!whole)
    whole = years(line, &year, words);
  if (whole)
    return whole;
  if (!is_named_year(line, &year) && !is_bare_year(line, &year))
    return 0;
  words_digits(&said, line->tongue, year.of, false);
  rewrite_take(words, year.from, year.to, &said);
  return year.to;
}

static void say_lunar(struct buffer *said, const struct line *line, const struct digits *month,
                      const struct digits *day)
{
  int number = digits_value(month);
  if (number == 1 || number == 12)
    buffer_add_text(said, number == 1 ? "正" : "腊");
  else
    say_number(said, line, month, TWO_AS_NUMBER);
  buffer_add_text(said, "月");
  if (digits_value(day) <= 10)
    buffer_add_text(said, "初");
  say_number(said, line, day, TWO_AS_NUMBER);
}

// Days of the farmers' calendar have no 日: 初三, 十五.
size_t rule_lunar(const struct line *line, size_t at, struct rewrite *words)
{
  struct digits month, day;
  struct buffer said = {0};
  if (!line_earlier(line, at, "农历 阴历 旧历 農曆 陰曆 舊曆") || !line_digits(line, at, &month) ||
      !in_range(&month, 2, 1, 12) || !line_match(line, month.to, "月") ||
      !line_digits(line, month.to + strlen("月"), &day) || !in_range(&day, 2, 1, 30))
    return 0;
  say_lunar(&said, line, &month, &day);
  size_t end = day.to + line_match(line, day.to, "日 号 號");
  rewrite_take(words, at, end, &said);
  return end;
}

// Those who were born in the ninetieth years.
size_t rule_decade(const struct line *line, size_t at, struct rewrite *words)
{
  struct digits years;
  struct buffer said = {0};
  if (!line_digits(line, at, &years) || years.count != 2 || (years.of[1] != '0' && years.of[1] != '5'))
    return 0;
  size_t length = line_match(line, years.to, "后 後");
  if (!length || line_match(line, years.to + length, "天 面 来 來 年 再") || is_letter(line_before(line, at)) ||
      line_ends(line, at, "到 至 满 滿 过 過"))
    return 0;
  words_digits(&said, line->tongue, years.of, false);
  rewrite_take(words, at, years.to, &said);
  return years.to;
}

struct clock {
  struct digits hour, minute, second;
  bool has_second;
  size_t end;
};

static bool part_of_hour(const struct line *line, size_t at, struct digits *part)
{
  return line_at(line, at) == ':' && line_digits(line, line_next(line, at), part) && part->count == 2 &&
         in_range(part, 2, 0, 59);
}

static bool read_clock(const struct line *line, size_t at, struct clock *clock)
{
  if (!line_digits(line, at, &clock->hour) || !in_range(&clock->hour, 2, 0, 24) ||
      !part_of_hour(line, clock->hour.to, &clock->minute) || line_ends(line, at, "比分 比例 比率 配比"))
    return false;
  clock->has_second = part_of_hour(line, clock->minute.to, &clock->second);
  clock->end = clock->has_second ? clock->second.to : clock->minute.to;
  return true;
}

static void say_part(struct buffer *said, const struct line *line, const struct digits *part, const char *unit)
{
  if (part->of[0] == '0')
    buffer_add_text(said, "零");
  if (digits_value(part) > 0)
    say_number(said, line, part, TWO_AS_NUMBER);
  buffer_add_text(said, unit);
}

static void say_clock(struct buffer *said, const struct line *line, const struct clock *clock)
{
  int minute = digits_value(&clock->minute);
  say_number(said, line, &clock->hour, TWO_OF_THINGS);
  buffer_add_text(said, "点");
  if (minute == 30 && !clock->has_second)
    buffer_add_text(said, "半");
  else if (minute > 0 || clock->has_second)
    say_part(said, line, &clock->minute, "分");
  if (clock->has_second)
    say_part(said, line, &clock->second, "秒");
}

// "8:30 PM" → 下午, with the hour counted to twelve as it stands.
static const char *half_of_day(const struct line *line, struct clock *clock)
{
  size_t at = line_past_spaces(line, clock->end);
  size_t length = line_match(line, at, "AM PM am pm a.m. p.m.");
  if (length == 0 || is_letter(line_at(line, at + length)))
    return "";
  bool morning = line->text[at] == 'A' || line->text[at] == 'a';
  int hour = digits_value(&clock->hour);
  clock->end = at + length;
  if (hour > 12)
    return "";
  return morning ? "上午" : hour == 12 ? "中午" : hour >= 6 ? "晚上" : "下午";
}

size_t rule_clock(const struct line *line, size_t at, struct rewrite *words)
{
  struct clock clock;
  struct buffer said = {0};
  if (!read_clock(line, at, &clock))
    return 0;
  buffer_add_text(&said, half_of_day(line, &clock));
  say_clock(&said, line, &clock);
  clock.end += clock.has_second ? line_match(line, clock.end, "秒") : line_match(line, clock.end, "分");
  rewrite_take(words, at, clock.end, &said);
  return clock.end;
}
