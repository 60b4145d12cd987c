// SPDX-License-Identifier: GPL-3.0-or-later
// The resting screen, seen from across the room: the time as large as it goes, the day, what to do, today's dishes.
// All of it is one key.
#include "kiosk/ui/body.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/keys.h"

#include "base/text.h"

#define DISHES_MOST 4
#define DISH_LEAST_MM 28

struct rest {
  struct box clock, day, note, begin, dishes;
  bool pictures;
};

// Cuts a slice off the top of `rest`.
static struct box slice(struct box *rest, int height)
{
  struct box cut = {rest->x, rest->y, rest->w, height};
  rest->y += height;
  rest->h -= height;
  return cut;
}

// The shelf with today's dishes gets a share where pictures can be seen, else one line for their names.
static int shelf_height(const struct layout *layout, struct box body, bool *pictures)
{
  if (layout->page->item_count < 2)
    return 0;
  int share = body.h * (body.h > body.w ? 46 : 36) / 100;
  *pictures = share >= fit_mm(layout, 36);
  return *pictures ? share : lines_pitch(layout->sizes.floor);
}

static struct rest plan_rest(const struct layout *layout, struct box body)
{
  const struct page_item *clock = &layout->page->items[0];
  struct rest plan = {0};
  int shelf = shelf_height(layout, body, &plan.pictures);
  int begin = lines_pitch(layout->sizes.base) + 2 * layout->sizes.pad;
  plan.dishes = (struct box){body.x, body.y + body.h - shelf, body.w, shelf};
  struct box words = {body.x, body.y, body.w, body.h - shelf - (shelf ? layout->sizes.gap : 0)};
  plan.begin = (struct box){words.x, words.y + words.h - begin, words.w, begin};
  words.h -= begin + layout->sizes.gap;
  int whole = words.h;
  plan.clock = slice(&words, whole * (clock->note[0] ? 58 : 68) / 100);
  plan.day = slice(&words, clock->note[0] ? whole * 23 / 100 : words.h);
  plan.note = words;
  return plan;
}

static void put_words(const struct layout *layout, int node, const char *text, bool bold, struct box box,
                      struct colour ink)
{
  struct fitted fitted;
  fit_text(layout, text, box.h * 3 / 4, layout->sizes.floor, bold, box.w, box.h, 2, &fitted);
  fit_put(layout, node, &fitted, box, FIT_CENTRE, ink, layout->theme->paper);
}

// Figures have no tails: they may fill the box.
static void put_clock(const struct layout *layout, int node, const char *time, struct box box)
{
  struct fitted fitted;
  int em = box.h * 115 / 100;
  fit_break(layout, time, em, true, 1 << 20, &fitted);
  if (fitted.width > box.w)
    fit_break(layout, time, (int)((double)em * box.w / fitted.width), true, 1 << 20, &fitted);
  fit_put(layout, node, &fitted, box, FIT_CENTRE, layout->theme->bare.ink, layout->theme->paper);
}

// The title says what to do: it looks like what it is.
static void put_begin(const struct layout *layout, struct box box)
{
  const struct tone *tone = &layout->theme->main;
  struct fitted title;
  fit_text(layout, layout->page->title, layout->sizes.base * 11 / 10, layout->sizes.floor, true,
           box.w - 6 * layout->sizes.pad, box.h, 1, &title);
  int width = title.width + 6 * layout->sizes.pad;
  width = width > box.w ? box.w : width;
  struct box pill = {box.x + (box.w - width) / 2, box.y, width, box.h};
  int node = tree_add(layout->tree, ROLE_HEADING, "title", pill);
  struct node *made = &layout->tree->nodes[node];
  COPY_TEXT(made->text, layout->page->title);
  COPY_TEXT(made->spoken, layout->page->title);
  made->ink = tone->ink;
  made->ground = tone->ground;
  fit_plate(layout, node, pill, tone);
  layout->tree->marks[layout->tree->mark_count - 1].radius = pill.h / 2;
  fit_put(layout, node, &title, pill, FIT_CENTRE, tone->ink, tone->ground);
}

// Where the dishes stand. Pictures keep the proportions of a photograph; names of one shelf share a height, so that
// the pictures stand in line.
struct shelf {
  int count, columns, rows;
  int width;      // of a dish
  int picture_h;  // 0: names only
  int name_h, em; // of the names
};

static void fit_name(const struct layout *layout, const struct page_item *dish, const struct shelf *shelf, int most,
                     struct fitted *name)
{
  fit_text(layout, dish->label, shelf->em, layout->sizes.floor, true, shelf->width, most, shelf->picture_h ? 2 : 1,
           name);
}

// The size at which all names fit, and the height of the tallest.
static void size_names(const struct layout *layout, int most, struct shelf *shelf)
{
  for (int again = 0; again < 2; again++) {
    shelf->name_h = 0;
    for (int i = 1; i <= shelf->count; i++) {
      struct fitted name;
      fit_name(layout, &layout->page->items[i], shelf, most, &name);
      shelf->em = name.em < shelf->em ? name.em : shelf->em;
      shelf->name_h = name.height > shelf->name_h ? name.height : shelf->name_h;
    }
  }
}

static int widest_name(const struct layout *layout)
{
  int most = 0;
  for (int i = 1; i < layout->page->item_count; i++) {
    struct fitted name;
    fit_break(layout, layout->page->items[i].label, layout->sizes.floor, true, 1 << 20, &name);
    most = name.width > most ? name.width : most;
  }
  return most;
}

static struct shelf plan_names(const struct layout *layout, struct box box)
{
  int gap = layout->sizes.gap;
  int count = layout->page->item_count - 1 < DISHES_MOST ? layout->page->item_count - 1 : DISHES_MOST;
  while (count > 1 && (box.w - (count - 1) * gap) / count < widest_name(layout))
    count--;
  struct shelf shelf = {.count = count, .columns = count, .rows = 1, .em = layout->sizes.base};
  shelf.width = (box.w - (count - 1) * gap) / count;
  size_names(layout, box.h, &shelf);
  return shelf;
}

static bool plan_pictures(const struct layout *layout, struct box box, int count, int rows, struct shelf *shelf)
{
  int gap = layout->sizes.gap, pad = layout->sizes.pad;
  int height = (box.h - (rows - 1) * gap) / rows;
  *shelf = (struct shelf){.count = count, .columns = (count + rows - 1) / rows, .rows = rows, .picture_h = height};
  shelf->width = (box.w - (shelf->columns - 1) * gap) / shelf->columns;
  shelf->em = layout->sizes.base;
  for (int again = 0; again < 2; again++) { // a narrower picture may need more lines for its name
    size_names(layout, height / 2, shelf);
    int room = (height - shelf->name_h - pad) * 4 / 3;
    shelf->width = room < shelf->width ? room : shelf->width;
    shelf->picture_h = shelf->width * 3 / 4;
  }
  return shelf->width >= fit_mm(layout, DISH_LEAST_MM);
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

static void put_dishes(const struct layout *layout, const struct rest *rest)
{
  int gap = layout->sizes.gap;
  struct shelf shelf = plan_shelf(layout, rest->dishes, rest->pictures);
  int height = shelf.name_h + (shelf.picture_h ? shelf.picture_h + layout->sizes.pad : 0);
  int width = shelf.columns * (shelf.width + gap) - gap;
  struct box box = {rest->dishes.x + (rest->dishes.w - width) / 2,
                    rest->dishes.y + (rest->dishes.h - shelf.rows * (height + gap) + gap) / 2, shelf.width, height};
  for (int i = 0; i < shelf.count; i++) {
    struct box place = box;
    place.x += i % shelf.columns * (shelf.width + gap);
    place.y += i / shelf.columns * (height + gap);
    put_dish(layout, &layout->page->items[i + 1], &shelf, place);
  }
}

void body_rest(const struct layout *layout, struct box body)
{
  body = keys_foot(layout, body);
  const struct page *page = layout->page;
  if (page->item_count == 0)
    return;
  const struct page_item *clock = &page->items[0];
  struct rest rest = plan_rest(layout, body);
  const struct tone *bare = &layout->theme->bare;
  int node = fit_item(layout, clock, body, bare);
  put_clock(layout, node, clock->label, rest.clock);
  put_words(layout, node, clock->detail, true, rest.day, bare->ink);
  put_words(layout, node, clock->note, false, rest.note, bare->soft);
  put_begin(layout, rest.begin);
  if (page->item_count > 1)
    put_dishes(layout, &rest);
}
