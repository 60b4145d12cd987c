// SPDX-License-Identifier: GPL-3.0-or-later
// The title and the state of the line.
#include "kiosk/ui/frame.h"

#include "base/text.h"

// The title on one line if it can keep its size, else on two, and so on: never larger than that costs lines.
static void fit_title(const struct layout *layout, const struct frame *frame, struct fitted *out)
{
  const struct sizes *sizes = &layout->sizes;
  const char *title = layout->title;
  int wanted = fit_em(layout, sizes->base * 1.2);
  int small = fit_em(layout, sizes->normal * 0.85);
  int room = frame->body.h / 3;
  bool fits = fit_text(layout, title, wanted, small, true, frame->head.w, room, 1, out);
  int more = frame->kind == FRAME_SHORT ? sizes->floor : sizes->normal;
  for (int lines = 2; !fits && lines < 5; lines++)
    fits = fit_text(layout, title, more, sizes->floor, true, frame->head.w, room, lines, out);
}

static int put_title(const struct layout *layout, const struct frame *frame)
{
  struct fitted title;
  fit_title(layout, frame, &title);
  struct box box = frame->head;
  if (frame->spare && title.lines.count > 2)
    return box.y + box.h;
  if (box.h < title.height)
    box.h = title.height;
  int node = tree_add(layout->tree, ROLE_HEADING, PAGE_TITLE, box);
  COPY_TEXT(layout->tree->nodes[node].text, layout->title);
  COPY_TEXT(layout->tree->nodes[node].spoken, layout->title);
  layout->tree->nodes[node].ink = layout->theme->plain.ink;
  layout->tree->nodes[node].ground = layout->theme->paper;
  fit_put(layout, node, &title, box, FIT_LEFT, layout->theme->plain.ink, layout->theme->paper);
  return box.y + box.h;
}

int frame_add_line(const struct layout *layout, struct box box, const struct tone *tone)
{
  int node = tree_add(layout->tree, ROLE_STATUS, "line", box);
  struct node *made = &layout->tree->nodes[node];
  COPY_TEXT(made->text, layout->page->line_text);
  COPY_TEXT(made->spoken, layout->page->line_text);
  made->ink = tone->ink;
  made->ground = tone->ground;
  return node;
}

bool frame_shows_line(const struct layout *layout)
{
  return layout->page->line != LINE_ONLINE && layout->page->line_text[0];
}

// The state of the line, when it is not as it should be: a strip with a sign and words. Returns its foot.
static int put_line(const struct layout *layout, struct box box)
{
  const struct tone *tone = &layout->theme->warning;
  int pad = layout->sizes.pad;
  int em = fit_em(layout, layout->sizes.normal * 0.7);
  int icon = em * 3 / 2;
  struct fitted words;
  fit_break(layout, layout->page->line_text, em, false, box.w - icon - 3 * pad, &words);
  box.h = words.height + pad;
  int node = frame_add_line(layout, box, tone);
  fit_plate(layout, node, box, tone);
  fit_icon(layout, node, "offline", (struct box){box.x + pad, box.y, icon, box.h}, tone->sign, tone->ground);
  struct box text = {box.x + icon + 2 * pad, box.y, box.w - icon - 3 * pad, box.h};
  fit_put(layout, node, &words, text, FIT_LEFT, tone->ink, tone->ground);
  return box.y + box.h;
}

#define METER_MM 6

// A trough and, over it, the bar that ui_level makes longer and shorter.
static int put_meter(const struct layout *layout, struct box box)
{
  box.h = fit_mm(layout, METER_MM);
  int node = tree_add(layout->tree, ROLE_STATUS, PAGE_METER, box);
  layout->tree->nodes[node].ink = layout->theme->main.ground;
  layout->tree->nodes[node].ground = layout->theme->paper;
  fit_plate(layout, node, box, &layout->theme->plain);
  struct tone full = {.ground = layout->theme->plain.ink, .edge = layout->theme->plain.ink};
  fit_plate(layout, node, (struct box){box.x, box.y, box.h, box.h}, &full);
  return box.y + box.h;
}

struct box frame_head(const struct layout *layout, const struct frame *frame)
{
  struct box body = frame->body;
  bool rest = layout->page->body == BODY_REST; // which puts its title itself
  int top = layout->title[0] && !rest ? put_title(layout, frame) + layout->sizes.gap : frame->head.y;
  if (frame->head.y + frame->head.h + layout->sizes.gap > top && frame->head.h > 0)
    top = frame->head.y + frame->head.h + layout->sizes.gap;
  if (frame_shows_line(layout) && frame->sign.w == 0)
    top = put_line(layout, (struct box){body.x, top, body.w, 0}) + layout->sizes.gap;
  if (layout->page->meter)
    top = put_meter(layout, (struct box){body.x, top, body.w, 0}) + layout->sizes.gap;
  body.h -= top - body.y;
  body.y = top;
  return body;
}
