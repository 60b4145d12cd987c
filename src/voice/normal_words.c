// SPDX-License-Identifier: GPL-3.0-or-later
#include "voice/normal_words.h"

#include <stdlib.h>
#include <string.h>

#define LONGEST_NUMBER 16 // digits that the scales below reach

static const char *const digit[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
static const char *const spaced[] = {"0 ", "1 ", "2 ", "3 ", "4 ", "5 ", "6 ", "7 ", "8 ", "9 "};

const struct tongue mandarin = {.digits = digit,
                                .pause = "，",
                                .dash = "杠",
                                .one_aloud = "幺",
                                .two_hundred = "两",
                                .yuan = "块",
                                .jiao = "毛",
                                .yuan_before_jiao = "块",
                                .half_yuan = "五"};
const struct tongue cantonese = {.digits = digit,
                                 .pause = "，",
                                 .dash = "杠",
                                 .one_aloud = "一",
                                 .two_hundred = "二",
                                 .yuan = "蚊",
                                 .jiao = "毫",
                                 .yuan_before_jiao = "个",
                                 .half_yuan = "半"};
const struct tongue english = {.digits = spaced, .pause = ", ", .dash = ", ", .one_aloud = "1 "};

void words_digits(struct buffer *words, const struct tongue *tongue, const char *digits, bool aloud)
{
  for (; *digits; digits++)
    buffer_add_text(words, aloud && *digits == '1' ? tongue->one_aloud : tongue->digits[*digits - '0']);
}

// Which word a 2 is before its ten, hundred or thousand.
static const char *two_before(const struct tongue *tongue, int power, bool first)
{
  return power == 3 ? "两" : power == 2 && first ? tongue->two_hundred : "二";
}

// One to four digits, 1 to 9999. `first`: nothing was said before it.
static void add_group(struct buffer *words, const struct tongue *tongue, int value, bool first)
{
  static const char *const powers[] = {"", "十", "百", "千"};
  static const int weights[] = {1, 10, 100, 1000};
  bool zero = false, begun = false;
  for (int power = 3; power >= 0; power--) {
    int here = value / weights[power] % 10;
    if (here == 0) {
      zero = begun;
      continue;
    }
    if (zero)
      buffer_add_text(words, digit[0]);
    // 十二, but 一百一十二.
    if (here == 2 && power > 0)
      buffer_add_text(words, two_before(tongue, power, first && !begun));
    else if (here != 1 || power != 1 || !first || begun)
      buffer_add_text(words, digit[here]);
    buffer_add_text(words, powers[power]);
    zero = false;
    begun = true;
  }
}

// The fourth to the last digit, the eighth to the fifth: 万 and 亿 count in ten thousands.
static int group_of(const char *digits, size_t length, int index)
{
  char four[5] = "";
  size_t end = length - (size_t)index * 4, begin = end > 4 ? end - 4 : 0;
  memcpy(four, digits + begin, end - begin);
  return atoi(four);
}

void words_number(struct buffer *words, const struct tongue *tongue, const char *digits, enum two two)
{
  static const char *const scales[] = {"", "万", "亿", "万亿"};
  digits += strspn(digits, "0");
  size_t length = strlen(digits);
  if (length > LONGEST_NUMBER) {
    words_digits(words, tongue, digits, false);
    return;
  }
  bool gap = false, first = true;
  for (int i = ((int)length + 3) / 4 - 1; i >= 0; i--) {
    int value = group_of(digits, length, i);
    if (!first && value > 0 && (gap || value < 1000))
      buffer_add_text(words, digit[0]);
    if (value == 2 && (i > 0 || (first && two == TWO_OF_THINGS)))
      buffer_add_text(words, "两");
    else
      add_group(words, tongue, value, first);
    buffer_add_text(words, value > 0 ? scales[i] : "");
    gap = value == 0;
    first = false;
  }
  if (first)
    buffer_add_text(words, digit[0]);
}

void words_figure(struct buffer *words, const struct tongue *tongue, const struct figure *figure, enum two two)
{
  if (figure->whole.of[0] == '0' && figure->whole.count > 1)
    words_digits(words, tongue, figure->whole.of, false);
  else
    words_number(words, tongue, figure->whole.of, *figure->fraction ? TWO_AS_NUMBER : two);
  if (!*figure->fraction)
    return;
  buffer_add_text(words, "点");
  words_digits(words, tongue, figure->fraction, false);
}
