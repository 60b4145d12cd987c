// SPDX-License-Identifier: GPL-3.0-or-later
// Rows one below the other. They grow while all of them stay on one page.
#include "kiosk/ui/body.h"
#include "kiosk/ui/row.h"

#define GROWTH_MOST 1.5
#define IMAGE_MOST 1.6

// Where a page begins or ends: at an item, or, when that is parted, at one of its lines.
struct place {
  int item, line;
};

// The row as this column shows it; a row that is planned points into it. What a brief column leaves to the ear: what is
// in a dish, and its marks, unless they warn.
static struct page_item item_of(const struct layout *layout, const struct column *column, int index)
{
  struct page_item item = layout->page->items[index];
  if (column->brief)
    item.detail[0] = '\0';
  if (column->brief && item.look != LOOK_WARNING)
    item.note[0] = '\0';
  return item;
}

// Which rows a page holds.
struct span {
  struct place first, end;
  int used; // height, gaps between
};

// A parted row has a page to itself.
static void take_part(const struct layout *layout, const struct column *column, const struct page_item *item,
                      struct row *row, struct span *span)
{
  int lines = card_lines(&row->card);
  int most = row_lines_a_page(layout, column, row);
  int count = lines - span->first.line < most ? lines - span->first.line : most;
  row_slice(layout, item, row, span->first.line, count);
  span->used = row->height;
  span->end = (struct place){span->first.item, span->first.line + count};
  if (span->end.line >= lines)
    span->end = (struct place){span->first.item + 1, 0};
}

static struct span fill_page(const struct layout *layout, const struct column *column, struct place first)
{
  struct span span = {first, first, 0};
  while (span.end.item < layout->page->item_count) {
    struct row row;
    const struct page_item item = item_of(layout, column, span.end.item);
    row_plan(layout, &item, column, &row);
    if (row.parted) {
      if (span.used == 0)
        take_part(layout, column, &item, &row, &span);
      break;
    }
    int used = span.used + (span.used ? column->gap : 0) + row.height;
    if (used > column->box.h && span.used > 0)
      break;
    span.used = used;
    span.end.item++;
  }
  return span;
}

static struct span choose_page(const struct layout *layout, const struct column *column)
{
  struct tree *tree = layout->tree;
  struct span wanted = {0};
  struct span span = {0};
  tree->pages = 0;
  while (span.end.item < layout->page->item_count || tree->pages == 0) {
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
  for (struct place at = {0}; at.item < layout->page->item_count; pages++)
    at = fill_page(layout, column, at).end;
  return pages;
}

static bool all_whole(const struct layout *layout, const struct column *column)
{
  for (int i = 0; i < layout->page->item_count; i++) {
    struct row row;
    const struct page_item item = item_of(layout, column, i);
    row_plan(layout, &item, column, &row);
    if (row.parted)
      return false;
  }
  return true;
}

// Whether the first page holds a single row of several: nobody compares what is never seen side by side.
static bool is_cramped(const struct layout *layout, const struct column *column)
{
  struct span first = fill_page(layout, column, (struct place){0});
  return layout->page->item_count > 1 && first.end.item < 2;
}

static bool on_one_page(const struct layout *layout, const struct column *column)
{
  return pages_of(layout, column) <= 1 && all_whole(layout, column);
}

// The image size that needs the fewest pages, as large as it can be.
static void choose_image(const struct layout *layout, struct column *column)
{
  struct column best = *column;
  int fewest = pages_of(layout, column);
  for (column->image = IMAGE_MOST; column->image > 0.5; column->image -= 0.2) {
    int pages = pages_of(layout, column);
    if (pages > fewest || (pages == fewest && column->image < best.image))
      continue;
    fewest = pages;
    best = *column;
  }
  *column = best;
}

static bool shows_enough(const struct layout *layout, const struct column *column)
{
  return fit_wants_whole(layout->page) ? on_one_page(layout, column) : !is_cramped(layout, column);
}

// Where all must be seen before an answer, all on one page in letters as small as can be read; else small enough for
// two rows. Images become small before letters do, and details go at last: they are said too.
static bool shrink(const struct layout *layout, struct column *column)
{
  double least = layout->sizes.floor / (double)layout->sizes.base;
  for (int brief = 0; brief < 2; brief++) {
    column->brief = brief == 1;
    for (column->growth = 1; column->growth > least - 0.06; column->growth -= 0.06)
      for (column->image = 1; column->image > 0.5; column->image -= 0.2)
        if (shows_enough(layout, column))
          return true;
  }
  column->brief = false;
  return false;
}

// Words as large as stays on one page; else at the page's own size, unless that shows too little.
static void choose_growth(const struct layout *layout, struct column *column)
{
  for (double growth = GROWTH_MOST; growth > 1; growth -= 0.1) {
    column->growth = column->image = growth;
    if (on_one_page(layout, column))
      return;
  }
  if ((fit_wants_whole(layout->page) || is_cramped(layout, column)) && shrink(layout, column))
    return;
  column->growth = column->image = 1;
  if (fit_any_picture(layout->page))
    choose_image(layout, column);
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
    if (page->items[i].action.kind || page->items[i].more.action.kind ||
        (page->items[i].look != LOOK_PLAIN && page->items[i].look != LOOK_MAIN))
      return false;
  return page->item_count > 1;
}

// The item after the last one that is to be seen.
static int end_of(const struct span *span)
{
  return span->end.line > 0 ? span->end.item + 1 : span->end.item;
}

static void plan_shown(const struct layout *layout, const struct column *column, const struct span *span,
                       const struct page_item *item, struct row *row)
{
  struct span again = *span;
  row_plan(layout, item, column, row);
  if (row->parted)
    take_part(layout, column, item, row, &again);
}

static void put_span(const struct layout *layout, const struct column *column, const struct span *span)
{
  int count = end_of(span) - span->first.item;
  int extra = count > 0 ? (column->box.h - span->used) / count : 0;
  int most = fit_mm(layout, 9);
  extra = extra < 0 ? 0 : extra < most ? extra : most;
  int y = column->box.y;
  int slip = -1;
  if (column->slip)
    slip = put_slip(layout, (struct box){column->box.x, y, column->box.w, span->used + count * extra});
  for (int i = span->first.item; i < end_of(span); i++) {
    struct row row;
    const struct page_item item = item_of(layout, column, i);
    plan_shown(layout, column, span, &item, &row);
    row_put(layout, &item, column, &row, (struct box){column->box.x, y, column->box.w, row.height + extra});
    if (slip >= 0 && i + 1 < end_of(span))
      put_rule(layout, slip, column->box, y + row.height + extra);
    y += row.height + extra + column->gap;
  }
}

void body_rows(const struct layout *layout, struct box body)
{
  struct column column = {.box = body, .slip = is_slip(layout->page)};
  column.gap = column.slip ? 0 : layout->sizes.gap;
  choose_growth(layout, &column);
  struct span span = choose_page(layout, &column);
  layout->tree->first_item = span.first.item;
  layout->tree->items = end_of(&span) - span.first.item;
  put_span(layout, &column, &span);
}
