// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/normal_line.h"

#include <stdlib.h>
#include <string.h>

#define FAR_ENOUGH 40 // bytes back for a word that tells what a number is

unsigned line_at(const struct line *line, size_t at)
{
  const char *here = line->text + at;
  unsigned character = at < line->size ? text_next(&here) : 0;
  return character >= 0xff01 && character <= 0xff5e ? character - 0xff01 + '!' : character;
}

size_t line_next(const struct line *line, size_t at)
{
  const char *here = line->text + at;
  if (at < line->size)
    text_next(&here);
  return (size_t)(here - line->text);
}

static size_t previous(const struct line *line, size_t at)
{
  do
    at--;
  while (at > 0 && ((unsigned char)line->text[at] & 0xc0) == 0x80);
  return at;
}

unsigned line_before(const struct line *line, size_t at)
{
  return at == 0 ? 0 : line_at(line, previous(line, at));
}

static bool is_space(unsigned character)
{
  return character == ' ' || character == 0xa0 || character == 0x3000;
}

size_t line_past_spaces(const struct line *line, size_t at)
{
  while (is_space(line_at(line, at)))
    at = line_next(line, at);
  return at;
}

bool is_digit(unsigned character)
{
  return character >= '0' && character <= '9';
}

bool is_letter(unsigned character)
{
  return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
}

bool is_han(unsigned character)
{
  return (character >= 0x3400 && character <= 0x9fff) || (character >= 0x20000 && character <= 0x3ffff);
}

size_t line_match(const struct line *line, size_t at, const char *list)
{
  size_t longest = 0;
  for (; *list; list += strspn(list, " ")) {
    size_t length = strcspn(list, " ");
    if (length > longest && strncmp(line->text + at, list, length) == 0)
      longest = length;
    list += length;
  }
  return longest;
}

static bool ends_at(const struct line *line, size_t at, const char *list)
{
  for (; *list; list += strspn(list, " ")) {
    size_t length = strcspn(list, " ");
    if (length <= at && strncmp(line->text + at - length, list, length) == 0)
      return true;
    list += length;
  }
  return false;
}

bool line_ends(const struct line *line, size_t at, const char *list)
{
  while (at > 0 && (is_space(line_before(line, at)) || line_before(line, at) == ':'))
    at = previous(line, at);
  return ends_at(line, at, list);
}

static bool ends_clause(unsigned character)
{
  return character == ',' || character == ';' || character == '!' || character == '?' || character == 0x3002;
}

bool line_earlier(const struct line *line, size_t at, const char *list)
{
  size_t least = at > FAR_ENOUGH ? at - FAR_ENOUGH : 0;
  while (at > least && !ends_clause(line_before(line, at))) {
    if (ends_at(line, at, list))
      return true;
    at = previous(line, at);
  }
  return false;
}

bool line_digits(const struct line *line, size_t at, struct digits *digits)
{
  *digits = (struct digits){.from = at, .to = at};
  for (; is_digit(line_at(line, digits->to)); digits->to = line_next(line, digits->to)) {
    if (digits->count == MOST_DIGITS)
      return false;
    digits->of[digits->count++] = (char)line_at(line, digits->to);
  }
  return digits->count > 0;
}

int digits_value(const struct digits *digits)
{
  return digits->count > 9 ? -1 : atoi(digits->of);
}

// ",234" more of the figure.
static bool add_group(const struct line *line, struct figure *figure)
{
  struct digits group;
  if (line_at(line, figure->to) != ',' || !line_digits(line, line_next(line, figure->to), &group) || group.count != 3 ||
      figure->whole.count + 3 > MOST_DIGITS)
    return false;
  memcpy(figure->whole.of + figure->whole.count, group.of, 4);
  figure->whole.count += 3;
  figure->to = figure->whole.to = group.to;
  return true;
}

bool line_figure(const struct line *line, size_t at, struct figure *figure)
{
  struct digits fraction;
  *figure = (struct figure){.from = at};
  if (!line_digits(line, at, &figure->whole))
    return false;
  figure->to = figure->whole.to;
  while (figure->whole.count - (figure->grouped ? 3 : 0) <= 3 || figure->grouped) {
    if (!add_group(line, figure))
      break;
    figure->grouped = true;
  }
  if (line_at(line, figure->to) == '.' && line_digits(line, line_next(line, figure->to), &fraction)) {
    memcpy(figure->fraction, fraction.of, sizeof figure->fraction);
    figure->to = fraction.to;
  }
  return true;
}

size_t line_dash(const struct line *line, size_t at)
{
  at = line_past_spaces(line, at);
  unsigned dash = line_at(line, at);
  bool is_dash = dash == '-' || dash == '~' || (dash >= 0x2010 && dash <= 0x2015) || dash == 0x301c || dash == 0x223c;
  size_t after = line_past_spaces(line, line_next(line, at));
  bool below_zero = dash != '-' && line_at(line, after) == '-' && is_digit(line_at(line, after + 1));
  return is_dash && (is_digit(line_at(line, after)) || below_zero) ? after : 0;
}
