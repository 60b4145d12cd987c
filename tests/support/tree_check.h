// SPDX-License-Identifier: GPL-3.0-or-later
// Holds a page that was laid out against the figures for sight and touch, and the drawn picture against those for
// contrast. What is wrong is written as lines "KEY: what" behind `where`; the result is their number.
#pragma once

#include "base/text.h"
#include "kiosk/ui/draw.h"
#include "kiosk/ui/page.h"

int tree_check(const struct tree *tree, const struct page *page, const char *where, struct buffer *out);
int tree_check_picture(const struct tree *tree, SDL_Surface *picture, const char *where, struct buffer *out);

// Goes through all pages of a page, so that nothing of it is lost on the way. `lay` lays out `page` with its
// first_page.
struct tree_walk {
  void *ctx;
  void (*lay)(void *ctx, const struct page *page, struct tree *out);
};
int tree_check_pages(const struct tree_walk *walk, struct page *page, const char *where, struct buffer *out);
