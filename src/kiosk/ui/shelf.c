// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/shelf.h"

#include "base/text.h"
#include "kiosk/ui/card.h"

#define DISHES_MOST 4
#define DISH_LEAST_MM 28

// Where the dishes stand. Pictures keep the proportions of a photograph; names of one shelf share a height, so that
// the pictures stand in line.
struct shelf {
  int count, columns, rows;
  int width;      // of a dish
  int picture_h;  // 0: names only
  int name_h, em; // of the names
};

static bool fit_name(const struct layout *layout, const struct page_item *dish, const struct shelf *shelf, int most,
                     struct fitted *name)
{
  return fit_text(layout, dish->label, shelf->em, layout->sizes.floor, true, shelf->width, most,
                  shelf->picture_h ? 2 : 1, name);
}

// The size at which all names fit, and the height of the tallest. False when one doesn't even in the smallest letters.
static bool size_names(const struct layout *layout, int most, struct shelf *shelf)
{
  bool all = true;
  for (int again = 0; again < 2; again++) {
    shelf->name_h = 0;
    for (int i = 1; i <= shelf->count; i++) {
      struct fitted name;
      all = fit_name(layout, &layout->page->items[i], shelf, most, &name) && all;
      shelf->em = name.em < shelf->em ? name.em : shelf->em;
      shelf->name_h = name.height > shelf->name_h ? name.height : shelf->name_h;
    }
  }
  return all;
}

// Where pictures can't be seen, the names of as many dishes as stand on one line.
static struct shelf plan_names(const struct layout *layout, struct box box)
{
  int gap = layout->sizes.gap;
  int count = layout->page->item_count - 1 < DISHES_MOST ? layout->page->item_count - 1 : DISHES_MOST;
  for (; count > 0; count--) {
    struct shelf shelf = {.count = count, .columns = count, .rows = 1, .em = layout->sizes.base};
    shelf.width = (box.w - (count - 1) * gap) / count;
    if (size_names(layout, box.h, &shelf))
      return shelf;
  }
  return (struct shelf){.columns = 1, .rows = 1};
}

static bool plan_pictures_at(const struct layout *layout, struct box box, int count, int rows, int em,
                             struct shelf *shelf)
{
  int gap = layout->sizes.gap, pad = layout->sizes.pad;
  int height = (box.h - (rows - 1) * gap) / rows;
  *shelf = (struct shelf){.count = count, .columns = (count + rows - 1) / rows, .rows = rows, .picture_h = height};
  shelf->width = (box.w - (shelf->columns - 1) * gap) / shelf->columns;
  shelf->em = em;
  bool fits = true;
  for (int again = 0; again < 3; again++) { // a narrower picture may need more lines for its name
    fits = size_names(layout, height / 2, shelf);
    int room = (height - shelf->name_h - pad) * 4 / 3;
    shelf->width = room < shelf->width ? room : shelf->width;
    shelf->picture_h = shelf->width * 3 / 4;
  }
  return fits && shelf->width >= fit_mm(layout, DISH_LEAST_MM);
}

// The pictures say more than their names: these may be small before a picture is.
static bool plan_pictures(const struct layout *layout, struct box box, int count, int rows, struct shelf *shelf)
{
  return plan_pictures_at(layout, box, count, rows, fit_em(layout, layout->sizes.normal * 0.8), shelf) ||
         plan_pictures_at(layout, box, count, rows, layout->sizes.floor, shelf);
}

// As many dishes as can be seen, in the lines that leave their pictures largest.
static struct shelf plan_shelf(const struct layout *layout, struct box box, bool pictures)
{
  int count = layout->page->item_count - 1 < DISHES_MOST ? layout->page->item_count - 1 : DISHES_MOST;
  for (; pictures && count > 0; count--) {
    struct shelf one, two;
    bool fits_one = plan_pictures(layout, box, count, 1, &one);
    bool fits_two = count > 2 && plan_pictures(layout, box, count, 2, &two);
    if (fits_one || fits_two)
      return fits_two && two.width > one.width ? two : one;
  }
  return plan_names(layout, box);
}

static void put_dish(const struct layout *layout, const struct page_item *dish, const struct shelf *shelf,
                     struct box box)
{
  struct page_item words = {.enabled = true};
  COPY_TEXT(words.name, dish->name);
  COPY_TEXT(words.label, dish->label);
  COPY_TEXT(words.icon, dish->icon);
  COPY_TEXT(words.picture, dish->picture);
  const struct tone *tone = &layout->theme->bare;
  int node = fit_item(layout, &words, box, tone);
  struct fitted name;
  fit_name(layout, dish, shelf, shelf->name_h, &name);
  if (shelf->picture_h)
    card_put_image(layout, node, &words, (struct box){box.x, box.y, box.w, shelf->picture_h}, tone);
  int top = shelf->picture_h ? box.y + shelf->picture_h + layout->sizes.pad : box.y;
  fit_put(layout, node, &name, (struct box){box.x, top, box.w, name.height}, FIT_CENTRE, tone->ink, tone->ground);
}

void shelf_put(const struct layout *layout, struct box all, bool pictures)
{
  int gap = layout->sizes.gap;
  struct shelf shelf = plan_shelf(layout, all, pictures);
  int height = shelf.name_h + (shelf.picture_h ? shelf.picture_h + layout->sizes.pad : 0);
  int width = shelf.columns * (shelf.width + gap) - gap;
  struct box box = {all.x + (all.w - width) / 2, all.y + (all.h - shelf.rows * (height + gap) + gap) / 2, shelf.width,
                    height};
  for (int i = 0; i < shelf.count; i++) {
    struct box place = box;
    place.x += i % shelf.columns * (shelf.width + gap);
    place.y += i / shelf.columns * (height + gap);
    put_dish(layout, &layout->page->items[i + 1], &shelf, place);
  }
}

bool shelf_shows_pictures(const struct layout *layout, struct box box)
{
  return plan_shelf(layout, box, true).picture_h > 0;
}
