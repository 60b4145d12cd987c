// SPDX-License-Identifier: GPL-3.0-or-later
// Days and months that are written in figures without 年, 月 and 日, where what stands around says that they are some;
// and years before and after Christ.
#include "voice/normal_day.h"

#include "voice/normal_amount.h"
#include "voice/normal_rules.h"

#include <string.h>

// What a day stands behind or before, so that 10.1 is no amount and 12/5 no fraction.
static const char before_day[] =
    "日期 时间 時間 截止 截至 定于 定在 改到 改在 推迟到 提前到 生日 日子 预约 預約 复诊 複診",
                  after_day[] =
                      "放假 假期 长假 小长假 休假 休息 停 劳动节 国庆 儿童节 建军节 元旦 妇女节 教师节 植树节 "
                      "青年节 建党节 黄金周 期间 前 之前 以前 后 起 开始 截止 到期 上午 下午 早上 中午 晚上 "
                      "出发 集合 开会 体检 复诊 周 星期 礼拜 晚会 活动 开业 生日 節 勞動節 國慶";
static const char before_christ[] = "b.c. B.C. bc BC", after_christ[] = "a.d. A.D. ad AD";

static bool is_within(const struct digits *digits, int least, int most)
{
  int value = digits_value(digits);
  return digits->count <= 2 && value >= least && value <= most;
}

static bool is_year_of_now(const struct digits *digits)
{
  int value = digits_value(digits);
  return digits->count == 4 && value >= 1900 && value <= 2100;
}

static bool is_padded(const struct digits *digits)
{
  return digits->count == 2 && digits->of[0] == '0';
}

size_t day_read(const struct line *line, size_t at, unsigned separator, struct day *day)
{
  bool reads = line_digits(line, at, &day->month) && is_within(&day->month, 1, 12) &&
               line_at(line, day->month.to) == separator &&
               line_digits(line, line_next(line, day->month.to), &day->day) && is_within(&day->day, 1, 31) &&
               line_at(line, day->day.to) != separator;
  return reads ? day->day.to : 0;
}

void day_say(struct buffer *said, const struct line *line, const struct day *day)
{
  words_number(said, line->tongue, day->month.of, TWO_AS_NUMBER);
  buffer_add_text(said, "月");
  words_number(said, line->tongue, day->day.of, TWO_AS_NUMBER);
  buffer_add_text(said, "日");
}

// "08-08-2008", "08.2008", "2026/08", "2008.08".
static size_t with_year(const struct line *line, size_t at, struct rewrite *words)
{
  struct digits part[3], *year, *month, *day = NULL;
  struct buffer said = {0};
  if (!line_digits(line, at, &part[0]))
    return 0;
  unsigned separator = line_at(line, part[0].to);
  if ((separator != '-' && separator != '/' && separator != '.') ||
      !line_digits(line, line_next(line, part[0].to), &part[1]))
    return 0;
  bool three = line_at(line, part[1].to) == separator && line_digits(line, line_next(line, part[1].to), &part[2]);
  size_t last = three ? 2 : 1;
  bool year_first = !three && is_year_of_now(&part[0]);
  year = year_first ? &part[0] : &part[last];
  month = year_first ? &part[1] : &part[0];
  if (three) {
    bool day_first = digits_value(&part[0]) > 12;
    month = &part[day_first ? 1 : 0];
    day = &part[day_first ? 0 : 1];
  }
  bool is_decimal = separator == '.' && month->count < 2;
  if (!is_year_of_now(year) || !is_within(month, 1, 12) || (day && !is_within(day, 1, 31)) ||
      (!three && (is_decimal || separator == '-' || amount_follows(line, part[last].to))))
    return 0;
  words_digits(&said, line->tongue, year->of, false);
  buffer_add_text(&said, "年");
  if (day)
    day_say(&said, line, &(struct day){*month, *day});
  else {
    words_number(&said, line->tongue, month->of, TWO_AS_NUMBER);
    buffer_add_text(&said, "月");
  }
  rewrite_take(words, at, part[last].to, &said);
  return part[last].to;
}

// "5.12护士节", but not "10.1节课".
static bool is_feast(const struct line *line, size_t at)
{
  for (int i = 0; i < 4 && is_han(line_at(line, at)); i++) {
    at = line_next(line, at);
    if (line_match(line, at, "节 節"))
      return true;
  }
  return false;
}

// Nobody's fraction: 12/25, 08/08.
static bool is_plainly_day(const struct line *line, const struct day *day, unsigned separator)
{
  bool big = digits_value(&day->month) >= 10 && digits_value(&day->day) > 12;
  return separator == '/' && (big || is_padded(&day->month) || is_padded(&day->day)) &&
         !amount_follows(line, day->day.to);
}

size_t rule_day(const struct line *line, size_t at, struct rewrite *words)
{
  struct day first, second;
  struct buffer said = {0};
  size_t end = with_year(line, at, words);
  struct digits figure;
  if (end || !line_digits(line, at, &figure))
    return end;
  unsigned separator = line_at(line, figure.to);
  if ((separator != '/' && separator != '.') || !(end = day_read(line, at, separator, &first)))
    return 0;
  size_t dash = line_dash(line, end), until = dash ? day_read(line, dash, separator, &second) : 0;
  size_t last = until ? until : end;
  bool is_said = line_match(line, line_past_spaces(line, last), after_day) ||
                 (!amount_follows(line, last) && is_feast(line, last));
  if (!is_said && !line_ends(line, at, before_day) && !is_plainly_day(line, &first, separator))
    return 0;
  day_say(&said, line, &first);
  if (until) {
    buffer_add_text(&said, "到");
    day_say(&said, line, &second);
  }
  rewrite_take(words, at, last, &said);
  return last;
}

// The letters behind a year, or behind a year and its month; 0: there are none.
static size_t letters_after(const struct line *line, size_t at, const char *letters)
{
  at = line_past_spaces(line, at);
  size_t length = line_match(line, at, letters);
  return length && !is_letter(line_at(line, at + length)) ? at + length : 0;
}

// "公元前202年", "2334bc", "1823年3月bc".
size_t rule_era(const struct line *line, size_t at, struct rewrite *words)
{
  struct digits year, month;
  struct buffer said = {0};
  if (!line_digits(line, at, &year) || year.count > 4)
    return 0;
  if (line_ends(line, at, "公元前 公元 纪元 西元 西元前")) {
    words_digits(&said, line->tongue, year.of, false);
    rewrite_take(words, at, year.to, &said);
    return year.to;
  }
  size_t named = line_match(line, year.to, "年"), end = year.to + named;
  bool has_month = named && line_digits(line, end, &month) && line_match(line, month.to, "月");
  if (has_month)
    end = month.to + line_match(line, month.to, "月");
  size_t before = letters_after(line, end, before_christ), after = letters_after(line, end, after_christ);
  if (!before && !after)
    return 0;
  buffer_add_text(&said, before ? "公元前" : "公元");
  words_digits(&said, line->tongue, year.of, false);
  buffer_add_text(&said, "年");
  if (has_month) {
    words_number(&said, line->tongue, month.of, TWO_AS_NUMBER);
    buffer_add_text(&said, "月");
  }
  rewrite_take(words, at, before ? before : after, &said);
  return before ? before : after;
}
