// SPDX-License-Identifier: GPL-3.0-or-later
// What all parts of the layout share: the page at hand, its sizes in px, text fitted into a box and put there.
#pragma once

#include "kiosk/ui/lines.h"
#include "kiosk/ui/panel.h"
#include "kiosk/ui/theme.h"

struct sizes {
  int base;   // font size of body text at the page's percentage
  int normal; // the same at 100 %
  int floor;  // the smallest font size anywhere
  int margin, gap, pad, radius;
  int key;  // least side of a key
  int tile; // least side of a home tile
  int help; // least side of the help key
};

struct layout {
  const struct page *page;
  const struct panel *panel;
  const struct theme *theme;
  const struct measure *measure;
  struct sizes sizes;
  struct tree *tree;
  const char *title; // the page's, or a warning that has no other place
};

// Millimetres as px on this panel.
int fit_mm(const struct layout *layout, double mm);
// A font size, but not below the floor.
int fit_em(const struct layout *layout, double em);

// A text in lines at a size.
struct fitted {
  const char *text;
  int em;
  bool bold;
  struct lines lines;
  int width, height;
};

void fit_break(const struct layout *layout, const char *text, int em, bool bold, int width, struct fitted *out);
// The same for paragraphs: each line as full as it goes.
void fit_fill(const struct layout *layout, const char *text, int em, bool bold, int width, struct fitted *out);
// The largest size from `em` down to `least` at which the text stands whole in `width` × `height` and at most `most`
// lines. False when it doesn't even at `least`; `out` is then what comes nearest.
bool fit_text(const struct layout *layout, const char *text, int em, int least, bool bold, int width, int height,
              int most, struct fitted *out);

enum fit_across { FIT_LEFT, FIT_CENTRE, FIT_RIGHT };
// Puts it into the box, in the middle of its height.
void fit_put(const struct layout *layout, int node, const struct fitted *fitted, struct box box, enum fit_across across,
             struct colour ink, struct colour ground);
void fit_icon(const struct layout *layout, int node, const char *icon, struct box box, struct colour ink,
              struct colour ground);
void fit_plate(const struct layout *layout, int node, struct box box, const struct tone *tone);

// Whether an item of the page has such a thing.
bool fit_any_picture(const struct page *page);
bool fit_any_icon(const struct page *page);
bool fit_any_image(const struct page *page);
// Whether one of its keys rests until all pages were shown: then few pages are worth small letters.
bool fit_wants_whole(const struct page *page);

// A node for an item: key or text, with its words and colours, but nothing drawn yet.
int fit_node(const struct layout *layout, const struct page_item *item, struct box box, const struct tone *tone);
// The same on its plate, unless it is words on the paper.
int fit_item(const struct layout *layout, const struct page_item *item, struct box box, const struct tone *tone);
