// SPDX-License-Identifier: GPL-3.0-or-later
// Rows one below the other: image, words, value, sign. They grow while all of them stay on one page.
#include "kiosk/ui/body.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/keys.h"

#define GROWTH_MOST 1.5

struct row {
  int height;
  int image, image_h; // width and height of the image, 0 without one
  struct fitted value;
  struct card card;
  struct card_style style;
};

// What all rows of the page share.
struct column {
  struct box box;
  double growth; // of words and images
};

static int badge_side(const struct layout *layout)
{
  return fit_mm(layout, 9);
}

static int badge_room(const struct layout *layout, const struct page_item *item)
{
  return card_has_badge(item) ? badge_side(layout) + layout->sizes.pad : 0;
}

static int words_width(const struct layout *layout, const struct page_item *item, const struct row *row, int width)
{
  int pad = layout->sizes.pad;
  int beside = row->style.value || row->value.width == 0 ? 0 : row->value.width + 2 * pad;
  return width - 2 * pad - (row->image ? row->image + pad * 3 / 2 : 0) - beside - badge_room(layout, item);
}

static int least_height(const struct layout *layout, const struct page_item *item)
{
  return item->action.kind ? layout->sizes.key : lines_pitch(layout->sizes.base);
}

// Measures one arrangement; false when its words don't stand in the room.
static bool row_fits(const struct layout *layout, const struct page_item *item, struct box box, struct row *row)
{
  double em = layout->sizes.base * row->style.scale;
  fit_break(layout, item->value, fit_em(layout, em), true, box.w / 3, &row->value);
  int room = words_width(layout, item, row, box.w);
  if (room < fit_em(layout, em) * 2)
    return false;
  card_measure(layout, item, &row->style, room, &row->card);
  row->height = row->card.height > row->image_h ? row->card.height : row->image_h;
  row->height += layout->sizes.pad * (item->action.kind ? 2 : 1);
  if (row->height < least_height(layout, item))
    row->height = least_height(layout, item);
  return row->card.whole && (row->style.value || row->value.lines.whole) && row->height <= box.h;
}

enum image_size { IMAGE_LARGE, IMAGE_SMALL, IMAGE_NONE, IMAGE_SIZES };

// A picture is what a person chooses by: a fifth of the row when there is room, in the proportions of a photograph.
static void plan_image(const struct layout *layout, const struct page_item *item, const struct column *column,
                       enum image_size size, struct row *row)
{
  int fifth = column->box.w / 5 < fit_mm(layout, 46) ? column->box.w / 5 : fit_mm(layout, 46);
  row->image = row->image_h = 0;
  if (size == IMAGE_NONE)
    return;
  if (item->picture[0]) {
    row->image = size == IMAGE_LARGE ? (int)(fifth * column->growth) : fit_mm(layout, 20);
    row->image_h = row->image * 3 / 4;
  } else if (item->icon[0]) {
    row->image = row->image_h = (int)(fit_mm(layout, 12) * column->growth);
  }
}

// The richest arrangement that fits: at full size with value beside, then below, then with a smaller image or none,
// then smaller.
static void plan_row(const struct layout *layout, const struct page_item *item, const struct column *column,
                     struct row *row)
{
  for (double scale = column->growth; scale > 0.2; scale -= 0.06)
    for (enum image_size size = IMAGE_LARGE; size < IMAGE_SIZES; size++)
      for (int below = 0; below < 2; below++) {
        plan_image(layout, item, column, size, row);
        row->style =
            (struct card_style){.scale = scale, .label = 1, .value = below == 1, .strict = scale >= 1 && !below};
        if (row_fits(layout, item, column->box, row))
          return;
      }
}

static void put_value(const struct layout *layout, int node, const struct row *row, struct box box, int badge,
                      const struct tone *tone)
{
  if (row->style.value || row->value.lines.count == 0)
    return;
  int x = box.x + box.w - layout->sizes.pad - badge - row->value.width;
  fit_put(layout, node, &row->value, (struct box){x, box.y, row->value.width, box.h}, FIT_RIGHT, tone->ink,
          tone->ground);
}

static void put_row(const struct layout *layout, const struct page_item *item, const struct row *row, struct box box)
{
  int pad = layout->sizes.pad;
  const struct tone *tone = theme_tone(layout->theme, item);
  int node = fit_item(layout, item, box, tone);
  int x = box.x + pad;
  if (row->image) {
    card_put_image(layout, node, item, (struct box){x, box.y + (box.h - row->image_h) / 2, row->image, row->image_h},
                   tone);
    x += row->image + pad * 3 / 2;
  }
  int room = words_width(layout, item, row, box.w);
  card_put(layout, node, &row->card, &row->style, (struct box){x, box.y, room, box.h}, tone);
  put_value(layout, node, row, box, badge_room(layout, item), tone);
  int side = badge_side(layout);
  card_put_badge(layout, node, item, (struct box){box.x + box.w - pad - side, box.y + (box.h - side) / 2, side, side},
                 tone);
}

// Which rows a page holds.
struct span {
  int first, end;
  int used; // height, gaps between
};

static struct span fill_page(const struct layout *layout, const struct column *column, int first)
{
  struct span span = {first, first, 0};
  while (span.end < layout->page->item_count) {
    struct row row;
    plan_row(layout, &layout->page->items[span.end], column, &row);
    int used = span.used + (span.used ? layout->sizes.gap : 0) + row.height;
    if (used > column->box.h && span.end > first)
      break;
    span.used = used;
    span.end++;
  }
  return span;
}

static struct span choose_page(const struct layout *layout, const struct column *column)
{
  struct tree *tree = layout->tree;
  struct span wanted = {0};
  struct span span = {0};
  tree->pages = 0;
  while (span.end < layout->page->item_count || tree->pages == 0) {
    span = fill_page(layout, column, span.end);
    if (tree->pages <= layout->page->first_page) {
      wanted = span;
      tree->page = tree->pages;
    }
    tree->pages++;
  }
  return wanted;
}

static bool all_on_one_page(const struct layout *layout, const struct column *column)
{
  struct span span = fill_page(layout, column, 0);
  return span.end == layout->page->item_count && span.used <= column->box.h;
}

static void choose_growth(const struct layout *layout, struct column *column)
{
  for (column->growth = GROWTH_MOST; column->growth > 1; column->growth -= 0.1)
    if (all_on_one_page(layout, column))
      return;
  column->growth = 1;
}

static void put_span(const struct layout *layout, const struct column *column, const struct span *span)
{
  int count = span->end - span->first;
  int extra = count > 0 ? (column->box.h - span->used) / count : 0;
  int most = fit_mm(layout, 9);
  extra = extra < 0 ? 0 : extra < most ? extra : most;
  int y = column->box.y;
  for (int i = span->first; i < span->end; i++) {
    struct row row;
    plan_row(layout, &layout->page->items[i], column, &row);
    put_row(layout, &layout->page->items[i], &row, (struct box){column->box.x, y, column->box.w, row.height + extra});
    y += row.height + extra + layout->sizes.gap;
  }
}

void body_rows(const struct layout *layout, struct box body)
{
  struct column column = {.box = keys_foot(layout, body)};
  choose_growth(layout, &column);
  struct span span = choose_page(layout, &column);
  layout->tree->first_item = span.first;
  layout->tree->items = span.end - span.first;
  put_span(layout, &column, &span);
}
