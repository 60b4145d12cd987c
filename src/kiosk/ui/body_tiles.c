// SPDX-License-Identifier: GPL-3.0-or-later
// Tiles in a grid of one size: as many a page as can be read, at most six.
#include "kiosk/ui/body.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/keys.h"

#define TILES_MOST 6

struct grid {
  int columns, rows;
  int w, h;    // of a tile
  int text_h;  // what the tallest words need
  bool beside; // the image at the left of the words, not above them
  int image;   // the side of the image that is left
  struct card_style style;
};

static int image_width(const struct layout *layout, const struct grid *grid)
{
  return grid->w * 36 / 100 < grid->h ? grid->w * 36 / 100 : grid->h - 2 * layout->sizes.pad;
}

static int words_width(const struct layout *layout, const struct grid *grid)
{
  int pad = layout->sizes.pad;
  return grid->beside ? grid->w - image_width(layout, grid) - 3 * pad : grid->w - 2 * pad;
}

static bool any_image(const struct page *page)
{
  for (int i = 0; i < page->item_count; i++)
    if (page->items[i].picture[0] || page->items[i].icon[0])
      return true;
  return false;
}

static bool any_picture(const struct page *page)
{
  for (int i = 0; i < page->item_count; i++)
    if (page->items[i].picture[0])
      return true;
  return false;
}

// Measures the words of all items, so that every page has tiles of one size.
static bool words_fit(const struct layout *layout, struct grid *grid)
{
  grid->text_h = 0;
  for (int i = 0; i < layout->page->item_count; i++) {
    struct card card;
    card_measure(layout, &layout->page->items[i], &grid->style, words_width(layout, grid), &card);
    if (!card.whole)
      return false;
    if (card.height > grid->text_h)
      grid->text_h = card.height;
  }
  return grid->text_h <= grid->h - 2 * layout->sizes.pad;
}

static bool image_fits(const struct layout *layout, struct grid *grid)
{
  int pad = layout->sizes.pad;
  if (grid->beside) {
    grid->image = image_width(layout, grid);
    return grid->image >= fit_mm(layout, 12);
  }
  int left = grid->h - grid->text_h - 3 * pad;
  int across = grid->w - 2 * pad;
  grid->image = left < across ? left : across;
  return grid->image >= fit_mm(layout, any_picture(layout->page) ? 18 : 12);
}

static bool grid_fits(const struct layout *layout, struct box body, struct grid *grid)
{
  int gap = layout->sizes.gap;
  grid->w = (body.w - (grid->columns - 1) * gap) / grid->columns;
  grid->h = (body.h - (grid->rows - 1) * gap) / grid->rows;
  if (grid->w < layout->sizes.tile || grid->h < layout->sizes.tile)
    return false;
  return words_fit(layout, grid) && (!any_image(layout->page) || image_fits(layout, grid));
}

// The larger the image the better; without images, the less flat the better.
static int merit(const struct grid *grid)
{
  if (grid->image)
    return grid->image;
  return grid->w / 2 < grid->h ? grid->w / 2 : grid->h;
}

// Tries all grids for `count` tiles; the best one wins.
static bool best_grid(const struct layout *layout, struct box body, int count, double scale, struct grid *best)
{
  bool found = false;
  for (int columns = 1; columns <= count; columns++)
    for (int beside = 0; beside < 2; beside++) {
      struct grid grid = {
          .columns = columns,
          .rows = (count + columns - 1) / columns,
          .beside = beside == 1,
          .style = {scale, any_picture(layout->page) ? 1.0 : 1.15, true, beside == 1 ? FIT_LEFT : FIT_CENTRE}};
      if ((grid.rows - 1) * columns >= count || !grid_fits(layout, body, &grid))
        continue;
      if (!found || merit(&grid) > merit(best))
        *best = grid;
      found = true;
    }
  return found;
}

static int pages_of(int items, int each)
{
  return (items + each - 1) / each;
}

// Chooses how many tiles a page has. Words keep their size down to what a page at 100 % has; a single tile shrinks
// further before anything is left away.
static int choose_grid(const struct layout *layout, struct box body, struct grid *grid)
{
  int items = layout->page->item_count;
  double least = layout->sizes.normal / (double)layout->sizes.base;
  for (int count = items < TILES_MOST ? items : TILES_MOST; count > 1; count--)
    for (double scale = 1; scale > 0.8 && scale >= least; scale -= 0.08)
      if (best_grid(layout, body, count, scale, grid)) {
        int even = (items + pages_of(items, count) - 1) / pages_of(items, count);
        return even == count || best_grid(layout, body, even, scale, grid) ? even : count;
      }
  for (double scale = 1; scale > 0.2; scale -= 0.08)
    if (best_grid(layout, body, 1, scale, grid))
      return 1;
  *grid = (struct grid){.columns = 1, .rows = 1, .w = body.w, .h = body.h, .style = {0.2, 1, true, FIT_CENTRE}};
  return 1;
}

static void put_tile(const struct layout *layout, const struct grid *grid, const struct page_item *item, struct box box)
{
  int pad = layout->sizes.pad;
  const struct tone *tone = theme_tone(layout->theme, item);
  int node = fit_item(layout, item, box, tone);
  struct card card;
  card_measure(layout, item, &grid->style, words_width(layout, grid), &card);
  struct box image = {box.x + pad, box.y + pad, image_width(layout, grid), box.h - 2 * pad};
  struct box words = {image.x + image.w + pad, box.y + pad, words_width(layout, grid), box.h - 2 * pad};
  if (!grid->beside) {
    words = (struct box){box.x + pad, box.y + box.h - pad - grid->text_h, box.w - 2 * pad, grid->text_h};
    image = (struct box){box.x + pad, box.y + pad, box.w - 2 * pad, words.y - box.y - 2 * pad};
  }
  bool has_image = grid->image > 0 && (item->picture[0] || item->icon[0]);
  if (has_image) {
    int most = fit_mm(layout, 70);
    int spare = item->picture[0] ? 0 : image.h > most ? (image.h - most) / 2 : image.h / 10;
    card_put_image(layout, node, item, (struct box){image.x, image.y + spare, image.w, image.h - 2 * spare}, tone);
  } else {
    words = box_shrunk(box, pad);
  }
  card_put(layout, node, &card, &grid->style, words, tone);
  int badge = fit_mm(layout, 9);
  card_put_badge(layout, node, item, (struct box){box.x + box.w - badge - pad, box.y + pad, badge, badge}, tone);
}

void body_tiles(const struct layout *layout, struct box body)
{
  body = keys_foot(layout, body);
  const struct page *page = layout->page;
  if (page->item_count == 0)
    return;
  struct grid grid;
  int each = choose_grid(layout, body, &grid);
  struct tree *tree = layout->tree;
  tree->pages = pages_of(page->item_count, each);
  tree->page = page->first_page < tree->pages ? page->first_page : tree->pages - 1;
  tree->first_item = tree->page * each;
  tree->items = page->item_count - tree->first_item < each ? page->item_count - tree->first_item : each;
  for (int i = 0; i < tree->items; i++) {
    struct box box = {body.x + i % grid.columns * (grid.w + layout->sizes.gap),
                      body.y + i / grid.columns * (grid.h + layout->sizes.gap), grid.w, grid.h};
    put_tile(layout, &grid, &page->items[tree->first_item + i], box);
  }
}
