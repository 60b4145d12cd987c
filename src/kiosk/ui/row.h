// SPDX-License-Identifier: GPL-3.0-or-later
// One row: image, words, value, sign; beside it the keys for one less and one more.
#pragma once

#include "kiosk/ui/card.h"

struct row {
  int height;
  int image, image_h; // of the room for an image, 0 without one
  struct fitted value;
  struct card card;
  struct card_style style;
  bool parted; // too long for a page even in the smallest letters: its lines go on over pages
};

// What all rows of the page share.
struct column {
  struct box box;
  double growth; // of words
  double image;  // of images
  bool brief;    // without details, for the room
  bool slip;     // nothing to touch: the rows stand on one card, like a receipt
  int gap;       // between two rows
};

// The richest arrangement that fits: at full size with the value beside, then below, then without the image, then
// smaller; at last parted.
void row_plan(const struct layout *layout, const struct page_item *item, const struct column *column, struct row *out);
// How many lines of a parted row stand on a page.
int row_lines_a_page(const struct layout *layout, const struct column *column, const struct row *row);
// Keeps these lines of a parted row.
void row_slice(const struct layout *layout, const struct page_item *item, struct row *row, int first, int count);
void row_put(const struct layout *layout, const struct page_item *item, const struct column *column,
             const struct row *row, struct box box);
