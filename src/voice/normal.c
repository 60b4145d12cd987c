// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/normal.h"

#include "voice/normal_rules.h"

#include <string.h>

typedef size_t rule(const struct line *line, size_t at, struct rewrite *words);

static rule *const of_figures[] = {rule_lunar,   rule_date,     rule_clock,    rule_telephone, rule_room,
                                   rule_version, rule_pressure, rule_fraction, rule_ratio,     rule_percent,
                                   rule_money,   rule_code,     rule_half,     rule_measure,   rule_number};
static rule *const of_signs[] = {rule_money, rule_dash, rule_minus, rule_letters, rule_sign};

static size_t ask(rule *const *rules, size_t count, const struct line *line, size_t at, struct rewrite *words)
{
  size_t end = 0;
  for (size_t i = 0; i < count && !end; i++)
    end = rules[i](line, at, words);
  return end;
}

// What no rule knows: a run of digits whole, so that none begins in its middle.
static size_t past_unknown(const struct line *line, size_t at)
{
  size_t next = line_next(line, at);
  while (is_digit(line_at(line, at)) && is_digit(line_at(line, next)))
    next = line_next(line, next);
  return next;
}

static void say_chinese(const struct line *line, struct rewrite *words)
{
  size_t kept = 0;
  for (size_t at = 0; at < line->size;) {
    struct rewrite said = {0};
    bool figure = is_digit(line_at(line, at));
    size_t end = figure ? ask(of_figures, sizeof of_figures / sizeof *of_figures, line, at, &said)
                        : ask(of_signs, sizeof of_signs / sizeof *of_signs, line, at, &said);
    if (end) {
      rewrite_keep(words, line->text, kept, at);
      rewrite_append(words, &said);
      kept = end;
    }
    rewrite_free(&said);
    at = end ? end : past_unknown(line, at);
  }
  rewrite_keep(words, line->text, kept, line->size);
}

void normal_words(const char *text, const char *locale, struct rewrite *words)
{
  struct line line = {.text = text, .size = strlen(text)};
  line.tongue = strncmp(locale, "zh_HK", 5) == 0 ? &cantonese : &mandarin;
  if (strncmp(locale, "zh", 2) == 0)
    say_chinese(&line, words);
  else
    rewrite_keep(words, text, 0, line.size);
}
