// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/call_keys.h"

#include "kiosk/ui/keys.h"

#define GOOD_MM 27    // height of a key with words below its sign, at 100 %
#define HIGH_SHARE 36 // percent of the body that the keys may take
#define WIDE_MM 60
#define FEW 2 // so many keys are what the page is about: larger, and none larger than the other
#define FEW_GOOD_MM 40
#define FEW_SHARE 50
#define FEW_WIDE_MM 110

struct call_row {
  int rows, each;          // how many keys stand in a row
  int width, last, height; // of a key; of the last one
  enum key_face face, last_face;
};

static bool few(const struct layout *layout)
{
  return layout->page->key_count <= FEW;
}

// `percent`: how much wider the last key is.
static struct call_row row_of(const struct layout *layout, struct box body, int rows, int percent)
{
  int gap = layout->sizes.gap;
  int each = (layout->page->key_count + rows - 1) / rows;
  int width = (body.w - (each - 1) * gap) * 100 / ((each - 1) * 100 + percent);
  int most = fit_mm(layout, few(layout) ? FEW_WIDE_MM : WIDE_MM);
  width = width < most ? width : most;
  return (struct call_row){
      .rows = rows, .each = each, .width = width, .last = width * percent / 100, .height = layout->sizes.key};
}

static bool all_fit(const struct layout *layout, const struct call_row *row)
{
  const struct page *page = layout->page;
  for (int i = 0; i < page->key_count; i++) {
    bool last = i == page->key_count - 1;
    if (!keys_face_fits(layout, &page->keys[i], last ? row->last : row->width, row->height,
                        last ? row->last_face : row->face))
      return false;
  }
  return row->width >= layout->sizes.key;
}

static bool with_words(const struct layout *layout, struct box body, int height, struct call_row *row)
{
  static const int widths[] = {200, 160, 125, 100};
  for (size_t i = few(layout) ? 3 : 0; i < (few(layout) ? 4 : 3); i++) {
    *row = row_of(layout, body, 1, widths[i]);
    row->height = height;
    for (row->face = FACE_STACKED; row->face < FACE_ICON; row->face++) {
      row->last_face = row->face;
      if (all_fit(layout, row))
        return true;
    }
  }
  return false;
}

// Where words have no room on all keys, the last one alone has them: it is the one that must not be mistaken.
static bool last_with_words(const struct layout *layout, struct box body, int rows, struct call_row *row)
{
  for (int percent = 160; percent <= 500; percent += 20) {
    *row = row_of(layout, body, rows, percent);
    row->face = FACE_ICON;
    for (row->last_face = FACE_STACKED; row->last_face < FACE_ICON; row->last_face++)
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
  int share = body.h * (few(layout) ? FEW_SHARE : HIGH_SHARE) / 100;
  int step = fit_mm(layout, 1);
  int good = fit_mm(layout, few(layout) ? FEW_GOOD_MM : GOOD_MM) * layout->page->text_percent / 100;
  good = good < share ? good : share;
  for (int height = good; height >= least; height -= step)
    if (with_words(layout, body, height, &row))
      return row;
  for (int height = good; height <= share && height >= least; height += step)
    if (with_words(layout, body, height, &row))
      return row;
  if (last_with_words(layout, body, 1, &row) || last_with_words(layout, body, 2, &row))
    return row;
  row = row_of(layout, body, 2, 160);
  row.face = row.last_face = FACE_ICON;
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
    bool last = i == page->key_count - 1;
    struct box box = {left + i % row.each * (row.width + gap), top + i / row.each * (row.height + gap),
                      last ? row.last : row.width, row.height};
    keys_put(layout, &page->keys[i], box, last ? row.last_face : row.face, theme_tone(layout->theme, &page->keys[i]));
  }
}
