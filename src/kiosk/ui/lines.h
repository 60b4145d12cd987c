// SPDX-License-Identifier: GPL-3.0-or-later
// Text broken into lines where its language allows it (UAX #14 by libunibreak). Pure: widths come from `measure`.
#pragma once

#include <stdbool.h>

// How wide characters are, in parts of the font's size.
struct measure {
  void *ctx;
  double (*advance)(void *ctx, unsigned character, bool bold);
};

#define LINES_MOST 64

struct line {
  int start, length; // bytes of the text
  int width;         // px
};

struct lines {
  int count;
  bool whole; // every line fits the width, no word was broken
  struct line line[LINES_MOST];
};

// Call once before the others.
void lines_start(void);
int lines_width(const struct measure *measure, const char *text, int length, int em, bool bold);
enum lines_shape {
  LINES_EVEN, // labels: lines of much the same length, parted at a comma where there is one
  LINES_FULL, // paragraphs: each line as full as it goes, but no last line of a single character
};

// Breaks `text` into as few lines as `width` allows. A word wider than the width is broken inside, and the lines are
// not whole. "\n" breaks always. Empty text: no lines.
void lines_break(const struct measure *measure, const char *text, int em, bool bold, enum lines_shape shape, int width,
                 struct lines *out);
// From one line to the next: 1.35 times the font's size.
int lines_pitch(int em);
