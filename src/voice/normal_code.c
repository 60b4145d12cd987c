// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/normal_code.h"

#include "voice/normal_amount.h"
#include "voice/normal_rules.h"
#include "voice/normal_tables.h"

#include <string.h>

#define MOST_GROUPS 4

void say_aloud(const struct line *line, size_t from, size_t to, const char *pattern, struct rewrite *words)
{
  int left = *pattern ? *pattern - '0' : MOST_DIGITS;
  for (size_t at = from, next; at < to; at = next) {
    struct buffer said = {0};
    char digit[2] = {(char)line_at(line, at)};
    next = line_next(line, at);
    if (!is_digit(line_at(line, at))) {
      rewrite_put(words, at, next, line->tongue->pause);
      continue;
    }
    words_digits(&said, line->tongue, digit, true);
    rewrite_take(words, at, next, &said);
    if (--left == 0 && next < to && *pattern) {
      rewrite_put(words, next, next, line->tongue->pause);
      left = *++pattern ? *pattern - '0' : MOST_DIGITS;
    }
  }
}

// "3-201", "3-2-501": building, stairs, door.
static size_t address(const struct line *line, size_t at, struct rewrite *words)
{
  struct digits part[3];
  int count = 0;
  size_t end = at;
  while (count < 3 && line_digits(line, end, &part[count])) {
    end = part[count++].to;
    if (line_at(line, end) != '-')
      break;
    end = line_next(line, end);
  }
  if (count < 2 || end != part[count - 1].to || part[count - 1].count < 3 || part[count - 1].count > 4 ||
      amount_follows(line, end))
    return 0;
  for (int i = 0; i < count - 1; i++)
    if (part[i].count > 2)
      return 0;
  for (int i = 0; i < count - 1; i++) {
    struct buffer said = {0};
    if (line->tongue == &english)
      buffer_add_text(&said, part[i].of);
    else
      words_number(&said, line->tongue, part[i].of, TWO_AS_NUMBER);
    rewrite_take(words, part[i].from, part[i].to, &said);
    rewrite_put(words, part[i].to, part[i + 1].from, line->tongue->dash);
  }
  say_aloud(line, part[count - 1].from, end, "", words);
  return end;
}

// "201-205室".
static size_t doors(const struct line *line, size_t at, struct rewrite *words)
{
  struct digits first, last;
  if (!line_digits(line, at, &first) || first.count < 3 || first.count > 4)
    return 0;
  size_t after = line_dash(line, first.to);
  if (!after || !line_digits(line, after, &last) || last.count != first.count ||
      !(line_match(line, last.to, names_places) || line_ends(line, at, before_room)) || amount_follows(line, last.to))
    return 0;
  say_aloud(line, at, first.to, "", words);
  rewrite_put(words, first.to, after, "到");
  say_aloud(line, last.from, last.to, "", words);
  return last.to;
}

size_t rule_room(const struct line *line, size_t at, struct rewrite *words)
{
  struct digits door;
  size_t end = line->tongue == &english ? 0 : doors(line, at, words);
  if (!end)
    end = address(line, at, words);
  if (end || !line_digits(line, at, &door) || door.count < 3 || door.count > 4)
    return end;
  size_t place = line_match(line, door.to, names_places);
  bool named = place > 0 || (line_ends(line, at, before_room) && !amount_follows(line, door.to));
  if (!named)
    return 0;
  say_aloud(line, at, door.to, "", words);
  return door.to;
}

size_t rule_version(const struct line *line, size_t at, struct rewrite *words)
{
  struct digits part[MOST_GROUPS];
  struct buffer said = {0};
  int count = 0;
  size_t end = at;
  while (count < MOST_GROUPS && line_digits(line, end, &part[count])) {
    end = part[count++].to;
    if (line_at(line, end) != '.' || !is_digit(line_at(line, line_next(line, end))))
      break;
    end = line_next(line, end);
  }
  if (count < 3)
    return 0;
  for (int i = 0; i < count; i++) {
    buffer_add_text(&said, i > 0 ? "点" : "");
    words_digits(&said, line->tongue, part[i].of, false);
  }
  rewrite_take(words, at, part[count - 1].to, &said);
  return part[count - 1].to;
}

static const char *code_pattern(int count)
{
  return count == 6 ? "33" : count == 8 ? "44" : count > 8 ? "44444444" : "";
}

// A long figure that is an amount all the same: 第1000000, 2000000, or nothing else in the whole sentence.
static bool is_counted(const struct line *line, const struct digits *digits)
{
  bool round = digits->count > 3 && strspn(digits->of + digits->count - 3, "0") == 3;
  bool all = digits->from == 0 && digits->to == line->size;
  return digits->of[0] != '0' && (line_ends(line, digits->from, "第") || (digits->count <= 13 && (round || all)));
}

// After letters ("G7301"), after a word that says so, or too long to be counted.
size_t rule_code(const struct line *line, size_t at, struct rewrite *words)
{
  struct figure figure;
  if (!line_figure(line, at, &figure) || figure.grouped || *figure.fraction || figure.whole.count < 3)
    return 0;
  bool lettered = is_letter(line_before(line, at)), named = lettered || line_earlier(line, at, before_code);
  if (!lettered && amount_follows(line, figure.to))
    return 0;
  if (!named && (figure.whole.count < 7 || is_counted(line, &figure.whole)))
    return 0;
  say_aloud(line, at, figure.to, code_pattern(figure.whole.count), words);
  return figure.to;
}
