// SPDX-License-Identifier: GPL-3.0-or-later
// The words of an item one below the other: label, detail, note, and, where there is no room beside them, the value.
#pragma once

#include "kiosk/ui/fit.h"

struct card_style {
  double scale; // of all sizes, 1 unless nothing else helps
  double label; // size of the label in parts of the base size
  bool value;   // the value stands below, not beside
  bool strict;  // a label of few characters must not be parted
  enum fit_across across;
};

enum { CARD_LABEL, CARD_DETAIL, CARD_NOTE, CARD_VALUE, CARD_PARTS };

struct card {
  struct fitted parts[CARD_PARTS]; // those without lines are left away
  int width, height, gap;
  bool whole;
  bool detail_last; // the label, note and value come first: what is parted shows the warnings first
};

void card_measure(const struct layout *layout, const struct page_item *item, const struct card_style *style, int width,
                  struct card *out);
// A card that is too long for a page goes on on the next: keeps `count` lines from `first` of all its lines.
int card_lines(const struct card *card);
void card_slice(struct card *card, int first, int count);
// The words that are left, a line break between the parts.
void card_text(const struct card *card, char *out, size_t size);
void card_put(const struct layout *layout, int node, const struct card *card, const struct card_style *style,
              struct box box, const struct tone *tone);
// The item's picture or icon; how it is cut to the box is the drawer's.
void card_put_image(const struct layout *layout, int node, const struct page_item *item, struct box box,
                    const struct tone *tone);
// The sign in the corner of what was chosen or is a warning: colour is never the only cue.
void card_put_badge(const struct layout *layout, int node, const struct page_item *item, struct box box,
                    const struct tone *tone);
bool card_has_badge(const struct page_item *item);
