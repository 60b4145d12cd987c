// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/normal.h"

#include "voice/normal_rules.h"

#include <string.h>

typedef size_t rule(const struct line *line, size_t at, struct rewrite *words);

// What may begin with a digit, and what with anything else; each list ends in NULL.
struct rules {
  rule *const *figures, *const *signs;
};

static const struct rules chinese = {
    (rule *const[]){rule_lunar,     rule_era,     rule_date,    rule_day,     rule_decade,   rule_clock,
                    rule_telephone, rule_room,    rule_version, rule_degrees, rule_pressure, rule_fraction,
                    rule_ratio,     rule_percent, rule_money,   rule_code,    rule_mixed,    rule_dose,
                    rule_half,      rule_measure, rule_number,  NULL},
    (rule *const[]){rule_money, rule_dash, rule_minus, rule_letters, rule_sign, NULL}};
static const struct rules of_english = {(rule *const[]){english_date, english_clock, rule_telephone, rule_room,
                                                        english_share, rule_code, english_measure, NULL},
                                        (rule *const[]){english_money, english_between, NULL}};

static size_t ask(rule *const *rules, const struct line *line, size_t at, struct rewrite *words)
{
  size_t end = 0;
  for (; *rules && !end; rules++)
    end = (*rules)(line, at, words);
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

static void say(const struct rules *rules, const struct line *line, struct rewrite *words)
{
  size_t kept = 0;
  for (size_t at = 0; at < line->size;) {
    struct rewrite said = {0};
    size_t end = ask(is_digit(line_at(line, at)) ? rules->figures : rules->signs, line, at, &said);
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
  bool is_english = strncmp(locale, "en", 2) == 0;
  line.tongue = is_english ? &english : strncmp(locale, "zh_HK", 5) == 0 ? &cantonese : &mandarin;
  say(is_english ? &of_english : &chinese, &line, words);
}
