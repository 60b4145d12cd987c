// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/row.h"

#include "base/text.h"
#include "kiosk/ui/keys.h"

#define STEP 0.06
#define PICTURE_MM 46 // wide, at most
#define ICON_MM 12

static int badge_side(const struct layout *layout)
{
  return fit_mm(layout, 9);
}

static int badge_room(const struct layout *layout, const struct page_item *item)
{
  return card_has_badge(item) ? badge_side(layout) + layout->sizes.pad : 0;
}

static bool has_steps(const struct page_item *item)
{
  return item->less.action.kind != 0 || item->more.action.kind != 0;
}

static int steps_room(const struct layout *layout, const struct page_item *item)
{
  return has_steps(item) ? 2 * (layout->sizes.key + layout->sizes.gap) : 0;
}

static int words_width(const struct layout *layout, const struct page_item *item, const struct row *row, int width)
{
  int pad = layout->sizes.pad;
  width -= steps_room(layout, item);
  int beside = row->style.value || row->value.width == 0 ? 0 : row->value.width + 2 * pad;
  return width - 2 * pad - (row->image ? row->image + pad * 3 / 2 : 0) - beside - badge_room(layout, item);
}

static int least_height(const struct layout *layout, const struct page_item *item)
{
  if (has_steps(item))
    return layout->sizes.key;
  if (item->action.kind == 0)
    return lines_pitch(layout->sizes.base);
  return layout->page->body == BODY_TILES ? layout->sizes.tile : layout->sizes.key;
}

// Measures one arrangement; false when its words don't stand in the room.
static bool row_fits(const struct layout *layout, const struct page_item *item, struct box box, struct row *row)
{
  double em = layout->sizes.base * row->style.scale;
  fit_break(layout, item->value, fit_em(layout, em), true, box.w * 2 / 5, &row->value);
  int room = words_width(layout, item, row, box.w);
  if (room < fit_em(layout, em) * 2)
    return false;
  card_measure(layout, item, &row->style, room, &row->card);
  int beside = row->style.value ? 0 : row->value.height;
  row->height = row->card.height > row->image_h ? row->card.height : row->image_h;
  row->height = row->height > beside ? row->height : beside;
  row->height += layout->sizes.pad * (item->action.kind ? 2 : 1);
  if (row->height < least_height(layout, item))
    row->height = least_height(layout, item);
  return row->card.whole && (row->style.value || row->value.lines.whole) && row->height <= box.h;
}

// The room for an image is the same in all rows, so that their words begin below each other. A picture is what a person
// chooses by: a fifth of the row when there is room, in the proportions of a photograph.
static void plan_image(const struct layout *layout, const struct page_item *item, const struct column *column,
                       struct row *row)
{
  int fifth = column->box.w / 5 < fit_mm(layout, PICTURE_MM) ? column->box.w / 5 : fit_mm(layout, PICTURE_MM);
  int icon = (int)(fit_mm(layout, ICON_MM) * column->growth);
  bool pictures = fit_any_picture(layout->page);
  row->image = pictures ? (int)(fifth * column->image) : fit_any_icon(layout->page) ? icon : 0;
  if (pictures && icon < row->image / 2)
    icon = row->image / 2;
  row->image_h = item->picture[0] ? row->image * 3 / 4 : item->icon[0] ? icon : 0;
  if (row->image_h > row->image)
    row->image_h = row->image;
}

static bool arrange(const struct layout *layout, const struct page_item *item, const struct column *column,
                    double scale, bool plain, bool below, struct row *row)
{
  plan_image(layout, item, column, row);
  if (plain)
    row->image = row->image_h = 0;
  row->style = (struct card_style){.scale = scale, .label = 1, .value = below, .strict = scale >= 1 && !below};
  return row_fits(layout, item, column->box, row);
}

// All in the smallest letters, as many lines as it takes.
static void part(const struct layout *layout, const struct page_item *item, const struct column *column,
                 struct row *row)
{
  arrange(layout, item, column, 0, true, true, row);
  card_measure(layout, item, &row->style, words_width(layout, item, row, column->box.w), &row->card);
  row->card.detail_last = true;
  row->parted = true;
}

void row_plan(const struct layout *layout, const struct page_item *item, const struct column *column, struct row *out)
{
  out->parted = false;
  // Rows that grow do so together or not at all, and never at the cost of their picture.
  double smallest = layout->sizes.floor / (double)layout->sizes.base - STEP;
  double least = column->growth > 1 ? column->growth - STEP / 2 : smallest;
  for (double scale = column->growth; scale > least; scale -= STEP)
    for (int plain = 0; plain < (column->growth > 1 ? 1 : 2); plain++)
      for (int below = 0; below < 2; below++)
        if (arrange(layout, item, column, scale, plain == 1, below == 1, out))
          return;
  part(layout, item, column, out);
}

int row_lines_a_page(const struct layout *layout, const struct column *column, const struct row *row)
{
  int room = column->box.h - 2 * layout->sizes.pad - 3 * row->card.gap;
  int lines = room / lines_pitch(layout->sizes.floor);
  return lines > 1 ? lines : 1;
}

void row_slice(const struct layout *layout, const struct page_item *item, struct row *row, int first, int count)
{
  card_slice(&row->card, first, count);
  row->height = row->card.height + 2 * layout->sizes.pad;
  if (row->height < least_height(layout, item))
    row->height = least_height(layout, item);
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

static void put_step(const struct layout *layout, const struct page_item *item, const char *icon,
                     const struct page_step *step, struct box box)
{
  struct page_item key = {.enabled = true, .action = step->action};
  FORMAT_TEXT(key.name, "%s.%s", icon, item->name);
  COPY_TEXT(key.icon, icon);
  COPY_TEXT(key.spoken, step->spoken);
  if (step->action.kind)
    keys_put(layout, &key, box, FACE_ICON, theme_tone(layout->theme, &key));
}

static void put_steps(const struct layout *layout, const struct page_item *item, struct box box)
{
  int side = layout->sizes.key;
  struct box less = {box.x, box.y + (box.h - side) / 2, side, side};
  struct box more = less;
  more.x += side + layout->sizes.gap;
  put_step(layout, item, "less", &item->less, less);
  put_step(layout, item, "more", &item->more, more);
}

void row_put(const struct layout *layout, const struct page_item *item, const struct column *column,
             const struct row *row, struct box box)
{
  int pad = layout->sizes.pad;
  int room = words_width(layout, item, row, box.w);
  box.w -= steps_room(layout, item);
  const struct tone *tone = column->slip ? &layout->theme->plain : theme_tone(layout->theme, item);
  int node = column->slip ? fit_node(layout, item, box, tone) : fit_item(layout, item, box, tone);
  if (row->parted)
    card_text(&row->card, layout->tree->nodes[node].text, sizeof layout->tree->nodes[node].text);
  int x = box.x + pad;
  if (row->image) {
    struct box image = {x, box.y + (box.h - row->image_h) / 2, row->image, row->image_h};
    card_put_image(layout, node, item, image, tone);
    x += row->image + pad * 3 / 2;
  }
  card_put(layout, node, &row->card, &row->style, (struct box){x, box.y, room, box.h}, tone);
  put_value(layout, node, row, box, badge_room(layout, item), tone);
  int side = badge_side(layout);
  card_put_badge(layout, node, item, (struct box){box.x + box.w - pad - side, box.y + (box.h - side) / 2, side, side},
                 tone);
  put_steps(layout, item, (struct box){box.x + box.w + layout->sizes.gap, box.y, 0, box.h});
}
