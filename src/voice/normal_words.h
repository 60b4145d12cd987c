// SPDX-License-Identifier: GPL-3.0-or-later
// Figures as words, as the Mandarin family and as Cantonese have them. Pure; thread: any.
#pragma once

#include "voice/normal_line.h"

struct tongue {
  const char *const *digits;                // 0 to 9
  const char *pause, *dash;                 // between groups of digits; of 3-201
  const char *one_aloud;                    // 1 in a telephone number
  const char *two_hundred;                  // the 2 of 200
  const char *yuan, *jiao;                  // of money as it is spoken
  const char *yuan_before_jiao, *half_yuan; // 十二块五; 十二个半
};

extern const struct tongue mandarin, cantonese;
extern const struct tongue english; // of figures that are said one by one; the others it leaves as they are

enum two {
  TWO_AS_NUMBER, // 二: 二楼, 二月
  TWO_OF_THINGS, // 两: 两碗, 两点
};

// "12" → 十二. Any number of digits; leading zeros are not said.
void words_number(struct buffer *words, const struct tongue *tongue, const char *digits, enum two two);
// "2026" → 二零二六; aloud: 1 is 幺 where people say so on the telephone.
void words_digits(struct buffer *words, const struct tongue *tongue, const char *digits, bool aloud);
// With its point, and a leading zero ("007") digit by digit.
void words_figure(struct buffer *words, const struct tongue *tongue, const struct figure *figure, enum two two);
