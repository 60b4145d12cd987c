// SPDX-License-Identifier: GPL-3.0-or-later
// Something said calmly: a sign and paragraphs. What is too long goes to the next page, sentence by sentence: half of
// one says nothing, or something else.
#include "kiosk/ui/body.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/sentence.h"

#include "base/text.h"

#define COLUMN_EM 24 // longer lines lose the eye

#define GROWTH_MOST 1.6
#define PAGES_BEARABLE 2
#define SHRINKS_UNSEEN 0.85 // rather than that a page must be turned

struct words {
  struct box icon, text; // an icon without width is left away
  double growth;         // of the letters
  bool centred;          // below the icon
  bool parted;           // each sentence begins a line, and none goes on over a page
};

static int column_width(const struct layout *layout, int room, double growth)
{
  int most = (int)(COLUMN_EM * layout->sizes.base * growth);
  return room < most ? room : most;
}

static struct words plan_beside(const struct layout *layout, struct box body, double growth)
{
  int side = body.w * 26 / 100 < body.h * 6 / 10 ? body.w * 26 / 100 : body.h * 6 / 10;
  int most = fit_mm(layout, 80);
  side = side < most ? side : most;
  int gap = 2 * layout->sizes.gap;
  int width = column_width(layout, body.w - side - gap, growth);
  int x = body.x + (body.w - width - side - gap) / 2;
  return (struct words){.icon = {x, body.y + (body.h - side) / 2, side, side},
                        .text = {x + side + gap, body.y, width, body.h},
                        .growth = growth};
}

static struct words plan_above(const struct layout *layout, struct box body, double growth)
{
  int most = fit_mm(layout, 70);
  int side = body.h / 4 < most ? body.h / 4 : most;
  int width = column_width(layout, body.w, growth);
  int x = body.x + (body.w - width) / 2;
  int used = side + layout->sizes.gap;
  return (struct words){.icon = {body.x + (body.w - side) / 2, body.y, side, side},
                        .text = {x, body.y + used, width, body.h - used},
                        .growth = growth,
                        .centred = true};
}

static struct words plan_plain(const struct layout *layout, struct box body, double growth)
{
  int width = column_width(layout, body.w, growth);
  return (struct words){.text = {body.x + (body.w - width) / 2, body.y, width, body.h}, .growth = growth};
}

static double size_of(const struct page_item *item)
{
  return item->look == LOOK_MAIN ? 1.3 : 1;
}

// A part of an item, its label or its detail, or a sentence of it.
static void break_part(const struct layout *layout, const struct page_item *item, int part, const char *text,
                       const struct words *words, struct fitted *out)
{
  double em = layout->sizes.base * words->growth * (part == 0 ? size_of(item) : 0.8);
  bool bold = part == 0 && item->look == LOOK_MAIN;
  do {
    if (words->centred)
      fit_break(layout, text, fit_em(layout, em), bold, words->text.w, out);
    else
      fit_fill(layout, text, fit_em(layout, em), bold, words->text.w, out);
    em *= 0.9;
  } while (!out->lines.whole && em > layout->sizes.floor);
}

// A walk over all lines that gives each its page and place.
struct walk {
  int page, y;     // of the next line
  int first, last; // items seen on the wanted page, -1: none yet
  int foot;        // of the last line on the wanted page
  bool torn;       // a sentence is longer than a page
};

static void turn(struct walk *walk)
{
  walk->page++;
  walk->y = 0;
}

static void take_line(struct walk *walk, int pitch, int room)
{
  if (walk->y > 0 && walk->y + pitch > room)
    turn(walk);
  walk->y += pitch;
}

static void put_one_line(const struct layout *layout, int node, const struct fitted *fitted, int i, struct box box,
                         enum fit_across across, const struct tone *tone)
{
  struct fitted one = *fitted;
  one.lines.line[0] = fitted->lines.line[i];
  one.lines.count = 1;
  one.height = lines_pitch(one.em);
  fit_put(layout, node, &one, box, across, tone->ink, layout->theme->paper);
}

static int node_of(const struct layout *layout, const struct page_item *item, struct box box)
{
  int found = tree_find(layout->tree, item->name);
  if (found >= 0) {
    struct node *node = &layout->tree->nodes[found];
    node->box.h = box.y + box.h - node->box.y;
    return found;
  }
  struct page_item words = *item;
  words.action.kind = 0;
  return fit_item(layout, &words, box, &layout->theme->bare);
}

struct pass {
  int wanted; // page; -1: only count
  int top;    // of the first line
  enum fit_across across;
};

// What the walk is about.
struct visit {
  const struct layout *layout;
  const struct words *words;
  const struct pass *pass;
};

static void walk_lines(const struct visit *visit, int index, const struct fitted *fitted, struct walk *walk)
{
  struct box text = visit->words->text;
  const struct theme *theme = visit->layout->theme;
  const struct page_item *item = &visit->layout->page->items[index];
  const struct tone *tone = item->look == LOOK_WARNING ? &theme->warning : &theme->plain;
  int pitch = lines_pitch(fitted->em);
  for (int i = 0; i < fitted->lines.count; i++) {
    take_line(walk, pitch, text.h);
    if (walk->page != visit->pass->wanted)
      continue;
    walk->first = walk->first < 0 ? index : walk->first;
    walk->last = index;
    walk->foot = walk->y;
    struct box box = {text.x, visit->pass->top + walk->y - pitch, text.w, pitch};
    if (visit->pass->top >= 0)
      put_one_line(visit->layout, node_of(visit->layout, item, box), fitted, i, box, visit->pass->across, tone);
  }
}

static void walk_sentences(const struct visit *visit, int index, int part, const char *text, struct walk *walk)
{
  const struct page_item *item = &visit->layout->page->items[index];
  int length;
  for (const char *at = text; (length = sentence_length(at)) > 0; at += length) {
    char sentence[PAGE_TEXT];
    struct fitted fitted;
    text_format(sentence, sizeof sentence, "%.*s", length, at);
    break_part(visit->layout, item, part, sentence, visit->words, &fitted);
    walk->torn = walk->torn || fitted.height > visit->words->text.h;
    if (walk->y > 0 && walk->y + fitted.height > visit->words->text.h)
      turn(walk);
    walk_lines(visit, index, &fitted, walk);
  }
}

static void walk_item(const struct visit *visit, int index, struct walk *walk)
{
  const struct page_item *item = &visit->layout->page->items[index];
  for (int part = 0; part < 2; part++) {
    const char *text = part == 0 ? item->label : item->detail;
    struct fitted fitted;
    if (visit->words->parted) {
      walk_sentences(visit, index, part, text, walk);
      continue;
    }
    break_part(visit->layout, item, part, text, visit->words, &fitted);
    walk_lines(visit, index, &fitted, walk);
  }
}

static struct walk walk_all(const struct layout *layout, const struct words *words, const struct pass *pass)
{
  const struct visit visit = {layout, words, pass};
  struct walk walk = {.first = -1};
  for (int i = 0; i < layout->page->item_count; i++) {
    if (i > 0 && walk.y > 0)
      walk.y += words->parted ? lines_pitch(layout->sizes.floor) / 4 : lines_pitch(layout->sizes.base) * 4 / 10;
    walk_item(&visit, i, &walk);
  }
  return walk;
}

static const struct pass counting = {.wanted = -1, .top = -1};

static bool on_one_page(const struct layout *layout, const struct words *words)
{
  return walk_all(layout, words, &counting).page == 0;
}

static bool bearable(const struct layout *layout, const struct words *words)
{
  struct walk walk = walk_all(layout, words, &counting);
  return walk.page < PAGES_BEARABLE && !walk.torn;
}

static struct words plan_with_icon(const struct layout *layout, struct box body, double growth)
{
  return body.w > body.h * 14 / 10 ? plan_beside(layout, body, growth) : plan_above(layout, body, growth);
}

static double floor_of(const struct layout *layout)
{
  double least = layout->sizes.floor / (double)layout->sizes.base;
  return least < 1 ? least : 1;
}

// Small enough for one page: a little by all, and as small as can be read where all must be seen before an answer.
static bool shrink_to_one(const struct layout *layout, struct box body, struct words *out)
{
  double least = fit_wants_whole(layout->page) ? floor_of(layout) : SHRINKS_UNSEEN;
  for (double growth = 1; growth > least - 0.01; growth -= 0.04) {
    *out = plan_plain(layout, body, growth);
    if (on_one_page(layout, out))
      return true;
  }
  return false;
}

// Sentences on pages of their own, in letters as large as leave few pages.
static struct words part(const struct layout *layout, struct box body)
{
  struct words words;
  double least = floor_of(layout);
  for (double growth = 1;; growth = growth - 0.06 > least ? growth - 0.06 : least) {
    words = plan_plain(layout, body, growth);
    words.parted = true;
    if (growth <= least || bearable(layout, &words))
      return words;
  }
}

// As large as stays on one page, with the icon; else without it, smaller, and parted at last.
static struct words choose_plan(const struct layout *layout, struct box body)
{
  bool icon = layout->page->icon[0] != '\0';
  struct words words;
  for (double growth = GROWTH_MOST; growth > 0.99; growth -= 0.1) {
    words = icon ? plan_with_icon(layout, body, growth) : plan_plain(layout, body, growth);
    if (on_one_page(layout, &words))
      return words;
  }
  return shrink_to_one(layout, body, &words) ? words : part(layout, body);
}

static void put_sign(const struct layout *layout, const struct words *words, int text_top)
{
  if (words->icon.w == 0)
    return;
  struct box box = words->icon;
  if (words->centred) // close to the text
    box.y = text_top - layout->sizes.gap - box.h > box.y ? text_top - layout->sizes.gap - box.h : box.y;
  int node = tree_add(layout->tree, ROLE_TEXT, "sign", box);
  layout->tree->nodes[node].ink = layout->theme->plain.ink;
  layout->tree->nodes[node].ground = layout->theme->paper;
  fit_icon(layout, node, layout->page->icon, box, layout->theme->chosen.edge, layout->theme->paper);
}

void body_words(const struct layout *layout, struct box body)
{
  struct tree *tree = layout->tree;
  struct words words = choose_plan(layout, body);
  tree->pages = walk_all(layout, &words, &counting).page + 1;
  tree->page = layout->page->first_page < tree->pages ? layout->page->first_page : tree->pages - 1;
  struct pass look = {.wanted = tree->page, .top = -1};
  struct walk seen = walk_all(layout, &words, &look);
  tree->first_item = seen.first < 0 ? 0 : seen.first;
  tree->items = seen.first < 0 ? 0 : seen.last - seen.first + 1;
  int free = words.text.h - seen.foot;
  int top = words.text.y + (tree->pages > 1 || free < 0 ? 0 : free / 2);
  put_sign(layout, &words, top);
  struct pass put = {.wanted = tree->page, .top = top, .across = words.centred ? FIT_CENTRE : FIT_LEFT};
  walk_all(layout, &words, &put);
}
