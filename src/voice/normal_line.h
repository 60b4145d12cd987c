// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence as the rules of the normaliser look at it: from a byte forwards and backwards, full-width digits and signs
// like plain ones. Pure; thread: any.
#pragma once

#include "base/text.h"

#include <stdint.h>

#define MOST_DIGITS 32

struct tongue;

struct line {
  const char *text;
  size_t size;
  const struct tongue *tongue;
};

// The character at a byte; 0 at the end.
unsigned line_at(const struct line *line, size_t at);
// The byte after the character at `at`.
size_t line_next(const struct line *line, size_t at);
// The character that ends at a byte; 0 at the beginning.
unsigned line_before(const struct line *line, size_t at);
size_t line_past_spaces(const struct line *line, size_t at);

bool is_digit(unsigned character);
bool is_letter(unsigned character); // a to z, A to Z
bool is_han(unsigned character);

// Lists are words with a space between them. How many bytes the longest of them has that stands at a byte; 0: none.
size_t line_match(const struct line *line, size_t at, const char *list);
// Whether one of the list ends at a byte; a colon or spaces between don't matter.
bool line_ends(const struct line *line, size_t at, const char *list);
// Whether one of the list stands before a byte in the same clause.
bool line_earlier(const struct line *line, size_t at, const char *list);

// A run of digits: "0571".
struct digits {
  size_t from, to;
  int count;
  char of[MOST_DIGITS + 1];
};
// False when there is none, or more than MOST_DIGITS in a row.
bool line_digits(const struct line *line, size_t at, struct digits *digits);
// Up to nine of them; -1: more.
int digits_value(const struct digits *digits);

// "1,234.50": whole "1234", fraction "50". The fraction is empty when there is no point.
struct figure {
  size_t from, to;
  bool grouped;
  struct digits whole;
  char fraction[MOST_DIGITS + 1];
};
bool line_figure(const struct line *line, size_t at, struct figure *figure);
// The byte after a dash between two figures, "8-10", "3～5", "-3~-1", with spaces or without; 0: there is none.
size_t line_dash(const struct line *line, size_t at);
