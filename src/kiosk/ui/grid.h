// SPDX-License-Identifier: GPL-3.0-or-later
// Which grid of equal tiles suits the items best: how many columns and rows, image above or beside the words.
#pragma once

#include "kiosk/ui/card.h"

#define GRID_TILES 6    // a page, at most
#define GRID_ICON_MM 46 // an icon grows no further
#define GRID_BADGE_MM 9

struct grid {
  int columns, rows;
  int w, h;    // of a tile
  int text_h;  // what the tallest words need
  bool bare;   // without images, for the room
  bool beside; // the image stands at the left of the words, not above them
  int image;   // the smaller side of the room that is left for the image, 0 without one
  struct card_style style;
};

// Returns how many tiles a page has, 0 when not even one fits. Words keep the size that the page's percentage asks for
// as long as two pages are enough.
int grid_choose(const struct layout *layout, struct box body, struct grid *out);
int grid_image_width(const struct layout *layout, const struct grid *grid);
int grid_words_width(const struct layout *layout, const struct grid *grid, const struct page_item *item);
// The item's words in its tile. False when they had to be smaller than the others' to fit.
bool grid_card(const struct layout *layout, const struct grid *grid, const struct page_item *item, struct card *out);
