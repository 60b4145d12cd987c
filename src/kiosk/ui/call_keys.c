// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/call_keys.h"

#include "kiosk/ui/keys.h"

#define GOOD_MM 27    // height of a key with words below its sign, at 100 %
#define HIGH_SHARE 36 // percent of the body that the keys may take
#define WIDE_MM 60

struct call_row {
  int rows, each;          // how many keys stand in a row
  int width, last, height; // of a key; of the last one
  enum key_face face;
};

// `percent`: how much wider the last key is.
static struct call_row row_of(const struct layout *layout, struct box body, int rows, int percent)
{
  int gap = layout->sizes.gap;
  int each = (layout->page->key_count + rows - 1) / rows;
  int width = (body.w - (each - 1) * gap) * 100 / ((each - 1) * 100 + percent);
  int most = fit_mm(layout, WIDE_MM);
  width = width < most ? width : most;
  return (struct call_row){
      .rows = rows, .each = each, .width = width, .last = width * percent / 100, .height = layout->sizes.key};
}

static bool all_fit(const struct layout *layout, const struct call_row *row)
{
  const struct page *page = layout->page;
  for (int i = 0; i < page->key_count; i++) {
    int width = i == page->key_count - 1 ? row->last : row->width;
    if (!keys_face_fits(layout, &page->keys[i], width, row->height, row->face))
      return false;
  }
  return row->width >= layout->sizes.key;
}

static bool with_words(const struct layout *layout, struct box body, int height, struct call_row *row)
{
  static const int widths[] = {200, 160, 125};
  for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
    *row = row_of(layout, body, 1, widths[i]);
    row->height = height;
    for (row->face = FACE_STACKED; row->face < FACE_ICON; row->face++)
      if (all_fit(layout, row))
        return true;
  }
  return false;
}

// As high as is good to touch or less; where words need it, higher, though pictures lose by that.
static struct call_row plan(const struct layout *layout, struct box body)
{
  struct call_row row;
  int least = layout->sizes.key;
  int share = body.h * HIGH_SHARE / 100;
  int step = fit_mm(layout, 1);
  int good = fit_mm(layout, GOOD_MM) * layout->page->text_percent / 100;
  good = good < share ? good : share;
  for (int height = good; height >= least; height -= step)
    if (with_words(layout, body, height, &row))
      return row;
  for (int height = good; height <= share && height >= least; height += step)
    if (with_words(layout, body, height, &row))
      return row;
  row = row_of(layout, body, 1, 160);
  if (row.width < least)
    row = row_of(layout, body, 2, 160);
  row.face = FACE_ICON;
  return row;
}

static int height_of(const struct layout *layout, const struct call_row *row)
{
  return row->rows * (row->height + layout->sizes.gap);
}

struct box call_keys_room(const struct layout *layout, struct box body)
{
  if (layout->page->key_count == 0)
    return body;
  struct call_row row = plan(layout, body);
  body.h -= height_of(layout, &row);
  return body;
}

void call_keys_put(const struct layout *layout, struct box body)
{
  const struct page *page = layout->page;
  if (page->key_count == 0)
    return;
  struct call_row row = plan(layout, body);
  int gap = layout->sizes.gap;
  int left = body.x + (body.w - (row.each - 1) * (row.width + gap) - row.last) / 2;
  int top = body.y + body.h - height_of(layout, &row) + gap;
  for (int i = 0; i < page->key_count; i++) {
    struct box box = {left + i % row.each * (row.width + gap), top + i / row.each * (row.height + gap),
                      i == page->key_count - 1 ? row.last : row.width, row.height};
    keys_put(layout, &page->keys[i], box, row.face, theme_tone(layout->theme, &page->keys[i]));
  }
}
