// SPDX-License-Identifier: GPL-3.0-or-later
// What the rules know of Chinese: lists of words with a space between them. Simplified and traditional forms stand
// beside each other; what a list is for is said once, here.
#pragma once

// What counts things, so that 2 before it is 两, and what else shows that a figure is an amount and names nothing.
extern const char counts_things[];
// What numbers things: 2 before it is 二, and a figure before it is an amount all the same.
extern const char counts_in_order[];
// Before these a figure of three digits or more is read one by one: a door, a bed, a bus.
extern const char names_places[];
// After these a figure names something and counts nothing.
extern const char before_telephone[], before_code[], before_room[];
// Numbers that are called: before `after_service`, and where nothing says that they are an amount.
extern const char service_numbers[], after_service[], before_amount[];

// Units as they are written, and as they are said: words before the figure, words after it.
struct unit {
  const char *sign, *before, *after;
};
extern const struct unit units[];
extern const int unit_count;

// Signs that are a word of their own.
struct sign {
  unsigned character;
  const char *words;
};
extern const struct sign signs[];
extern const int sign_count;
