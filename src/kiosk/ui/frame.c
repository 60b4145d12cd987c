// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/frame.h"

#define FRAME_KEYS 6

static double clamp(double value, double least, double most)
{
  return value < least ? least : value > most ? most : value;
}

static double mm_of(const struct layout *layout, int px)
{
  return px / panel_px_per_mm(layout->panel);
}

// Two keys of the rail side by side.
static void plan_pair(const struct layout *layout, struct box box, struct box *left, struct box *right)
{
  int half = (box.w - layout->sizes.gap) / 2;
  *left = (struct box){box.x, box.y, half, box.h};
  *right = (struct box){box.x + box.w - half, box.y, half, box.h};
}

// A low panel: the keys beside the title, from the left.
static void plan_beside_title(const struct layout *layout, struct frame *frame)
{
  const struct sizes *sizes = &layout->sizes;
  const struct page *page = layout->page;
  const struct page_item *items[] = {&page->back, &page->speak};
  struct box *places[] = {&frame->back, &frame->speak};
  for (int i = 0; i < 2; i++) {
    *places[i] = (struct box){frame->head.x, sizes->margin, sizes->key, sizes->key};
    if (!items[i]->action.kind)
      continue;
    frame->head.x += sizes->key + sizes->gap;
    frame->head.w -= sizes->key + sizes->gap;
    frame->head.h = sizes->key;
  }
}

static struct frame plan_wide(const struct layout *layout)
{
  const struct sizes *sizes = &layout->sizes;
  struct frame frame = {.kind = FRAME_WIDE};
  int width = fit_mm(layout, clamp(mm_of(layout, layout->panel->width) * 0.15, 42, 64));
  int x = layout->panel->width - sizes->margin - width;
  int bottom = layout->panel->height - sizes->margin;
  int help = fit_mm(layout, clamp(mm_of(layout, layout->panel->height) * 0.17, 30, 46));
  frame.help = (struct box){x, sizes->margin, width, help};
  int place = lines_pitch(fit_em(layout, sizes->normal * 0.8));
  int top = sizes->margin + help + sizes->gap;
  int key = (bottom - top - place - 3 * sizes->gap) / 4;
  int most = fit_mm(layout, 30);
  if (key > most)
    key = most;
  frame.repeat = (struct box){x, top, width, key};
  frame.speak = (struct box){x, top + key + sizes->gap, width, key};
  plan_pair(layout, (struct box){x, top + 2 * (key + sizes->gap), width, key}, &frame.back, &frame.home);
  plan_pair(layout, (struct box){x, bottom - key, width, key}, &frame.previous, &frame.next);
  frame.place = (struct box){x, bottom - key - place, width, place};
  frame.head = (struct box){sizes->margin, sizes->margin, x - 2 * sizes->margin - sizes->gap / 2, 0};
  frame.body = (struct box){sizes->margin, sizes->margin, frame.head.w, bottom - sizes->margin};
  return frame;
}

static struct frame plan_short(const struct layout *layout)
{
  const struct sizes *sizes = &layout->sizes;
  struct frame frame = {.kind = FRAME_SHORT};
  int width = 2 * sizes->key + sizes->gap;
  int x = layout->panel->width - sizes->margin - width;
  int bottom = layout->panel->height - sizes->margin;
  frame.help = (struct box){x, sizes->margin, width, sizes->help};
  int top = sizes->margin + sizes->help + sizes->gap;
  int place = lines_pitch(sizes->floor);
  int key = (bottom - top - place - sizes->gap) / 2;
  frame.repeat = (struct box){x, top, sizes->key, key};
  frame.home = (struct box){x + sizes->key + sizes->gap, top, sizes->key, key};
  plan_pair(layout, (struct box){x, bottom - key, width, key}, &frame.previous, &frame.next);
  frame.place = (struct box){x, bottom - key - place, width, place};
  frame.sign = (struct box){x, frame.place.y, place, place};
  frame.head = (struct box){sizes->margin, sizes->margin, x - sizes->margin - sizes->gap, 0};
  plan_beside_title(layout, &frame);
  frame.body = (struct box){sizes->margin, sizes->margin, x - sizes->margin - sizes->gap, bottom - sizes->margin};
  return frame;
}

static struct frame plan_tall(const struct layout *layout)
{
  const struct sizes *sizes = &layout->sizes;
  struct frame frame = {.kind = FRAME_TALL};
  int across = layout->panel->width - 2 * sizes->margin;
  int help = fit_mm(layout, clamp(mm_of(layout, layout->panel->width) * 0.17, 30, 46));
  frame.help = (struct box){sizes->margin + across - help, sizes->margin, help, help};
  int width = (across - (FRAME_KEYS - 1) * sizes->gap) / FRAME_KEYS;
  int key = fit_mm(layout, clamp(mm_of(layout, layout->panel->height) * 0.06, 16, 28));
  struct box *places[FRAME_KEYS] = {&frame.back,  &frame.home,     &frame.repeat,
                                    &frame.speak, &frame.previous, &frame.next};
  int y = layout->panel->height - sizes->margin - key;
  for (int i = 0; i < FRAME_KEYS; i++)
    *places[i] = (struct box){sizes->margin + i * (width + sizes->gap), y, width, key};
  int place = lines_pitch(fit_em(layout, sizes->normal * 0.8));
  frame.place = (struct box){frame.previous.x, y - place, 2 * width + sizes->gap, place};
  frame.head = (struct box){sizes->margin, sizes->margin, across - help - sizes->gap, help};
  int top = sizes->margin;
  frame.body = (struct box){sizes->margin, top, across, frame.place.y - sizes->gap - top};
  return frame;
}

struct frame frame_plan(const struct layout *layout)
{
  if (layout->panel->height > layout->panel->width)
    return plan_tall(layout);
  return mm_of(layout, layout->panel->height) < 120 ? plan_short(layout) : plan_wide(layout);
}
