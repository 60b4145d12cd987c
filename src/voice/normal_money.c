// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/normal_amount.h"
#include "voice/normal_rules.h"

#include <string.h>

static const struct currency {
  const char *signs, *words; // words NULL: the yuan, or the dollar of Hong Kong where people say so
} currencies[] = {{"¥ ￥ RMB CNY", NULL}, {"HK$ HKD", "港元"}, {"US$ USD $ ＄", "美元"},
                  {"€ EUR", "欧元"},      {"£ GBP", "英镑"},   {"JPY", "日元"}};
#define CURRENCIES (sizeof currencies / sizeof *currencies)

static const struct currency *currency_at(const struct line *line, size_t at, size_t *length)
{
  for (size_t i = 0; i < CURRENCIES; i++)
    if ((*length = line_match(line, at, currencies[i].signs)) > 0)
      return &currencies[i];
  return NULL;
}

// The word after the figure: 元, or 块 as people say.
static size_t yuan_after(const struct line *line, size_t at)
{
  size_t length = line_match(line, at, "元 圆 圓 蚊 块 塊");
  return length > 0 && !line_match(line, at + length, "人民币 人民幣 整") ? length : 0;
}

static void say_digit(struct buffer *said, const struct line *line, char digit)
{
  words_digits(said, line->tongue, (char[]){digit, '\0'}, false);
}

// The jiao and fen of an amount with yuan: 十二块五, 十二块零五分, 十二块五毛五分.
static void say_change(struct buffer *said, const struct line *line, char jiao, char fen)
{
  const struct tongue *tongue = line->tongue;
  bool only_jiao = fen == '0' && jiao != '0';
  buffer_add_text(said, only_jiao ? tongue->yuan_before_jiao : tongue->yuan);
  if (only_jiao && jiao == '5')
    buffer_add_text(said, tongue->half_yuan);
  else if (jiao != '0' || fen != '0')
    say_digit(said, line, jiao);
  if (fen == '0')
    return;
  if (jiao != '0')
    buffer_add_text(said, tongue->jiao);
  say_digit(said, line, fen);
  buffer_add_text(said, "分");
}

static void say_coins(struct buffer *said, const struct line *line, char jiao, char fen)
{
  if (jiao != '0') {
    buffer_add_text(said, jiao == '2' ? "两" : "");
    if (jiao != '2')
      say_digit(said, line, jiao);
    buffer_add_text(said, line->tongue->jiao);
  }
  if (fen != '0') {
    say_digit(said, line, fen);
    buffer_add_text(said, "分");
  }
}

static bool is_nothing(const char *digits)
{
  return digits[strspn(digits, "0")] == '\0';
}

static void say_yuan(struct buffer *said, const struct line *line, const struct figure *figure)
{
  char jiao = *figure->fraction ? figure->fraction[0] : '0';
  char fen = jiao && strlen(figure->fraction) > 1 ? figure->fraction[1] : '0';
  if (strlen(figure->fraction) > 2) {
    words_figure(said, line->tongue, figure, TWO_OF_THINGS);
    buffer_add_text(said, line->tongue->yuan);
  } else if (is_nothing(figure->whole.of) && !is_nothing(figure->fraction)) {
    say_coins(said, line, jiao, fen);
  } else {
    words_figure(said, line->tongue, &(struct figure){.whole = figure->whole}, TWO_OF_THINGS);
    say_change(said, line, jiao, fen);
  }
}

// "3.5万" of a currency, and other people's money.
static size_t say_foreign(struct buffer *said, const struct line *line, const struct currency *currency,
                          const struct figure *figure)
{
  size_t scale = line_match(line, figure->to, "万亿 萬億 万 亿 萬 億");
  words_figure(said, line->tongue, figure, TWO_OF_THINGS);
  buffer_add(said, line->text + figure->to, scale);
  buffer_add_text(said, currency->words ? currency->words : "元");
  return figure->to + scale;
}

// "¥12.50", "US$3万". A range has the sign once: "¥10-20".
static size_t with_sign(const struct line *line, size_t at, struct rewrite *words)
{
  struct figure figure, second;
  struct buffer said = {0};
  size_t length;
  const struct currency *currency = currency_at(line, at, &length);
  if (!currency || !line_figure(line, line_past_spaces(line, at + length), &figure))
    return 0;
  bool at_home = !currency->words || (line->tongue == &cantonese && strncmp(line->text + at, "US", 2) != 0 &&
                                      (*currency->signs == 'H' || line->text[at] == '$'));
  if (line_match(line, figure.to, "万 亿 萬 億") || !at_home) {
    size_t end = say_foreign(&said, line, currency, &figure);
    rewrite_take(words, at, end, &said);
    return end;
  }
  if (amount_end(line, &figure, &second) != figure.to)
    words_figure(&said, line->tongue, &figure, TWO_OF_THINGS);
  if (second.to)
    buffer_add_text(&said, "到");
  say_yuan(&said, line, second.to ? &second : &figure);
  size_t end = second.to ? second.to : figure.to;
  end += yuan_after(line, end);
  rewrite_take(words, at, end, &said);
  return end;
}

size_t rule_money(const struct line *line, size_t at, struct rewrite *words)
{
  struct figure figure;
  struct buffer said = {0};
  if (!is_digit(line_at(line, at)))
    return with_sign(line, at, words);
  if (!line_figure(line, at, &figure))
    return 0;
  size_t word = line_past_spaces(line, figure.to), yuan = yuan_after(line, word);
  if (!yuan)
    return 0;
  say_yuan(&said, line, &figure);
  rewrite_take(words, at, word + yuan, &said);
  return word + yuan;
}
