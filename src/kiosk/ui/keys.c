// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/keys.h"

#define LINES_ON_KEY 2

// Where icon and label stand on a key, relative to its corner.
struct face_plan {
  struct box icon, label;
};

static struct face_plan plan_face(const struct layout *layout, int width, int height, enum key_face face)
{
  int pad = fit_mm(layout, height < fit_mm(layout, 20) ? 0.8 : 1.6);
  int inner = height - 2 * pad;
  struct face_plan plan = {.icon = {pad, pad, width - 2 * pad, inner}};
  if (face == FACE_STACKED) {
    plan.icon.h = inner * 45 / 100;
    plan.label = (struct box){pad, pad + plan.icon.h, width - 2 * pad, inner - plan.icon.h};
  } else if (face == FACE_BESIDE) {
    plan.icon.w = inner * 6 / 10;
    plan.icon.x = 2 * pad;
    plan.label = (struct box){plan.icon.w + 3 * pad, pad, width - plan.icon.w - 4 * pad, inner};
  } else {
    plan.icon = (struct box){pad + inner / 8, pad + inner / 8, width - 2 * pad - inner / 4, inner - inner / 4};
  }
  return plan;
}

static bool fit_label(const struct layout *layout, const struct page_item *key, const struct face_plan *plan,
                      struct fitted *out)
{
  int em = layout->sizes.base > plan->label.h ? plan->label.h : layout->sizes.base;
  return fit_text(layout, key->label, fit_em(layout, em), layout->sizes.floor, true, plan->label.w, plan->label.h,
                  LINES_ON_KEY, out);
}

bool keys_face_fits(const struct layout *layout, const struct page_item *key, int width, int height, enum key_face face)
{
  if (face == FACE_ICON)
    return true;
  struct fitted label;
  struct face_plan plan = plan_face(layout, width, height, face);
  return fit_label(layout, key, &plan, &label);
}

static struct box moved(struct box box, struct box by)
{
  return (struct box){box.x + by.x, box.y + by.y, box.w, box.h};
}

int keys_put(const struct layout *layout, const struct page_item *key, struct box box, enum key_face face,
             const struct tone *tone)
{
  int node = fit_item(layout, key, box, tone);
  struct face_plan plan = plan_face(layout, box.w, box.h, face);
  fit_icon(layout, node, key->icon, moved(plan.icon, box), tone->sign, tone->ground);
  if (face == FACE_ICON)
    return node;
  struct fitted label;
  fit_label(layout, key, &plan, &label);
  fit_put(layout, node, &label, moved(plan.label, box), face == FACE_STACKED ? FIT_CENTRE : FIT_LEFT, tone->ink,
          tone->ground);
  return node;
}

// The large keys in `columns`, all of one size.
struct foot {
  int columns, width, height, em;
  bool icons;
  int lines; // of a label, at most
};

static int icon_room(const struct foot *foot)
{
  return foot->icons ? foot->em * 16 / 10 : 0;
}

// The height all labels need at the foot's size; 0 when one of them doesn't fit its key.
static int height_needed(const struct layout *layout, const struct foot *foot)
{
  int most = 0;
  for (int i = 0; i < layout->page->key_count; i++) {
    struct fitted label;
    fit_break(layout, layout->page->keys[i].label, foot->em, true,
              foot->width - 2 * layout->sizes.pad - icon_room(foot), &label);
    if (!label.lines.whole || label.lines.count > foot->lines)
      return 0;
    if (label.height > most)
      most = label.height;
  }
  int height = most + layout->sizes.pad * (foot->lines == 1 ? 2 : 1) + fit_mm(layout, 1);
  return height < layout->sizes.key ? layout->sizes.key : height;
}

static bool try_foot(const struct layout *layout, struct foot *foot, int most_height, int least_em)
{
  for (; foot->em >= least_em; foot->em -= 2) {
    foot->height = height_needed(layout, foot);
    if (foot->height && foot->height <= most_height)
      return true;
  }
  return false;
}

static int width_of_columns(const struct layout *layout, struct box body, int columns)
{
  int width = (body.w - (columns - 1) * layout->sizes.gap) / columns;
  int most = fit_mm(layout, 170);
  return width < most ? width : most;
}

// A label on one line is read at a glance: for that the icon goes first, then the size down to that of 100 %, then the
// line is parted, then the size goes down to the floor. Where room is `spare` only the last is tried.
static bool foot_of_columns(const struct layout *layout, struct box body, int columns, int most, bool spare,
                            struct foot *out)
{
  const struct {
    bool icons;
    int lines, least;
  } ways[] = {
      {true, 1, layout->sizes.normal},  {false, 1, layout->sizes.normal}, {true, 2, layout->sizes.normal},
      {false, 2, layout->sizes.normal}, {false, 1, layout->sizes.floor},  {false, 2, layout->sizes.floor},
      {false, 3, layout->sizes.floor},
  };
  int rows = (layout->page->key_count + columns - 1) / columns;
  for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
    *out = (struct foot){.columns = columns,
                         .width = width_of_columns(layout, body, columns),
                         .icons = ways[i].icons,
                         .lines = ways[i].lines};
    if (spare && ways[i].least > layout->sizes.floor)
      continue;
    out->em = fit_em(layout, spare ? 0 : layout->sizes.base * 1.05);
    if (try_foot(layout, out, (most - (rows - 1) * layout->sizes.gap) / rows, ways[i].least))
      return true;
  }
  return false;
}

// Side by side if that takes no more than its share of the body, else below each other.
static struct foot plan_foot(const struct layout *layout, struct box body, int columns)
{
  struct foot foot;
  int least = layout->sizes.key;
  for (int percent = 34; percent <= 64; percent += 15)
    for (int i = columns; i > 0; i--) {
      int most = body.h * percent / 100 > least ? body.h * percent / 100 : least;
      if (foot_of_columns(layout, body, i, most, percent > 34, &foot))
        return foot;
    }
  foot.em = layout->sizes.floor;
  foot.lines = 4;
  foot.height = height_needed(layout, &foot);
  if (foot.height < least)
    foot.height = least;
  return foot;
}

static void put_large(const struct layout *layout, const struct page_item *key, const struct foot *foot, struct box box)
{
  const struct tone *tone = theme_tone(layout->theme, key);
  int node = fit_item(layout, key, box, tone);
  bool icon = foot->icons && key->icon[0];
  int room = icon ? icon_room(foot) : 0;
  struct fitted label;
  fit_break(layout, key->label, foot->em, true, box.w - 2 * layout->sizes.pad - room, &label);
  int left = box.x + (box.w - label.width - room) / 2;
  if (icon)
    fit_icon(layout, node, key->icon, (struct box){left, box.y, foot->em * 13 / 10, box.h}, tone->sign, tone->ground);
  fit_put(layout, node, &label, (struct box){left + room, box.y, label.width, box.h}, FIT_CENTRE, tone->ink,
          tone->ground);
}

static int foot_height(const struct layout *layout, const struct foot *foot)
{
  int rows = (layout->page->key_count + foot->columns - 1) / foot->columns;
  return rows * foot->height + (rows - 1) * layout->sizes.gap;
}

static struct box room_above(const struct layout *layout, struct box body, int columns)
{
  if (layout->page->key_count == 0)
    return body;
  struct foot foot = plan_foot(layout, body, columns);
  body.h -= foot_height(layout, &foot) + layout->sizes.gap;
  return body;
}

static void put_foot(const struct layout *layout, struct box body, int columns)
{
  if (layout->page->key_count == 0)
    return;
  struct foot foot = plan_foot(layout, body, columns);
  int gap = layout->sizes.gap;
  int top = body.y + body.h - foot_height(layout, &foot);
  int wide = foot.columns * foot.width + (foot.columns - 1) * gap;
  int left = body.x + (body.w - wide) / 2;
  for (int i = 0; i < layout->page->key_count; i++) {
    struct box box = {left + i % foot.columns * (foot.width + gap), top + i / foot.columns * (foot.height + gap),
                      foot.width, foot.height};
    struct page_item key = layout->page->keys[i];
    key.enabled = key.enabled && (!key.after_all || layout->tree->page + 1 == layout->tree->pages);
    put_large(layout, &key, &foot, box);
  }
}

struct box keys_foot_room(const struct layout *layout, struct box body)
{
  return room_above(layout, body, layout->page->key_count);
}

void keys_foot_put(const struct layout *layout, struct box body)
{
  put_foot(layout, body, layout->page->key_count);
}

struct box keys_pile_room(const struct layout *layout, struct box body)
{
  return room_above(layout, body, 1);
}

void keys_pile_put(const struct layout *layout, struct box body)
{
  put_foot(layout, body, 1);
}
