// SPDX-License-Identifier: GPL-3.0-or-later
// Few colours, each with one meaning: teal is the way onward and what was chosen, amber is a warning, red is help and
// nothing else. All text stands at 7:1 or more on its ground, icons and borders at 4.5:1 or more.
#pragma once

#include "kiosk/ui/tree.h"

// One kind of thing on the page.
struct tone {
  struct colour ground, ink, soft, edge, sign; // fill, text, smaller text, border, icons
  double border_mm;
};

struct theme {
  struct colour paper;
  struct tone plain;  // a key or card
  struct tone bare;   // words on the paper
  struct tone quiet;  // a key that can't be used now
  struct tone main;   // the way onward
  struct tone chosen; // chosen by the person; also carries a check mark
  struct tone warning;
  struct tone help;
};

const struct theme *theme_of(enum page_theme theme);
const struct tone *theme_tone(const struct theme *theme, const struct page_item *item);
