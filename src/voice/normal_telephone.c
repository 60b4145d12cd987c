// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/normal_amount.h"
#include "voice/normal_code.h"
#include "voice/normal_rules.h"
#include "voice/normal_tables.h"

#include <string.h>

#define MOST_GROUPS 4

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
    if (!line_match(line, at, "- ) ） –") && line_at(line, at) != ' ')
      break;
    at = line_past_spaces(line, line_next(line, at));
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
  // Whoever serves the public has one of five digits: 95, 96, 10, 12.
  bool public_kind = first->count == 5 && line_match(line, first->from, "95 96 10 12") &&
                     (line_match(line, first->to, after_service) || line_ends(line, first->from, before_telephone));
  bool known = line_match(line, first->from, service_numbers) == (size_t)first->count;
  if (telephone->count > 1 || !(known || public_kind))
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

// "138****5678": what is hidden is said as so many stars.
static size_t masked(const struct line *line, size_t at, struct rewrite *words)
{
  struct digits first, last;
  if (!line_digits(line, at, &first) || first.count < 3)
    return 0;
  size_t end = first.to + line_match(line, first.to, "-");
  size_t stars = strspn(line->text + end, "*xX"), after = end + stars;
  after += line_match(line, after, "-");
  if (stars < 3 || !line_digits(line, after, &last) || last.count < 2)
    return 0;
  say_aloud(line, at, first.to, "", words);
  rewrite_put(words, first.to, first.to, line->tongue->pause);
  for (size_t star = end; star < end + stars; star++)
    rewrite_put(words, star, star + 1, "星");
  rewrite_put(words, end + stars, after, "");
  rewrite_put(words, after, after, line->tongue->pause);
  say_aloud(line, last.from, last.to, "", words);
  return last.to;
}

size_t rule_telephone(const struct line *line, size_t at, struct rewrite *words)
{
  struct telephone telephone;
  size_t hidden = masked(line, at, words);
  if (hidden)
    return hidden;
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
