// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/normal_amount.h"
#include "voice/normal_rules.h"

#include <string.h>

// Two figures with a sign between them.
struct pair {
  struct digits first, second;
};

static bool read_pair(const struct line *line, size_t at, const char *between, struct pair *pair)
{
  if (!line_digits(line, at, &pair->first))
    return false;
  size_t sign = line_past_spaces(line, pair->first.to), length = line_match(line, sign, between);
  return length > 0 && line_digits(line, line_past_spaces(line, sign + length), &pair->second);
}

static bool within(const struct digits *digits, int least, int most)
{
  int value = digits_value(digits);
  return value >= least && value <= most;
}

// 130/80: nobody's fraction.
size_t rule_pressure(const struct line *line, size_t at, struct rewrite *words)
{
  struct pair pair;
  struct buffer high = {0}, low = {0};
  bool home = line->tongue == &mandarin;
  if (!read_pair(line, at, "/ ／", &pair) || !within(&pair.first, 60, 260) || !within(&pair.second, 30, 160) ||
      digits_value(&pair.first) <= digits_value(&pair.second) || line_at(line, pair.second.to) == '/')
    return 0;
  buffer_add_text(&high, home ? "高压" : "上压");
  words_number(&high, line->tongue, pair.first.of, TWO_AS_NUMBER);
  rewrite_take(words, at, pair.first.to, &high);
  buffer_add_text(&low, home ? "，低压" : "，下压");
  words_number(&low, line->tongue, pair.second.of, TWO_AS_NUMBER);
  rewrite_take(words, pair.first.to, pair.second.to, &low);
  size_t end;
  const struct unit *unit = unit_at(line, pair.second.to, &end);
  if (!unit)
    return pair.second.to;
  rewrite_put(words, pair.second.to, end, unit->after);
  return end;
}

size_t rule_fraction(const struct line *line, size_t at, struct rewrite *words)
{
  struct pair pair;
  struct buffer said = {0};
  if (!read_pair(line, at, "/ ／", &pair) || pair.first.to + 1 > pair.second.from || !within(&pair.first, 1, 999) ||
      !within(&pair.second, 2, 1000) || digits_value(&pair.first) >= digits_value(&pair.second) ||
      line_at(line, pair.second.to) == '/')
    return 0;
  words_number(&said, line->tongue, pair.second.of, TWO_AS_NUMBER);
  buffer_add_text(&said, "分之");
  words_number(&said, line->tongue, pair.first.of, TWO_AS_NUMBER);
  rewrite_take(words, at, pair.second.to, &said);
  return pair.second.to;
}

// "12℃/3℃", "-2/8℃": how warm and how cold it gets. The second figure is left to the rules.
size_t rule_degrees(const struct line *line, size_t at, struct rewrite *words)
{
  struct figure first, second;
  struct buffer said = {0};
  size_t sign, end;
  if (!line_figure(line, at, &first))
    return 0;
  const struct unit *own = unit_at(line, first.to, &sign);
  if (!own)
    sign = first.to;
  size_t after = sign + line_match(line, sign, "/ ／"), figure = after + line_match(line, after, "- − –");
  if (after == sign || !line_figure(line, figure, &second))
    return 0;
  const struct unit *unit = unit_at(line, second.to, &end);
  if (!unit || !strstr(unit->after, "度") || (own && own != unit))
    return 0;
  words_figure(&said, line->tongue, &first, TWO_OF_THINGS);
  rewrite_take(words, at, first.to, &said);
  if (own)
    rewrite_put(words, first.to, sign, own->after);
  rewrite_put(words, sign, after, "到");
  return after;
}

// "3:2" as a result, "3x2" as a size. The second figure is left to the rules.
size_t rule_ratio(const struct line *line, size_t at, struct rewrite *words)
{
  struct pair pair;
  struct buffer said = {0};
  bool versus = read_pair(line, at, ": ：", &pair);
  if (!versus && !read_pair(line, at, "x X × * ✕", &pair))
    return 0;
  words_number(&said, line->tongue, pair.first.of, TWO_AS_NUMBER);
  rewrite_take(words, at, pair.first.to, &said);
  rewrite_put(words, pair.first.to, pair.second.from, versus ? "比" : "乘");
  return pair.second.from;
}
