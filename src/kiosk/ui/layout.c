// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/layout.h"

#include "base/text.h"
#include "kiosk/ui/body.h"
#include "kiosk/ui/frame.h"
#include "kiosk/ui/keys.h"

#include <math.h>
#include <string.h>

// A Chinese glyph is seen under 55 minutes of arc and fills 0.9 of the font's size.
#define GLYPH_PER_VIEWING 0.016
#define GLYPH_PER_EM 0.9
// A capital I of 4.8 mm in Noto Sans CJK, whose capitals are 0.733 of the font's size.
#define FLOOR_MM (4.8 / 0.733)
#define LONE_KEY_MM 40 // a third of it is a key of one line, half of it one of two

static double clamp(double value, double least, double most)
{
  return value < least ? least : value > most ? most : value;
}

static struct sizes sizes_of(const struct page *page, const struct panel *panel)
{
  double per_mm = panel_px_per_mm(panel);
  double side = (panel->width < panel->height ? panel->width : panel->height) / per_mm;
  double normal = fmax(panel->viewing_mm * GLYPH_PER_VIEWING / GLYPH_PER_EM, side * 0.046);
  return (struct sizes){
      .base = panel_px(panel, normal * page->text_percent / 100.0),
      .normal = panel_px(panel, normal),
      .floor = panel_px(panel, FLOOR_MM),
      .margin = panel_px(panel, clamp(side * 0.035, 3, 11)),
      .gap = panel_px(panel, clamp(side * 0.026, 3, 7)),
      .pad = panel_px(panel, clamp(side * 0.018, 1.5, 5)),
      .radius = panel_px(panel, clamp(side * 0.022, 2.5, 6)),
      .key = panel_px(panel, 16),
      .tile = panel_px(panel, 25),
      .help = panel_px(panel, 30),
  };
}

// On a low panel the one key of a page of tiles stands beside the title: below them it would cost a row.
static bool key_in_head(const struct layout *layout, const struct frame *frame)
{
  return frame->kind == FRAME_SHORT && layout->page->body == BODY_TILES && layout->page->key_count == 1;
}

static void lay_body(const struct layout *layout, struct box body, bool foot)
{
  static void (*const bodies[])(const struct layout *layout, struct box body) = {
      [BODY_REST] = body_rest,
      [BODY_TILES] = body_tiles,
      [BODY_ROWS] = body_rows,
      [BODY_WORDS] = body_words,
  };
  if (layout->page->body == BODY_KEYPAD || layout->page->body == BODY_CALL) {
    (layout->page->body == BODY_CALL ? body_call : body_keypad)(layout, body);
    return;
  }
  bodies[layout->page->body](layout, foot ? keys_foot_room(layout, body) : body);
  if (foot)
    keys_foot_put(layout, body);
}

static void put_in_head(const struct layout *layout, struct frame *frame)
{
  int width = frame->head.w * 46 / 100, most = fit_mm(layout, LONE_KEY_MM);
  struct box room = {frame->head.x + frame->head.w - width, frame->head.y, width, most};
  int height = most - layout->sizes.gap - keys_foot_room(layout, room).h;
  room.y += height - most; // it is put at the foot of its room
  keys_foot_put(layout, room);
  frame->head.w -= width + layout->sizes.gap;
  frame->head.h = frame->head.h > height ? frame->head.h : height;
  frame->spare = true;
}

static void clear(struct tree *tree)
{
  tree->node_count = tree->mark_count = 0;
}

// A warning above a keypad must be read: without room there it stands in the title's place.
static struct box lay_head(struct layout *layout, const struct frame *frame)
{
  const struct page *page = layout->page;
  layout->title = page->title;
  struct box body = frame_head(layout, frame);
  bool warns = page->body == BODY_KEYPAD && page->item_count > 0 && page->items[0].look == LOOK_WARNING;
  if (!warns || body_keypad_says_all(layout, body))
    return body;
  clear(layout->tree);
  layout->title = page->items[0].label;
  return frame_head(layout, frame);
}

void layout_page(const struct page *page, const struct panel *panel, const struct measure *measure, struct tree *out)
{
  struct layout layout = {
      .page = page,
      .panel = panel,
      .theme = theme_of(page->theme),
      .measure = measure,
      .sizes = sizes_of(page, panel),
      .tree = out,
  };
  clear(out);
  out->page = 0;
  out->pages = 1;
  out->first_item = 0;
  out->items = page->item_count;
  out->width = panel->width;
  out->height = panel->height;
  out->px_per_mm = panel_px_per_mm(panel);
  out->paper = layout.theme->paper;
  COPY_TEXT(out->screen, page->name);
  COPY_TEXT(out->locale, page->locale);
  COPY_TEXT(out->spoken, page->spoken);
  out->span_count = page->span_count;
  memcpy(out->spans, page->spans, sizeof out->spans);
  struct frame frame = frame_plan(&layout);
  bool lone = key_in_head(&layout, &frame);
  if (lone)
    put_in_head(&layout, &frame);
  struct box body = lay_head(&layout, &frame);
  lay_body(&layout, body, !lone);
  frame_keys(&layout, &frame);
}
