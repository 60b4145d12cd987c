// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/fit.h"

#include "base/text.h"

#include <string.h>

int fit_mm(const struct layout *layout, double mm)
{
  return panel_px(layout->panel, mm);
}

int fit_em(const struct layout *layout, double em)
{
  return em > layout->sizes.floor ? (int)em : layout->sizes.floor;
}

static void break_as(const struct layout *layout, const char *text, int em, bool bold, enum lines_shape shape,
                     int width, struct fitted *out)
{
  out->text = text;
  out->em = em;
  out->bold = bold;
  lines_break(layout->measure, text, em, bold, shape, width, &out->lines);
  out->width = 0;
  for (int i = 0; i < out->lines.count; i++)
    if (out->lines.line[i].width > out->width)
      out->width = out->lines.line[i].width;
  out->height = out->lines.count * lines_pitch(em);
}

void fit_break(const struct layout *layout, const char *text, int em, bool bold, int width, struct fitted *out)
{
  break_as(layout, text, em, bold, LINES_EVEN, width, out);
}

void fit_fill(const struct layout *layout, const char *text, int em, bool bold, int width, struct fitted *out)
{
  break_as(layout, text, em, bold, LINES_FULL, width, out);
}

bool fit_text(const struct layout *layout, const char *text, int em, int least, bool bold, int width, int height,
              int most, struct fitted *out)
{
  for (;; em -= em > 60 ? 4 : 2) {
    if (em < least)
      em = least;
    fit_break(layout, text, em, bold, width, out);
    bool fits = out->lines.whole && out->height <= height && out->lines.count <= most;
    if (fits || em == least)
      return fits;
  }
}

static void put_line(const struct layout *layout, int node, const struct fitted *fitted, int i, struct box box)
{
  const struct line *line = &fitted->lines.line[i];
  struct mark *mark = tree_mark(layout->tree, MARK_TEXT, node, box);
  mark->em = fitted->em;
  mark->bold = fitted->bold;
  mark->ink = layout->tree->nodes[node].ink;
  int length = line->length < PAGE_TEXT ? line->length : PAGE_TEXT - 1;
  memcpy(mark->text, fitted->text + line->start, (size_t)length);
  mark->text[length] = '\0';
}

void fit_put(const struct layout *layout, int node, const struct fitted *fitted, struct box box, enum fit_across across,
             struct colour ink, struct colour ground)
{
  int pitch = lines_pitch(fitted->em);
  int y = box.y + (box.h - fitted->height) / 2;
  for (int i = 0; i < fitted->lines.count; i++, y += pitch) {
    int width = fitted->lines.line[i].width;
    int free = box.w - width;
    int x = box.x + (across == FIT_LEFT ? 0 : across == FIT_CENTRE ? free / 2 : free);
    put_line(layout, node, fitted, i, (struct box){x, y, width, pitch});
    struct mark *mark = &layout->tree->marks[layout->tree->mark_count - 1];
    mark->ink = ink;
    mark->ground = ground;
  }
}

void fit_icon(const struct layout *layout, int node, const char *icon, struct box box, struct colour ink,
              struct colour ground)
{
  int side = box.w < box.h ? box.w : box.h;
  struct box square = {box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side};
  struct mark *mark = tree_mark(layout->tree, MARK_ICON, node, square);
  mark->ink = ink;
  mark->ground = ground;
  COPY_TEXT(mark->text, icon);
}

void fit_plate(const struct layout *layout, int node, struct box box, const struct tone *tone)
{
  struct mark *mark = tree_mark(layout->tree, MARK_PLATE, node, box);
  mark->ink = tone->edge;
  mark->ground = tone->ground;
  mark->border = tone->border_mm > 0 ? fit_mm(layout, tone->border_mm) : 0;
  int side = box.w < box.h ? box.w : box.h;
  mark->radius = layout->sizes.radius < side / 2 ? layout->sizes.radius : side / 2;
}

bool fit_any_picture(const struct page *page)
{
  for (int i = 0; i < page->item_count; i++)
    if (page->items[i].picture[0])
      return true;
  return false;
}

bool fit_any_icon(const struct page *page)
{
  for (int i = 0; i < page->item_count; i++)
    if (page->items[i].icon[0])
      return true;
  return false;
}

bool fit_any_image(const struct page *page)
{
  return fit_any_picture(page) || fit_any_icon(page);
}

bool fit_wants_whole(const struct page *page)
{
  for (int i = 0; i < page->key_count; i++)
    if (page->keys[i].after_all)
      return true;
  return false;
}

static void join_texts(struct node *node, const struct page_item *item)
{
  const char *parts[] = {item->label, item->detail, item->note, item->value};
  size_t at = 0;
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
    if (parts[i][0]) {
      text_format(node->text + at, sizeof node->text - at, "%s%s", at ? "\n" : "", parts[i]);
      at = strlen(node->text);
    }
}

int fit_node(const struct layout *layout, const struct page_item *item, struct box box, const struct tone *tone)
{
  bool key = item->action.kind != 0;
  int index = tree_add(layout->tree, key ? ROLE_KEY : ROLE_TEXT, item->name, box);
  struct node *node = &layout->tree->nodes[index];
  join_texts(node, item);
  COPY_TEXT(node->spoken, item->spoken[0] ? item->spoken : item->label);
  node->look = item->look;
  node->enabled = item->enabled || !key;
  node->action = item->action;
  node->ink = tone->ink;
  node->ground = tone->ground;
  return index;
}

int fit_item(const struct layout *layout, const struct page_item *item, struct box box, const struct tone *tone)
{
  int node = fit_node(layout, item, box, tone);
  bool paper = memcmp(&tone->ground, &layout->theme->paper, sizeof tone->ground) == 0;
  if (item->action.kind != 0 || tone->border_mm > 0 || !paper)
    fit_plate(layout, node, box, tone);
  return node;
}
