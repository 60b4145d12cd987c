// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/normal_amount.h"

#include "voice/normal_rules.h"

#include <string.h>

const struct unit *unit_of(const struct unit *table, int count, const struct line *line, size_t at, size_t *end)
{
  const struct unit *found = NULL;
  size_t longest = 0;
  at = line_past_spaces(line, at);
  for (int i = 0; i < count; i++) {
    size_t length = strlen(table[i].sign);
    if (length > longest && strncmp(line->text + at, table[i].sign, length) == 0) {
      longest = length;
      found = &table[i];
    }
  }
  *end = at + longest;
  // "5min", but not the m of "5mall"; "5m/s", but not the m of "5m/x".
  if (!found || is_letter(line_at(line, *end)) || is_digit(line_at(line, *end)))
    return NULL;
  return found;
}

const struct unit *unit_at(const struct line *line, size_t at, size_t *end)
{
  return unit_of(units, unit_count, line, at, end);
}

bool amount_follows(const struct line *line, size_t at)
{
  size_t end;
  at = line_past_spaces(line, at);
  unsigned here = line_at(line, at);
  return here == '%' || here == 0x2030 || unit_at(line, at, &end) || line_match(line, at, counts_things) ||
         (line_match(line, at, counts_in_order) && !line_match(line, at, names_places));
}

size_t amount_end(const struct line *line, const struct figure *figure, struct figure *second)
{
  size_t after = line_dash(line, figure->to);
  *second = (struct figure){0};
  return after && line_figure(line, after, second) ? second->to : figure->to;
}

// "8-10": eight to ten, with what is common before the first or after the second.
static void say_both(struct buffer *said, const struct line *line, const struct figure *first,
                     const struct figure *second, enum two two)
{
  words_figure(said, line->tongue, first, two);
  if (second->to == 0)
    return;
  buffer_add_text(said, "到");
  words_figure(said, line->tongue, second, two);
}

size_t rule_percent(const struct line *line, size_t at, struct rewrite *words)
{
  struct figure figure, second;
  struct buffer said = {0};
  if (!line_figure(line, at, &figure))
    return 0;
  size_t end = line_past_spaces(line, amount_end(line, &figure, &second));
  unsigned sign = line_at(line, end);
  if (sign != '%' && sign != 0x2030)
    return 0;
  buffer_add_text(&said, sign == '%' ? "百分之" : "千分之");
  say_both(&said, line, &figure, &second, TWO_AS_NUMBER);
  rewrite_take(words, at, line_next(line, end), &said);
  return line_next(line, end);
}

static const char halved[] = "斤 天 年 片 粒 颗 顆 碗 块 塊 杯 瓶 袋 包 份 升 公斤 公里 里";

// "0.5片/次" is 每次半片, "1.5片/次" 每次一片半.
size_t rule_dose(const struct line *line, size_t at, struct rewrite *words)
{
  struct figure figure;
  struct buffer said = {0};
  size_t end;
  if (!line_figure(line, at, &figure) || strcmp(figure.fraction, "5") != 0)
    return 0;
  const struct unit *unit = unit_at(line, figure.to, &end);
  if (!unit || !*unit->before || line_match(line, line_past_spaces(line, figure.to), halved) != strlen(unit->after))
    return 0;
  bool less_than_one = digits_value(&figure.whole) == 0;
  buffer_add_text(&said, unit->before);
  if (less_than_one)
    buffer_add_text(&said, "半");
  else
    words_figure(&said, line->tongue, &(struct figure){.whole = figure.whole}, TWO_OF_THINGS);
  rewrite_take(words, at, figure.to, &said);
  buffer_add_text(&said, unit->after);
  buffer_add_text(&said, less_than_one ? "" : "半");
  rewrite_take(words, figure.to, end, &said);
  return end;
}

// "1½片" is 一片半; "2¼杯" 二又四分之一杯.
size_t rule_mixed(const struct line *line, size_t at, struct rewrite *words)
{
  struct figure figure;
  struct buffer said = {0};
  if (!line_figure(line, at, &figure) || !line_match(line, figure.to, "½ ¼ ¾ ⅓ ⅔"))
    return 0;
  size_t after = line_next(line, figure.to), measure = line_match(line, after, halved);
  bool half = measure && line_match(line, figure.to, "½");
  words_figure(&said, line->tongue, &figure, half ? TWO_OF_THINGS : TWO_AS_NUMBER);
  buffer_add_text(&said, half ? "" : "又");
  rewrite_take(words, at, half ? after : figure.to, &said);
  if (!half)
    return figure.to;
  rewrite_keep(words, line->text, after, after + measure);
  rewrite_put(words, after, after + measure, "半");
  return after + measure;
}

// "2.5小时" is 两个半小时, "0.5片" half a tablet.
size_t rule_half(const struct line *line, size_t at, struct rewrite *words)
{
  static const char with_ge[] = "小时 小時 钟头 鐘頭 月";
  struct figure figure;
  struct buffer said = {0};
  if (!line_figure(line, at, &figure) || strcmp(figure.fraction, "5") != 0 || line_dash(line, figure.to))
    return 0;
  size_t measure = line_past_spaces(line, figure.to);
  size_t ge = line_match(line, measure, "个 個"), word = measure + ge;
  size_t length = line_match(line, word, ge ? with_ge : halved), lone = line_match(line, measure, with_ge);
  bool is_thing = ge || length || lone;
  if (!is_thing || (line_match(line, measure, "公斤 公里 升 里") && digits_value(&figure.whole) > 0))
    return 0;
  if (digits_value(&figure.whole) != 0)
    words_figure(&said, line->tongue, &(struct figure){.whole = figure.whole}, TWO_OF_THINGS);
  bool half_first = digits_value(&figure.whole) == 0;
  if (half_first)
    buffer_add_text(&said, "半");
  if (ge || lone) {
    buffer_add_text(&said, half_first ? "个" : "个半");
    rewrite_take(words, at, word, &said);
    return word;
  }
  rewrite_take(words, at, figure.to, &said);
  rewrite_keep(words, line->text, measure, measure + length);
  if (!half_first)
    rewrite_put(words, measure, measure + length, "半");
  return measure + length;
}

size_t rule_measure(const struct line *line, size_t at, struct rewrite *words)
{
  struct figure figure, second;
  struct buffer said = {0};
  size_t end;
  if (!line_figure(line, at, &figure))
    return 0;
  size_t figures = amount_end(line, &figure, &second);
  const struct unit *unit = unit_at(line, figures, &end);
  if (!unit)
    return 0;
  buffer_add_text(&said, unit->before);
  say_both(&said, line, &figure, &second, TWO_OF_THINGS);
  rewrite_take(words, at, figures, &said);
  rewrite_put(words, figures, end, unit->after);
  return end;
}

static enum two two_before_what(const struct line *line, size_t at, size_t end)
{
  size_t word = line_past_spaces(line, end), things = line_match(line, word, counts_things);
  // 两两 is nothing; and a word is what its longest form says: 分钟, not 分.
  return things > line_match(line, word, counts_in_order) && !line_match(line, word, "两 兩") &&
                 !line_ends(line, at, "第 农历 農曆")
             ? TWO_OF_THINGS
             : TWO_AS_NUMBER;
}

size_t rule_number(const struct line *line, size_t at, struct rewrite *words)
{
  struct figure figure, second;
  struct buffer said = {0};
  if (!line_figure(line, at, &figure))
    return 0;
  size_t end = amount_end(line, &figure, &second);
  // "08月08日".
  if (figure.whole.count == 2 && figure.whole.of[0] == '0' && figure.whole.of[1] != '0' && !*figure.fraction &&
      line_match(line, figure.to, "月 日 号 號") && !line_ends(line, at, "第")) {
    words_number(&said, line->tongue, figure.whole.of, TWO_AS_NUMBER);
    rewrite_take(words, at, figure.to, &said);
    return figure.to;
  }
  words_figure(&said, line->tongue, &figure, two_before_what(line, at, end));
  rewrite_take(words, at, figure.to, &said);
  return figure.to;
}
