// SPDX-License-Identifier: GPL-3.0-or-later
// What stands on a slip, and the one picture that every printer gets of it: with the kiosk's own letters, so that no
// printer needs to know Chinese. No SDL here. Thread: the main one.
#pragma once

#include "base/bitmap.h"
#include "kiosk/ui/page.h"

#define PAPER_LINES 40

// Of the paper's usual letters, which are as high as a fourteenth of its width.
enum paper_size { PAPER_SMALL, PAPER_USUAL, PAPER_LARGE, PAPER_HUGE };

struct paper_line {
  char text[PAGE_TEXT]; // broken where it is too long
  enum paper_size size;
  bool bold;
};

struct paper_sheet {
  int width; // dots
  char locale[LOCALE_SIZE];
  int line_count;
  struct paper_line lines[PAPER_LINES];
  int code_before; // the line above which `code` stands
  struct bitmap code;
};

struct fonts;
struct bitmap paper_draw(struct fonts *fonts, const struct paper_sheet *sheet);
