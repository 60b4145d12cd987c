// SPDX-License-Identifier: GPL-3.0-or-later
// Tiles in a grid of one size: as many a page as can be read, at most six.
#include "kiosk/ui/body.h"
#include "kiosk/ui/grid.h"

static struct box image_box(const struct layout *layout, const struct grid *grid, struct box tile)
{
  int pad = layout->sizes.pad;
  if (grid->beside)
    return (struct box){tile.x + pad, tile.y + pad, grid_image_width(layout, grid), tile.h - 2 * pad};
  int words = tile.y + tile.h - pad - grid->text_h;
  return (struct box){tile.x + pad, tile.y + pad, tile.w - 2 * pad, words - tile.y - 2 * pad};
}

static struct box words_box(const struct layout *layout, const struct grid *grid, const struct page_item *item,
                            struct box tile, bool has_image)
{
  int pad = layout->sizes.pad;
  int width = grid_words_width(layout, grid, item);
  if (!has_image)
    return (struct box){tile.x + pad, tile.y + pad, grid->bare ? width : tile.w - 2 * pad, tile.h - 2 * pad};
  if (grid->beside)
    return (struct box){tile.x + tile.w - pad - width, tile.y + pad, width, tile.h - 2 * pad};
  return (struct box){tile.x + pad, tile.y + tile.h - pad - grid->text_h, width, grid->text_h};
}

// An icon takes less room than a picture: air makes it calm.
static struct box with_air(const struct layout *layout, struct box box)
{
  int side = box.w < box.h ? box.w : box.h;
  int most = fit_mm(layout, GRID_ICON_MM);
  side = side * 84 / 100 < most ? side * 84 / 100 : most;
  return (struct box){box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side};
}

static void put_tile(const struct layout *layout, const struct grid *grid, const struct page_item *item, struct box box)
{
  const struct tone *tone = theme_tone(layout->theme, item);
  int node = fit_item(layout, item, box, tone);
  bool has_image = grid->image > 0 && (item->picture[0] || item->icon[0]);
  if (has_image) {
    struct box image = image_box(layout, grid, box);
    card_put_image(layout, node, item, item->picture[0] ? image : with_air(layout, image), tone);
  }
  struct card card;
  grid_card(layout, grid, item, &card);
  struct box words = words_box(layout, grid, item, box, has_image);
  if (has_image && !grid->beside)
    words.h = card.height; // labels of one row stand on one line
  card_put(layout, node, &card, &grid->style, words, tone);
  int badge = fit_mm(layout, GRID_BADGE_MM);
  int in = layout->sizes.pad + fit_mm(layout, 1);
  int right = has_image && grid->beside ? box.x + in + grid_image_width(layout, grid) : box.x + box.w - in;
  card_put_badge(layout, node, item, (struct box){right - badge, box.y + in, badge, badge}, tone);
}

// The grid leaves room for the longest words of all pages; where this page's are shorter, its pictures have the rest.
static void give_rest_to_pictures(const struct layout *layout, struct grid *grid)
{
  const struct tree *tree = layout->tree;
  int highest = 0;
  for (int i = 0; i < tree->items; i++) {
    struct card card;
    grid_card(layout, grid, &layout->page->items[tree->first_item + i], &card);
    highest = card.height > highest ? card.height : highest;
  }
  grid->text_h = highest;
}

static int pages_of(int items, int each)
{
  return (items + each - 1) / each;
}

static int wanted_page(const struct page *page, int each)
{
  int chosen = 0;
  for (int i = 0; i < page->item_count; i++)
    if (page->items[i].look == LOOK_CHOSEN)
      chosen = i / each;
  return page->first_page < 0 ? chosen : page->first_page;
}

void body_tiles(const struct layout *layout, struct box body)
{
  const struct page *page = layout->page;
  if (page->item_count == 0)
    return;
  struct grid grid;
  int each = grid_choose(layout, body, &grid);
  if (each == 0) { // rows can be parted
    body_rows(layout, body);
    return;
  }
  struct tree *tree = layout->tree;
  tree->pages = pages_of(page->item_count, each);
  int wanted = wanted_page(page, each);
  tree->page = wanted < tree->pages ? wanted : tree->pages - 1;
  tree->first_item = tree->page * each;
  tree->items = page->item_count - tree->first_item < each ? page->item_count - tree->first_item : each;
  give_rest_to_pictures(layout, &grid);
  int gap = layout->sizes.gap;
  int left = body.x + (body.w - grid.columns * (grid.w + gap) + gap) / 2;
  int top = body.y + (body.h - grid.rows * (grid.h + gap) + gap) / 2;
  for (int i = 0; i < tree->items; i++) {
    struct box box = {left + i % grid.columns * (grid.w + gap), top + i / grid.columns * (grid.h + gap), grid.w,
                      grid.h};
    put_tile(layout, &grid, &page->items[tree->first_item + i], box);
  }
}
