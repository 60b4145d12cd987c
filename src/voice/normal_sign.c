// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/normal_amount.h"
#include "voice/normal_rules.h"

#include <string.h>

#define LONGEST_LETTERS 6 // of what is spelt: CCTV; longer ones are words

// Between two figures, with their units or without: "8:00-9:30", "60%~80%", "3元-5元".
size_t rule_dash(const struct line *line, size_t at, struct rewrite *words)
{
  unsigned before = line_before(line, at);
  size_t after = line_dash(line, at);
  bool ends_amount = is_digit(before) || before == '%' || before == 0x2103 || is_han(before);
  if (!after || !ends_amount)
    return 0;
  if (is_han(before) && !line_ends(line, at, "元 块 点 分 日 号 月 年 度 岁 楼 层 周 天 斤 人 级 岁 點 號 歲 樓 層"))
    return 0;
  rewrite_put(words, at, after, "到");
  return after;
}

// Of "-10~-2℃" the byte after the second.
static size_t last_figure(const struct line *line, const struct figure *figure)
{
  struct figure second;
  size_t end, dash = line_dash(line, figure->to), slash = line_match(line, figure->to, "/ ／");
  if (slash && line_figure(line, figure->to + slash, &second) && unit_at(line, second.to, &end))
    return second.to;
  if (dash && line_at(line, dash) == '-')
    dash++;
  return dash && line_figure(line, dash, &second) ? second.to : figure->to;
}

size_t rule_minus(const struct line *line, size_t at, struct rewrite *words)
{
  struct figure figure;
  unsigned here = line_at(line, at), before = line_before(line, at);
  size_t after = line_next(line, at);
  if ((here != '-' && here != 0x2212 && here != 0x2013) || is_letter(before) || is_digit(before) || before == here)
    return 0;
  bool is_money = line_match(line, after, "¥ ￥ $") > 0;
  if (line_match(line, after, "百分之 千分之")) {
    rewrite_put(words, at, after, "负");
    return after;
  }
  if (!is_money && !line_figure(line, after, &figure))
    return 0;
  size_t end, last = is_money ? after : last_figure(line, &figure);
  const struct unit *unit = is_money ? NULL : unit_at(line, last, &end);
  bool cold = (unit && strcmp(unit->after, "度") == 0) || (!is_money && line_match(line, last, "度"));
  if (is_han(before) && !cold && !line_ends(line, at, "算 是 为 為 得 于 於 到 减 减去 加 乘 除以") && !is_money &&
      !amount_follows(line, figure.to))
    return 0;
  rewrite_put(words, at, after, cold ? "零下" : "负");
  return after;
}

// "15元/斤" is 十五块一斤, "300元/月" 三百块一个月, "2片/天" every day.
static size_t per(const struct line *line, size_t at, struct rewrite *words)
{
  size_t after = line_next(line, at), length = line_match(line, after, "人 月 小时 小時 星期");
  unsigned before = line_before(line, at);
  if (is_letter(before) && line_match(line, after, "次 天 日 周 週")) {
    rewrite_put(words, at, after, "每");
    return after;
  }
  bool yuan_sign = is_digit(before) && line_earlier(line, at, "¥ ￥");
  if ((!is_han(before) && !yuan_sign) || (!length && !line_match(line, after, counts_things)))
    return 0;
  bool price = yuan_sign || line_ends(line, at, "元 块 蚊 塊");
  rewrite_put(words, at, after, price ? length ? "一个" : "一" : "每");
  return after;
}

// "3#-501", "3#楼": the house.
static size_t number_sign(const struct line *line, size_t at, struct rewrite *words)
{
  size_t after = line_next(line, at), dash = line_dash(line, after);
  rewrite_put(words, at, after, "号");
  if (dash)
    rewrite_put(words, after, dash, "楼");
  return dash ? dash : after;
}

static bool beside_figure_of_two(const struct line *line, size_t at)
{
  return is_digit(line_before(line, at)) || is_digit(line_at(line, line_past_spaces(line, at + 2)));
}

size_t rule_sign(const struct line *line, size_t at, struct rewrite *words)
{
  unsigned here = line_at(line, at), before = line_before(line, at);
  size_t after = line_next(line, at);
  if (here == '/')
    return per(line, at, words);
  bool beside_figure = is_digit(before) || is_digit(line_at(line, line_past_spaces(line, after)));
  // "+86 138…": the country's number is said figure by figure.
  if (here == '+' && line_match(line, after, "86 852 853 886")) {
    size_t end = after;
    rewrite_put(words, at, after, "加");
    for (size_t next; is_digit(line_at(line, end)) && end < after + (line_at(line, after + 1) == '6' ? 2 : 3);
         end = next) {
      struct buffer said = {0};
      next = line_next(line, end);
      words_digits(&said, line->tongue, (char[]){(char)line_at(line, end), '\0'}, true);
      rewrite_take(words, end, next, &said);
    }
    size_t past = end + line_match(line, end, "- –");
    past = line_past_spaces(line, past);
    rewrite_put(words, end, past, line->tongue->pause);
    return past;
  }
  if (here == '+' && is_digit(line_at(line, after))) {
    rewrite_put(words, at, after, "加");
    return after;
  }
  if (here == 0xd7 && !is_digit(before)) {
    rewrite_put(words, at, after, "，");
    return after;
  }
  if (line_match(line, at, ">= <=") && beside_figure_of_two(line, at)) {
    rewrite_put(words, at, after + 1, here == '>' ? "大于等于" : "小于等于");
    return after + 1;
  }
  if (here == '#' && is_digit(before))
    return number_sign(line, at, words);
  for (int i = 0; i < sign_count; i++)
    if (signs[i].character == here && (here >= 0x80 || beside_figure || here == '&')) {
      rewrite_put(words, at, after, signs[i].words);
      return after;
    }
  return 0;
}

// Capital letters are spelt, each a word of its own: the voice knows their names. "No.5" is a number.
size_t rule_letters(const struct line *line, size_t at, struct rewrite *words)
{
  size_t number = line_match(line, at, "No. NO. no. №");
  if (number && is_digit(line_at(line, line_past_spaces(line, at + number)))) {
    rewrite_put(words, at, at + number, "第");
    return line_past_spaces(line, at + number);
  }
  size_t end = at;
  int count = 0;
  for (; line_at(line, end) >= 'A' && line_at(line, end) <= 'Z'; count++)
    end = line_next(line, end);
  if (count == 0 || count > LONGEST_LETTERS || is_letter(line_before(line, at)) || is_letter(line_at(line, end)) ||
      line_match(line, at, "OK") == end - at)
    return 0;
  for (size_t i = at, next; i < end; i = next) {
    next = line_next(line, i);
    char letter[] = {(char)line_at(line, i), line_at(line, next) ? ' ' : '\0', '\0'};
    rewrite_put(words, i, next, letter);
  }
  // "CCTV-1": no minus, nor a range.
  return line_at(line, end) == '-' && is_digit(line_at(line, end + 1)) ? end + 1 : end;
}
