// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/normal_amount.h"
#include "voice/normal_rules.h"
#include "voice/normal_tables.h"

#include <string.h>

#define MOST_GROUPS 4

// Each digit is a piece of its own, so that it can be marked while it is heard. What stands between groups is a pause,
// and so is the place after each group of `pattern` ("344").
static void say_aloud(const struct line *line, size_t from, size_t to, const char *pattern, struct rewrite *words)
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

struct telephone {
  int count;
  struct digits groups[MOST_GROUPS];
  char all[MOST_GROUPS * MOST_DIGITS + 1];
};

static void read_groups(const struct line *line, size_t at, struct telephone *telephone)
{
  telephone->count = 0;
  telephone->all[0] = '\0';
  while (telephone->count < MOST_GROUPS && line_digits(line, at, &telephone->groups[telephone->count])) {
    at = telephone->groups[telephone->count++].to;
    if (line_at(line, at) != '-' && line_at(line, at) != ' ')
      break;
    at = line_next(line, at);
  }
}

static void keep_groups(struct telephone *telephone, int count)
{
  telephone->count = count;
  telephone->all[0] = '\0';
  for (int i = 0; i < count; i++)
    strcat(telephone->all, telephone->groups[i].of);
}

static bool is_mobile(const struct telephone *telephone)
{
  return strlen(telephone->all) == 11 && telephone->all[0] == '1' && telephone->all[1] >= '3' &&
         (telephone->count == 1 || telephone->groups[0].count == 3);
}

// The length of the area's code, "010", "0571".
static size_t area(const char *all)
{
  return all[1] == '1' || all[1] == '2' ? 3 : 4;
}

static bool is_landline(const struct telephone *telephone)
{
  const char *all = telephone->all;
  size_t length = strlen(all);
  if (all[0] != '0' || length < 10)
    return false;
  size_t code = area(all);
  bool split = telephone->count > 1 && (size_t)telephone->groups[0].count == code;
  return (length - code == 7 || length - code == 8) && (telephone->count == 1 || split);
}

static bool is_business(const struct telephone *telephone)
{
  bool free_call = strncmp(telephone->all, "400", 3) == 0 || strncmp(telephone->all, "800", 3) == 0;
  return free_call && strlen(telephone->all) == 10 && (telephone->count == 1 || telephone->groups[0].count == 3);
}

static bool is_called(const struct line *line, const struct telephone *telephone)
{
  const struct digits *first = &telephone->groups[0];
  for (int i = 0; i < telephone->count; i++)
    if (telephone->groups[i].count < 3)
      return false;
  size_t length = strlen(telephone->all), end = telephone->groups[telephone->count - 1].to;
  return length <= 12 && !amount_follows(line, end) && line_earlier(line, first->from, before_telephone);
}

static bool is_service(const struct line *line, const struct telephone *telephone)
{
  const struct digits *first = &telephone->groups[0];
  if (telephone->count > 1 || line_match(line, first->from, service_numbers) != (size_t)first->count)
    return false;
  if (line_ends(line, first->from, before_telephone))
    return true;
  if (line_match(line, first->to, after_service))
    return true;
  unsigned before = line_before(line, first->from), after = line_at(line, first->to);
  return !amount_follows(line, first->to) && !line_ends(line, first->from, before_amount) && !is_letter(before) &&
         !is_han(before) && after != '.' && after != '/';
}

static const char *pattern_of(const struct telephone *telephone)
{
  size_t length = strlen(telephone->all);
  if (telephone->count > 1)
    return "";
  if (is_mobile(telephone))
    return "344";
  if (is_landline(telephone))
    return length - area(telephone->all) == 7 ? area(telephone->all) == 3 ? "334" : "434"
           : area(telephone->all) == 3        ? "344"
                                              : "444";
  return length == 10 ? "334" : length == 8 ? "44" : length == 7 ? "34" : "";
}

static bool is_telephone(const struct line *line, const struct telephone *telephone)
{
  return is_mobile(telephone) || is_landline(telephone) || is_business(telephone) || is_called(line, telephone) ||
         is_service(line, telephone);
}

size_t rule_telephone(const struct line *line, size_t at, struct rewrite *words)
{
  struct telephone telephone;
  read_groups(line, at, &telephone);
  for (int count = telephone.count; count > 0; count--) {
    keep_groups(&telephone, count);
    if (!is_telephone(line, &telephone))
      continue;
    size_t end = telephone.groups[count - 1].to;
    say_aloud(line, at, end, pattern_of(&telephone), words);
    return end;
  }
  return 0;
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

size_t rule_room(const struct line *line, size_t at, struct rewrite *words)
{
  struct digits door;
  size_t end = address(line, at, words);
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

// After letters ("G7301"), after a word that says so, or too long to be counted.
size_t rule_code(const struct line *line, size_t at, struct rewrite *words)
{
  struct figure figure;
  if (!line_figure(line, at, &figure) || figure.grouped || *figure.fraction || figure.whole.count < 3)
    return 0;
  bool lettered = is_letter(line_before(line, at)), named = lettered || line_earlier(line, at, before_code);
  if (!lettered && amount_follows(line, figure.to))
    return 0;
  if (!named && figure.whole.count < 7)
    return 0;
  say_aloud(line, at, figure.to, code_pattern(figure.whole.count), words);
  return figure.to;
}
