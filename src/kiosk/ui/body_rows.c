// SPDX-License-Identifier: GPL-3.0-or-later
// Rows one below the other, in two columns on a wide panel: image, words, value, sign.
#include "kiosk/ui/body.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/keys.h"

struct row {
  int height;
  int image; // side of the image, 0 without one
  struct fitted value;
  struct card card;
  struct card_style style;
};

static int badge_room(const struct layout *layout, const struct page_item *item)
{
  return card_has_badge(item) ? fit_mm(layout, 9) + layout->sizes.pad : 0;
}

static int words_width(const struct layout *layout, const struct page_item *item, const struct row *row, int width)
{
  int pad = layout->sizes.pad;
  int beside = row->style.value || row->value.width == 0 ? 0 : row->value.width + 2 * pad;
  return width - 2 * pad - (row->image ? row->image + pad : 0) - beside - badge_room(layout, item);
}

static int least_height(const struct layout *layout, const struct page_item *item)
{
  return item->action.kind ? layout->sizes.key : lines_pitch(layout->sizes.base);
}

// Measures one arrangement; false when its words don't stand in the room.
static bool row_fits(const struct layout *layout, const struct page_item *item, int width, int most, struct row *row)
{
  double em = layout->sizes.base * row->style.scale;
  fit_break(layout, item->value, fit_em(layout, em), true, width / 3, &row->value);
  int room = words_width(layout, item, row, width);
  if (room < fit_em(layout, em) * 2)
    return false;
  card_measure(layout, item, &row->style, room, &row->card);
  row->height = row->card.height > row->image ? row->card.height : row->image;
  row->height += layout->sizes.pad * (item->action.kind ? 2 : 1);
  if (row->height < least_height(layout, item))
    row->height = least_height(layout, item);
  return row->card.whole && (row->style.value || row->value.lines.whole) && row->height <= most;
}

static int image_side(const struct layout *layout, const struct page_item *item)
{
  if (item->picture[0])
    return fit_mm(layout, 20);
  return item->icon[0] ? fit_mm(layout, 12) : 0;
}

// The richest arrangement that fits: at full size with value beside, then below, then without the image, then smaller.
static void plan_row(const struct layout *layout, const struct page_item *item, int width, int most, struct row *row)
{
  for (double scale = 1; scale > 0.2; scale -= 0.08)
    for (int plain = 0; plain < 2; plain++)
      for (int below = 0; below < 2; below++) {
        row->image = plain ? 0 : image_side(layout, item);
        row->style = (struct card_style){scale, 1, below == 1, FIT_LEFT};
        if (row_fits(layout, item, width, most, row))
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
    card_put_image(layout, node, item, (struct box){x, box.y + (box.h - row->image) / 2, row->image, row->image}, tone);
    x += row->image + pad;
  }
  int room = words_width(layout, item, row, box.w);
  card_put(layout, node, &row->card, &row->style, (struct box){x, box.y, room, box.h}, tone);
  int badge = badge_room(layout, item);
  put_value(layout, node, row, box, badge, tone);
  int side = fit_mm(layout, 9);
  card_put_badge(layout, node, item, (struct box){box.x + box.w - pad - side, box.y + (box.h - side) / 2, side, side},
                 tone);
}

// Where the rows of one page begin and end.
struct span {
  int first, end;
  int used; // height, gaps between
};

static struct span fill_page(const struct layout *layout, struct box body, int width, int columns, int first)
{
  struct span span = {first, first, 0};
  while (span.end < layout->page->item_count) {
    int height = 0;
    int end = span.end + columns < layout->page->item_count ? span.end + columns : layout->page->item_count;
    for (int i = span.end; i < end; i++) {
      struct row row;
      plan_row(layout, &layout->page->items[i], width, body.h, &row);
      height = row.height > height ? row.height : height;
    }
    int used = span.used + (span.used ? layout->sizes.gap : 0) + height;
    if (used > body.h && span.end > first)
      break;
    span.used = used;
    span.end = end;
  }
  return span;
}

static struct span choose_page(const struct layout *layout, struct box body, int width, int columns)
{
  struct tree *tree = layout->tree;
  struct span wanted = {0};
  struct span span = {0};
  tree->pages = 0;
  while (span.end < layout->page->item_count || tree->pages == 0) {
    span = fill_page(layout, body, width, columns, span.end);
    if (tree->pages <= layout->page->first_page) {
      wanted = span;
      tree->page = tree->pages;
    }
    tree->pages++;
  }
  return wanted;
}

static int spread(const struct layout *layout, struct box body, const struct span *span, int lines)
{
  int extra = lines > 0 ? (body.h - span->used) / lines : 0;
  int most = fit_mm(layout, 8);
  return extra < 0 ? 0 : extra < most ? extra : most;
}

static void put_span(const struct layout *layout, struct box body, int width, int columns, const struct span *span)
{
  int extra = spread(layout, body, span, (span->end - span->first + columns - 1) / columns);
  int y = body.y;
  for (int i = span->first; i < span->end; i += columns) {
    struct row rows[2];
    int height = 0;
    for (int c = 0; c < columns && i + c < span->end; c++) {
      plan_row(layout, &layout->page->items[i + c], width, body.h, &rows[c]);
      height = rows[c].height > height ? rows[c].height : height;
    }
    height += extra;
    for (int c = 0; c < columns && i + c < span->end; c++)
      put_row(layout, &layout->page->items[i + c], &rows[c],
              (struct box){body.x + c * (width + layout->sizes.gap), y, width, height});
    y += height + layout->sizes.gap;
  }
}

void body_rows(const struct layout *layout, struct box body)
{
  body = keys_foot(layout, body);
  int columns = body.w >= fit_mm(layout, 330) && layout->page->item_count > 3 ? 2 : 1;
  int width = (body.w - (columns - 1) * layout->sizes.gap) / columns;
  struct span span = choose_page(layout, body, width, columns);
  layout->tree->first_item = span.first;
  layout->tree->items = span.end - span.first;
  put_span(layout, body, width, columns, &span);
}
