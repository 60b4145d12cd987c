// SPDX-License-Identifier: GPL-3.0-or-later
// The resting screen, seen from across the room: the time as large as it goes, the day, what to do, today's dishes.
// All of it is one key, the frame's margins too: "touch the screen" means the screen.
#include "kiosk/ui/body.h"
#include "kiosk/ui/shelf.h"

#include "base/text.h"

#define CLOCK_LEAST_MM 16

struct rest {
  struct box clock, day, note, begin, caption, dishes;
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

// The least height at which a text of the day can be read.
static int least_height(const struct layout *layout, const char *text, int width)
{
  struct fitted fitted;
  fit_break(layout, text, layout->sizes.floor, true, width, &fitted);
  return fitted.height;
}

static int least_words(const struct layout *layout, int width)
{
  const struct page_item *clock = &layout->page->items[0];
  return fit_mm(layout, CLOCK_LEAST_MM) + least_height(layout, clock->detail, width) +
         least_height(layout, clock->note, width);
}

// The shelf with today's dishes gets a share where pictures can be seen, else one line for their names, else nothing.
// What they are is said above them where that costs the pictures nothing.
static int shelf_height(const struct layout *layout, int room, int width, struct rest *plan)
{
  int share = room * (room > width ? 50 : 40) / 100;
  int line = lines_pitch(layout->sizes.floor);
  int spare = room - layout->sizes.gap - least_words(layout, width);
  if (layout->page->item_count < 2 || spare < line)
    return 0;
  plan->pictures = spare >= share && shelf_shows_pictures(layout, (struct box){0, 0, width, share});
  if (!plan->pictures)
    return line;
  int caption = lines_pitch(layout->sizes.base) + layout->sizes.pad;
  plan->caption.h = layout->page->caption[0] && spare >= share + caption ? caption : 0;
  return share + plan->caption.h;
}

static struct rest plan_rest(const struct layout *layout, struct box body)
{
  const struct page_item *clock = &layout->page->items[0];
  struct rest plan = {0};
  int begin = lines_pitch(fit_em(layout, layout->sizes.normal)) + layout->sizes.pad;
  int shelf = shelf_height(layout, body.h - begin - layout->sizes.gap, body.w, &plan);
  plan.dishes = (struct box){body.x, body.y + body.h - shelf, body.w, shelf};
  plan.caption = slice(&plan.dishes, plan.caption.h);
  struct box words = {body.x, body.y, body.w, body.h - shelf - (shelf ? layout->sizes.gap : 0)};
  plan.begin = (struct box){words.x, words.y + words.h - begin, words.w, begin};
  words.h -= begin + layout->sizes.gap;
  int day = least_height(layout, clock->detail, words.w);
  int note = least_height(layout, clock->note, words.w);
  int spare = words.h - day - note - fit_mm(layout, CLOCK_LEAST_MM);
  spare = spare > 0 ? spare : 0;
  day += spare * 20 / 100;
  note += note ? spare * 12 / 100 : 0;
  plan.clock = slice(&words, words.h - day - note);
  plan.day = slice(&words, day);
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

static int add_text(const struct layout *layout, enum node_role role, const char *name, const char *text,
                    struct box box, const struct tone *tone)
{
  int node = tree_add(layout->tree, role, name, box);
  struct node *made = &layout->tree->nodes[node];
  COPY_TEXT(made->text, text);
  COPY_TEXT(made->spoken, text);
  made->ink = tone->ink;
  made->ground = tone->ground;
  return node;
}

static void put_caption(const struct layout *layout, struct box box)
{
  const struct tone *tone = &layout->theme->bare;
  box.h -= layout->sizes.pad; // air before the pictures
  int node = add_text(layout, ROLE_TEXT, "caption", layout->page->caption, box, tone);
  put_words(layout, node, layout->page->caption, true, box, tone->ink);
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
  int node = add_text(layout, ROLE_HEADING, PAGE_TITLE, layout->page->title, pill, tone);
  fit_plate(layout, node, pill, tone);
  layout->tree->marks[layout->tree->mark_count - 1].radius = pill.h / 2;
  fit_put(layout, node, &title, pill, FIT_CENTRE, tone->ink, tone->ground);
}

void body_rest(const struct layout *layout, struct box body)
{
  const struct page *page = layout->page;
  if (page->item_count == 0)
    return;
  const struct page_item *clock = &page->items[0];
  struct rest rest = plan_rest(layout, body);
  const struct tone *bare = &layout->theme->bare;
  int node = fit_item(layout, clock, body, bare);
  layout->tree->nodes[node].rest = true;
  put_clock(layout, node, clock->label, rest.clock);
  put_words(layout, node, clock->detail, true, rest.day, bare->ink);
  put_words(layout, node, clock->note, false, rest.note, bare->soft);
  put_begin(layout, rest.begin);
  if (rest.caption.h > 0)
    put_caption(layout, rest.caption);
  if (rest.dishes.h > 0)
    shelf_put(layout, rest.dishes, rest.pictures);
}
