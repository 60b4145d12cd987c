// SPDX-License-Identifier: GPL-3.0-or-later
// Rows one below the other: image, words, value, sign. They grow while all of them stay on one page.
#include "kiosk/ui/body.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/keys.h"

#define GROWTH_MOST 1.5
#define PICTURE_MM 46 // wide, at most
#define ICON_MM 12

struct row {
  int height;
  int image, image_h; // of the room for an image, 0 without one
  struct fitted value;
  struct card card;
  struct card_style style;
};

// What all rows of the page share.
struct column {
  struct box box;
  double growth; // of words
  double image;  // of images
  bool slip;     // nothing to touch: the rows stand on one card, like a receipt
  int gap;       // between two rows
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

static bool any_picture(const struct page *page)
{
  for (int i = 0; i < page->item_count; i++)
    if (page->items[i].picture[0])
      return true;
  return false;
}

static bool any_icon(const struct page *page)
{
  for (int i = 0; i < page->item_count; i++)
    if (page->items[i].icon[0])
      return true;
  return false;
}

// The room for an image is the same in all rows, so that their words begin below each other. A picture is what a person
// chooses by: a fifth of the row when there is room, in the proportions of a photograph.
static void plan_image(const struct layout *layout, const struct page_item *item, const struct column *column,
                       struct row *row)
{
  int fifth = column->box.w / 5 < fit_mm(layout, PICTURE_MM) ? column->box.w / 5 : fit_mm(layout, PICTURE_MM);
  int icon = (int)(fit_mm(layout, ICON_MM) * column->growth);
  bool pictures = any_picture(layout->page);
  row->image = pictures ? (int)(fifth * column->image) : any_icon(layout->page) ? icon : 0;
  row->image_h = item->picture[0] ? row->image * 3 / 4 : item->icon[0] ? icon : 0;
  if (row->image_h > row->image)
    row->image_h = row->image;
}

// The richest arrangement that fits: at full size with value beside, then below, then without the image, then smaller.
static void plan_row(const struct layout *layout, const struct page_item *item, const struct column *column,
                     struct row *row)
{
  for (double scale = column->growth; scale > 0.2; scale -= 0.06)
    for (int plain = 0; plain < 2; plain++)
      for (int below = 0; below < 2; below++) {
        plan_image(layout, item, column, row);
        if (plain)
          row->image = row->image_h = 0;
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

static void put_row(const struct layout *layout, const struct page_item *item, const struct column *column,
                    const struct row *row, struct box box)
{
  int pad = layout->sizes.pad;
  const struct tone *tone = column->slip ? &layout->theme->plain : theme_tone(layout->theme, item);
  int node = column->slip ? fit_node(layout, item, box, tone) : fit_item(layout, item, box, tone);
  int x = box.x + pad;
  if (row->image) {
    struct box image = {x, box.y + (box.h - row->image_h) / 2, row->image, row->image_h};
    card_put_image(layout, node, item, image, tone);
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
    int used = span.used + (span.used ? column->gap : 0) + row.height;
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

static int pages_of(const struct layout *layout, const struct column *column)
{
  int pages = 0;
  for (int first = 0; first < layout->page->item_count; pages++)
    first = fill_page(layout, column, first).end;
  return pages;
}

// As large as stays on one page; else with smaller images where that saves a page.
static void choose_growth(const struct layout *layout, struct column *column)
{
  for (double growth = GROWTH_MOST; growth > 1; growth -= 0.1) {
    column->growth = column->image = growth;
    if (pages_of(layout, column) <= 1)
      return;
  }
  column->growth = column->image = 1;
  struct column best = *column;
  for (column->image = 0.8; any_picture(layout->page) && column->image > 0.5; column->image -= 0.2)
    if (pages_of(layout, column) < pages_of(layout, &best))
      best = *column;
  *column = best;
}

// A thin line between two rows of a slip.
static void put_rule(const struct layout *layout, int node, struct box box, int y)
{
  int thick = fit_mm(layout, 0.3);
  int in = layout->sizes.pad;
  struct mark *mark = tree_mark(layout->tree, MARK_PLATE, node, (struct box){box.x + in, y, box.w - 2 * in, thick});
  mark->ground = layout->theme->plain.edge;
}

static int put_slip(const struct layout *layout, struct box box)
{
  int node = tree_add(layout->tree, ROLE_TEXT, "slip", box);
  layout->tree->nodes[node].ink = layout->theme->plain.ink;
  layout->tree->nodes[node].ground = layout->theme->plain.ground;
  fit_plate(layout, node, box, &layout->theme->plain);
  return node;
}

static bool is_slip(const struct page *page)
{
  for (int i = 0; i < page->item_count; i++)
    if (page->items[i].action.kind || (page->items[i].look != LOOK_PLAIN && page->items[i].look != LOOK_MAIN))
      return false;
  return page->item_count > 1;
}

static void put_span(const struct layout *layout, const struct column *column, const struct span *span)
{
  int count = span->end - span->first;
  int extra = count > 0 ? (column->box.h - span->used) / count : 0;
  int most = fit_mm(layout, 9);
  extra = extra < 0 ? 0 : extra < most ? extra : most;
  int y = column->box.y;
  int all = span->used + count * extra;
  int slip = -1;
  if (column->slip)
    slip = put_slip(layout, (struct box){column->box.x, y, column->box.w, all});
  for (int i = span->first; i < span->end; i++) {
    struct row row;
    plan_row(layout, &layout->page->items[i], column, &row);
    put_row(layout, &layout->page->items[i], column, &row,
            (struct box){column->box.x, y, column->box.w, row.height + extra});
    if (slip >= 0 && i + 1 < span->end)
      put_rule(layout, slip, column->box, y + row.height + extra);
    y += row.height + extra + column->gap;
  }
}

void body_rows(const struct layout *layout, struct box body)
{
  struct column column = {.box = keys_foot(layout, body), .slip = is_slip(layout->page)};
  column.gap = column.slip ? 0 : layout->sizes.gap;
  choose_growth(layout, &column);
  struct span span = choose_page(layout, &column);
  layout->tree->first_item = span.first;
  layout->tree->items = span.end - span.first;
  put_span(layout, &column, &span);
}
