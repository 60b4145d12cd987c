// SPDX-License-Identifier: GPL-3.0-or-later
// The resting screen: the time as large as it goes, the day, today's dishes. All of it is one key.
#include "kiosk/ui/body.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/keys.h"

#define DISHES_MOST 4

struct rest {
  struct box clock, day, note, dishes;
};

static struct rest plan_rest(const struct layout *layout, struct box body, bool dishes)
{
  int gap = layout->sizes.gap;
  int shelf = dishes ? body.h * 36 / 100 : 0;
  int words = body.h - shelf - (dishes ? gap : 0);
  int clock = words * 58 / 100;
  int day = words * 24 / 100;
  struct rest rest = {
      .clock = {body.x, body.y, body.w, clock},
      .day = {body.x, body.y + clock, body.w, day},
      .note = {body.x, body.y + clock + day, body.w, words - clock - day},
      .dishes = {body.x, body.y + words + gap, body.w, shelf},
  };
  return rest;
}

static void put_words(const struct layout *layout, int node, const char *text, bool bold, struct box box,
                      struct colour ink)
{
  struct fitted fitted;
  fit_text(layout, text, box.h * 3 / 4, layout->sizes.floor, bold, box.w, box.h, 2, &fitted);
  fit_put(layout, node, &fitted, box, FIT_CENTRE, ink, layout->theme->paper);
}

// Figures have no tails: they may fill the box.
static void put_clock(const struct layout *layout, int node, const char *time, struct box box, struct colour ink)
{
  struct fitted fitted;
  int em = box.h * 115 / 100;
  fit_break(layout, time, em, true, 1 << 20, &fitted);
  if (fitted.width > box.w)
    fit_break(layout, time, (int)((double)em * box.w / fitted.width), true, 1 << 20, &fitted);
  fit_put(layout, node, &fitted, box, FIT_CENTRE, ink, layout->theme->paper);
}

static void put_dish(const struct layout *layout, const struct page_item *dish, struct box box)
{
  struct page_item words = *dish;
  words.action.kind = 0;
  struct tone bare = {.ground = layout->theme->paper,
                      .ink = layout->theme->plain.ink,
                      .soft = layout->theme->plain.soft,
                      .sign = layout->theme->plain.sign};
  int node = fit_item(layout, &words, box, &bare);
  struct fitted name;
  fit_text(layout, words.label, layout->sizes.base, layout->sizes.floor, true, box.w, box.h / 2, 2, &name);
  struct box image = {box.x, box.y, box.w, box.h - name.height - layout->sizes.pad};
  if (image.h > fit_mm(layout, 10))
    card_put_image(layout, node, &words, image, &bare);
  fit_put(layout, node, &name, (struct box){box.x, box.y + box.h - name.height, box.w, name.height}, FIT_CENTRE,
          bare.ink, bare.ground);
}

static void put_dishes(const struct layout *layout, struct box box)
{
  int count = layout->page->item_count - 1 < DISHES_MOST ? layout->page->item_count - 1 : DISHES_MOST;
  int least = fit_mm(layout, 34);
  while (count > 1 && (box.w + layout->sizes.gap) / count - layout->sizes.gap < least)
    count--;
  int width = (box.w - (count - 1) * layout->sizes.gap) / count;
  int most = box.h * 16 / 10;
  width = width < most ? width : most;
  int x = box.x + (box.w - count * (width + layout->sizes.gap) + layout->sizes.gap) / 2;
  for (int i = 0; i < count; i++, x += width + layout->sizes.gap)
    put_dish(layout, &layout->page->items[i + 1], (struct box){x, box.y, width, box.h});
}

void body_rest(const struct layout *layout, struct box body)
{
  body = keys_foot(layout, body);
  const struct page *page = layout->page;
  if (page->item_count == 0)
    return;
  const struct page_item *clock = &page->items[0];
  struct rest rest = plan_rest(layout, body, page->item_count > 1);
  struct tone bare = {.ground = layout->theme->paper, .ink = layout->theme->plain.ink, .edge = layout->theme->paper};
  int node = fit_item(layout, clock, body, &bare);
  put_clock(layout, node, clock->label, rest.clock, bare.ink);
  put_words(layout, node, clock->detail, true, rest.day, bare.ink);
  put_words(layout, node, clock->note, false, rest.note, layout->theme->plain.soft);
  if (page->item_count > 1)
    put_dishes(layout, rest.dishes);
}
