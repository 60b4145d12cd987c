// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/grid.h"

#define ICON_LABEL 1.15 // an icon's label may be larger than body text
#define GROWTH_MOST 1.45
#define PICTURE_LEAST_MM 18
#define ICON_LEAST_MM 12
#define ICON_CLEAR_MM 18
#define OUTLIER_LEAST 0.72

int grid_image_width(const struct layout *layout, const struct grid *grid)
{
  int inner = grid->h - 2 * layout->sizes.pad;
  int share = grid->w * (fit_any_picture(layout->page) ? 38 : 30) / 100;
  return share < inner ? share : inner;
}

int grid_words_width(const struct layout *layout, const struct grid *grid, const struct page_item *item)
{
  int pad = layout->sizes.pad;
  int badge = grid->bare && card_has_badge(item) ? fit_mm(layout, GRID_BADGE_MM) + pad : 0; // else it is on the image
  return grid->beside ? grid->w - grid_image_width(layout, grid) - 3 * pad : grid->w - 2 * pad - badge;
}

static bool has_images(const struct layout *layout, const struct grid *grid)
{
  return !grid->bare && fit_any_image(layout->page);
}

// The room that words may take in a tile.
static int words_room(const struct layout *layout, const struct grid *grid)
{
  int room = grid->h - 2 * layout->sizes.pad;
  if (grid->beside || !has_images(layout, grid))
    return room;
  return room - layout->sizes.pad - fit_mm(layout, fit_any_picture(layout->page) ? PICTURE_LEAST_MM : ICON_LEAST_MM);
}

bool grid_card(const struct layout *layout, const struct grid *grid, const struct page_item *item, struct card *out)
{
  int width = grid_words_width(layout, grid, item);
  int room = words_room(layout, grid);
  struct card_style style = grid->style;
  card_measure(layout, item, &style, width, out);
  if (out->whole && out->height <= room)
    return true;
  // One long name among short ones shrinks a little, rather than all of them.
  for (; !(out->whole && out->height <= room) && style.scale > grid->style.scale * OUTLIER_LEAST; style.scale *= 0.94)
    card_measure(layout, item, &style, width, out);
  return false;
}

// Measures the words of all items, so that every page has tiles of one size.
static bool words_fit(const struct layout *layout, struct grid *grid)
{
  int outliers = 0;
  int room = words_room(layout, grid);
  grid->text_h = 0;
  for (int i = 0; i < layout->page->item_count; i++) {
    struct card card;
    if (!grid_card(layout, grid, &layout->page->items[i], &card))
      outliers++;
    if (!card.whole || card.height > room || outliers * 4 > layout->page->item_count)
      return false;
    if (card.height > grid->text_h)
      grid->text_h = card.height;
  }
  return true;
}

static bool image_fits(const struct layout *layout, struct grid *grid)
{
  bool picture = fit_any_picture(layout->page);
  if (grid->beside) {
    grid->image = grid_image_width(layout, grid);
  } else {
    int left = grid->h - grid->text_h - 3 * layout->sizes.pad;
    int across = grid->w - 2 * layout->sizes.pad;
    grid->image = left < across ? left : across;
  }
  return grid->image >= fit_mm(layout, picture ? PICTURE_LEAST_MM : ICON_LEAST_MM);
}

// Tiles are neither towers nor ribbons: what is left over stays paper.
static void bound_shape(const struct layout *layout, struct grid *grid)
{
  int tallest = grid->w * (fit_any_picture(layout->page) || grid->bare ? 145 : 105) / 100;
  int widest = grid->h * 28 / 10;
  grid->h = grid->h < tallest ? grid->h : tallest;
  grid->w = grid->w < widest ? grid->w : widest;
}

static bool grid_fits(const struct layout *layout, struct box body, struct grid *grid)
{
  int gap = layout->sizes.gap;
  grid->w = (body.w - (grid->columns - 1) * gap) / grid->columns;
  grid->h = (body.h - (grid->rows - 1) * gap) / grid->rows;
  bound_shape(layout, grid);
  if (grid->w < layout->sizes.tile || grid->h < layout->sizes.tile)
    return false;
  return words_fit(layout, grid) && (!has_images(layout, grid) || image_fits(layout, grid));
}

// How good a grid is that fits: it covers the body, leaves no hole, shows large images.
static double merit(const struct layout *layout, struct box body, const struct grid *grid, int count)
{
  double covered = (double)count * grid->w * grid->h / ((double)body.w * body.h);
  double cap = fit_mm(layout, fit_any_picture(layout->page) ? 90 : GRID_ICON_MM);
  double image = grid->image / cap;
  int holes = grid->columns * grid->rows - count;
  return 100 * covered + 60 * (image < 1 ? image : 1) - 20 * holes;
}

static bool best_grid(const struct layout *layout, struct box body, int count, const struct grid *like,
                      struct grid *best)
{
  double most = -1e9;
  for (int columns = 1; columns <= count; columns++)
    for (int beside = 0; beside < 2; beside++) {
      struct grid grid = *like;
      grid.columns = columns;
      grid.rows = (count + columns - 1) / columns;
      grid.beside = beside == 1;
      grid.style.across = grid.beside ? FIT_LEFT : FIT_CENTRE;
      if ((grid.rows - 1) * columns >= count || (grid.beside && !has_images(layout, &grid)) ||
          !grid_fits(layout, body, &grid) || merit(layout, body, &grid, count) <= most)
        continue;
      *best = grid;
      most = merit(layout, body, &grid, count);
    }
  return most > -1e9;
}

// Words as large as leaves the image its share.
static void grow(const struct layout *layout, struct box body, struct grid *grid)
{
  for (double scale = GROWTH_MOST; scale > 1; scale -= 0.09) {
    struct grid larger = *grid;
    larger.style.scale = scale;
    bool roomy = grid_fits(layout, body, &larger) && larger.text_h <= larger.h * (larger.beside ? 70 : 42) / 100;
    if (roomy && (!grid->image || larger.image >= grid->image * 7 / 10)) {
      *grid = larger;
      return;
    }
  }
}

// What may be given up for more tiles on a page.
struct price {
  bool bare;    // without their icons
  double least; // size of the words
};

// Words at full size, unless somewhat smaller ones leave icons large enough to be told apart from afar.
static bool fits_each(const struct layout *layout, struct box body, int count, const struct price *price,
                      struct grid *out)
{
  bool icons = fit_any_image(layout->page) && !fit_any_picture(layout->page) && !price->bare;
  double label = fit_any_picture(layout->page) ? 1 : ICON_LABEL;
  bool found = false;
  for (double scale = 1; scale > price->least; scale -= 0.05) {
    struct grid like = {.style = {.scale = scale, .label = label, .value = true, .strict = true}, .bare = price->bare};
    struct grid grid;
    if (!best_grid(layout, body, count, &like, &grid))
      continue;
    bool clear = !icons || grid.image >= fit_mm(layout, ICON_CLEAR_MM);
    if (clear || !found)
      *out = grid;
    found = true;
    if (clear)
      break;
  }
  return found;
}

static int choose_single(const struct layout *layout, struct box body, struct grid *out)
{
  struct grid like = {.style = {.scale = 1, .label = 1, .value = true}};
  for (; like.style.scale > 0.2; like.style.scale -= 0.06)
    if (best_grid(layout, body, 1, &like, out))
      return 1;
  return 0;
}

// As many tiles a page as can be had for the price, but not fewer than `least`. 0: none.
static int choose_at(const struct layout *layout, struct box body, const struct price *price, int least,
                     struct grid *out)
{
  int items = layout->page->item_count;
  for (int count = items < GRID_TILES ? items : GRID_TILES; count >= least; count--) {
    if (!fits_each(layout, body, count, price, out))
      continue;
    int pages = (items + count - 1) / count;
    int even = (items + pages - 1) / pages;
    if (even < count)
      fits_each(layout, body, even, price, out);
    grow(layout, body, out);
    return even;
  }
  return 0;
}

// Not fewer than `least` a page, for what must be given up: icons go first, then the size of the words, and what is
// chosen by, pictures, only where one tile would stand alone.
static int choose_least(const struct layout *layout, struct box body, int least, struct grid *out)
{
  bool pictures = fit_any_picture(layout->page);
  double label = pictures ? 1 : ICON_LABEL;
  double usual = layout->sizes.normal / (layout->sizes.base * label) - 0.01;
  double smallest = layout->sizes.floor / (layout->sizes.base * label) - 0.01;
  usual = usual > 0.79 ? usual : 0.79;
  const struct price prices[] = {{false, usual}, {true, usual}, {false, smallest}, {true, smallest}};
  for (size_t i = 0; i < sizeof prices / sizeof *prices; i++) {
    bool may = !prices[i].bare || !pictures || (least == 2 && i == 3);
    int each = may ? choose_at(layout, body, &prices[i], least, out) : 0;
    if (each > 0)
      return each;
  }
  return 0;
}

// Half of the tiles on the first page if that can be, else two of them, else the one that can.
int grid_choose(const struct layout *layout, struct box body, struct grid *out)
{
  int items = layout->page->item_count;
  int half = items < 2 * GRID_TILES ? (items + 1) / 2 : GRID_TILES;
  int each = choose_least(layout, body, half, out);
  if (each == 0 && half > 2)
    each = choose_least(layout, body, 2, out);
  if (each == 0)
    each = choose_least(layout, body, 1, out);
  return each > 0 ? each : choose_single(layout, body, out);
}
