// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree_check.h"

#include "tree_check_first.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define TOUCH_MM 16
#define TILE_MM 25
#define HELP_MM 30
#define GAP_MM 3
#define CAPITAL_MM 4.8
#define CAPITAL_PER_EM 0.733

struct check {
  const struct tree *tree;
  const struct page *page;
  const char *where;
  struct buffer *out;
  int faults;
};

__attribute__((format(printf, 3, 4))) static void complain(struct check *check, int node, const char *format, ...)
{
  char what[300];
  va_list args;
  va_start(args, format);
  vsnprintf(what, sizeof what, format, args);
  va_end(args);
  const char *name = node >= 0 ? check->tree->nodes[node].name : "page";
  buffer_printf(check->out, "%s %s: %s\n", check->where, name, what);
  check->faults++;
}

static double mm(const struct check *check, int px)
{
  return (px + 1) / check->tree->px_per_mm; // a pixel of rounding
}

static bool inside(struct box inner, struct box outer)
{
  return inner.x >= outer.x - 1 && inner.y >= outer.y - 1 && inner.x + inner.w <= outer.x + outer.w + 1 &&
         inner.y + inner.h <= outer.y + outer.h + 1;
}

// Where the letters of a line are; the space between the lines belongs to nobody. Figures are as high as capitals.
static struct box ink_of(const struct mark *mark)
{
  if (mark->kind != MARK_TEXT)
    return mark->box;
  bool figures = mark->text[strspn(mark->text, "0123456789:")] == '\0';
  int height = figures ? (int)(mark->em * CAPITAL_PER_EM) : mark->em;
  return (struct box){mark->box.x, mark->box.y + (mark->box.h - height) / 2, mark->box.w, height};
}

static void check_size(struct check *check, int index)
{
  const struct node *node = &check->tree->nodes[index];
  bool tile = check->page->body == BODY_TILES && strncmp(node->name, "digit", 5) != 0 && node->role == ROLE_KEY;
  for (int i = 0; tile && i < check->page->key_count; i++)
    tile = strcmp(check->page->keys[i].name, node->name) != 0;
  static const char *const frame[] = {"back", "home", "repeat", "speak", "previous", "next"};
  for (size_t i = 0; i < sizeof frame / sizeof *frame; i++)
    tile = tile && strcmp(node->name, frame[i]) != 0;
  double least = node->at_once ? HELP_MM : tile ? TILE_MM : TOUCH_MM;
  if (mm(check, node->box.w) < least || mm(check, node->box.h) < least)
    complain(check, index, "is %.1f x %.1f mm, less than %.0f", mm(check, node->box.w), mm(check, node->box.h), least);
}

static void check_gap(struct check *check, int left, int right)
{
  struct box a = check->tree->nodes[left].box;
  struct box b = check->tree->nodes[right].box;
  int across = a.x < b.x ? b.x - a.x - a.w : a.x - b.x - b.w;
  int down = a.y < b.y ? b.y - a.y - a.h : a.y - b.y - b.h;
  int gap = across > down ? across : down;
  if (mm(check, gap) < GAP_MM)
    complain(check, left, "stands %.1f mm from %s", mm(check, gap), check->tree->nodes[right].name);
}

static void check_keys(struct check *check)
{
  const struct tree *tree = check->tree;
  for (int i = 0; i < tree->node_count; i++) {
    if (tree->nodes[i].action.kind == 0)
      continue;
    check_size(check, i);
    for (int j = i + 1; j < tree->node_count; j++)
      if (tree->nodes[j].action.kind != 0)
        check_gap(check, i, j);
  }
}

static void check_help(struct check *check)
{
  const struct tree *tree = check->tree;
  int help = tree_find(tree, "help");
  if (help < 0) {
    complain(check, -1, "has no help key");
    return;
  }
  struct box box = tree->nodes[help].box;
  if (box.x + box.w < tree->width - tree->width / 20 || box.y > tree->height / 15)
    complain(check, help, "is not at the upper right");
  for (int i = 0; i < tree->node_count; i++)
    if (i != help && box_overlaps(tree->nodes[i].box, box))
      complain(check, help, "is touched by %s", tree->nodes[i].name);
}

static void check_place(struct check *check, int index)
{
  const struct mark *mark = &check->tree->marks[index];
  struct box screen = {0, 0, check->tree->width, check->tree->height};
  if (!inside(ink_of(mark), screen))
    complain(check, mark->node, "\"%s\" leaves the screen", mark->text);
  if (!inside(ink_of(mark), check->tree->nodes[mark->node].box))
    complain(check, mark->node, "\"%s\" leaves its place", mark->text);
  if (mark->kind != MARK_TEXT)
    return;
  double capital = mark->em * CAPITAL_PER_EM / check->tree->px_per_mm;
  if (capital < CAPITAL_MM - 0.01)
    complain(check, mark->node, "\"%s\" has capitals of %.2f mm", mark->text, capital);
}

// Letters stand on a plate or beside it, never across its edge; and never on letters, icons or pictures.
static void check_pair(struct check *check, const struct mark *text, const struct mark *other)
{
  struct box ink = ink_of(text);
  if (!box_overlaps(ink, ink_of(other)) || (other->kind == MARK_PLATE && inside(ink, other->box)))
    return;
  complain(check, text->node, "\"%s\" runs into %s of %s", text->text,
           other->kind == MARK_PLATE ? "the edge" : other->text, check->tree->nodes[other->node].name);
}

static void check_marks(struct check *check)
{
  const struct tree *tree = check->tree;
  for (int i = 0; i < tree->mark_count; i++) {
    check_place(check, i);
    for (int j = 0; j < tree->mark_count; j++) {
      bool once = tree->marks[j].kind != MARK_TEXT || j > i;
      if (tree->marks[i].kind == MARK_TEXT && j != i && once)
        check_pair(check, &tree->marks[i], &tree->marks[j]);
    }
  }
}

static void add_visible(struct buffer *to, const char *text)
{
  for (; *text; text++)
    if (*text != ' ' && *text != '\n')
      buffer_add(to, text, 1);
}

static void add_marks(struct buffer *to, const struct tree *tree, int node)
{
  for (int i = 0; i < tree->mark_count; i++)
    if (tree->marks[i].kind == MARK_TEXT && tree->marks[i].node == node)
      add_visible(to, tree->marks[i].text);
}

static bool has_icon(const struct tree *tree, int node)
{
  for (int i = 0; i < tree->mark_count; i++)
    if (tree->marks[i].kind == MARK_ICON && tree->marks[i].node == node)
      return true;
  return false;
}

static const char *text_of(const struct buffer *buffer)
{
  return buffer->bytes ? buffer->bytes : "";
}

// Every word of a node is drawn, in order. A key of the frame may show its icon alone.
static void check_words(struct check *check, int node)
{
  struct buffer wanted = {0};
  struct buffer drawn = {0};
  add_visible(&wanted, check->tree->nodes[node].text);
  add_marks(&drawn, check->tree, node);
  bool icon_only = drawn.size == 0 && has_icon(check->tree, node);
  if (!icon_only && strcmp(text_of(&wanted), text_of(&drawn)) != 0)
    complain(check, node, "says \"%s\" but shows \"%s\"", text_of(&wanted), text_of(&drawn));
  buffer_free(&wanted);
  buffer_free(&drawn);
}

// What ends or begins a call is never behind a turn of the page, says what it is, and nothing but help is larger.
static void check_call_key(struct check *check, const char *name)
{
  const struct tree *tree = check->tree;
  int key = tree_find(tree, name);
  if (key < 0) {
    complain(check, -1, "has no key \"%s\" in front", name);
    return;
  }
  struct buffer words = {0};
  add_marks(&words, tree, key);
  if (words.size == 0)
    complain(check, key, "has no words");
  buffer_free(&words);
  struct box box = tree->nodes[key].box;
  for (int i = 0; i < tree->node_count; i++) {
    const struct node *node = &tree->nodes[i];
    bool its_like = strcmp(node->name, "answer") == 0 || strcmp(node->name, "decline") == 0;
    if (i != key && node->action.kind != 0 && !node->at_once && !its_like && node->box.w * node->box.h > box.w * box.h)
      complain(check, key, "is smaller than %s", node->name);
  }
}

static void check_call(struct check *check)
{
  static const struct {
    const char *page, *keys[2];
  } pages[] = {{"ringing", {"answer", "decline"}},
               {"by_itself", {"answer", "decline"}},
               {"calling", {"hang_up"}},
               {"call", {"hang_up"}}};
  for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
    for (int key = 0; key < 2 && strcmp(pages[i].page, check->page->name) == 0; key++)
      if (pages[i].keys[key])
        check_call_key(check, pages[i].keys[key]);
}

static void check_meter(struct check *check)
{
  int meter = tree_find(check->tree, PAGE_METER);
  if (check->page->meter && meter < 0)
    complain(check, -1, "has no bar that shows how loud it is");
  for (int i = 0; meter >= 0 && i < check->tree->node_count; i++)
    if (i != meter && box_overlaps(check->tree->nodes[i].box, check->tree->nodes[meter].box))
      complain(check, meter, "is touched by %s", check->tree->nodes[i].name);
}

int tree_check(const struct tree *tree, const struct page *page, const char *where, struct buffer *out)
{
  struct check check = {tree, page, where, out, 0};
  check_help(&check);
  check_keys(&check);
  check_marks(&check);
  check_call(&check);
  check_meter(&check);
  for (int i = 0; i < tree->node_count; i++)
    if (page->body != BODY_WORDS || tree->nodes[i].role != ROLE_TEXT)
      check_words(&check, i);
  return check.faults;
}

// Paragraphs go on over pages: what all pages show together is what was to be said.
static void check_paragraphs(struct check *check, const struct buffer *drawn)
{
  struct buffer wanted = {0};
  for (int i = 0; i < check->page->item_count; i++) {
    add_visible(&wanted, check->page->items[i].label);
    add_visible(&wanted, check->page->items[i].detail);
  }
  if (strcmp(text_of(&wanted), text_of(drawn)) != 0)
    complain(check, -1, "says \"%s\" but shows \"%s\"", text_of(&wanted), text_of(drawn));
  buffer_free(&wanted);
}

static void add_paragraphs(struct buffer *drawn, const struct tree *tree)
{
  for (int i = 0; i < tree->node_count; i++)
    if (tree->nodes[i].role == ROLE_TEXT)
      add_marks(drawn, tree, i);
}

int tree_check_pages(const struct tree_walk *walk, struct page *page, const char *where, struct buffer *out)
{
  struct tree *tree = calloc(1, sizeof *tree);
  struct check check = {tree, page, where, out, 0};
  struct buffer drawn = {0};
  int next = 0;
  page->first_page = 0;
  do {
    walk->lay(walk->ctx, page, tree);
    check.faults += tree_check(tree, page, where, out);
    if (page->first_page == 0)
      check.faults += tree_check_first(tree, page, where, out);
    if (page->body == BODY_WORDS) {
      check.faults += tree_check_sentences(tree, page, where, out);
      add_paragraphs(&drawn, tree);
    } else if (page->body != BODY_REST && page->body != BODY_KEYPAD && tree->first_item != next &&
               tree->first_item != next - 1) // an item may go on on the next page
      complain(&check, -1, "page %d begins with item %d, not %d", tree->page, tree->first_item, next);
    next = tree->first_item + tree->items;
  } while (++page->first_page < tree->pages);
  if (next != page->item_count && page->body != BODY_REST && page->body != BODY_KEYPAD)
    complain(&check, -1, "its pages show %d of %d items", next, page->item_count);
  if (page->body == BODY_WORDS)
    check_paragraphs(&check, &drawn);
  buffer_free(&drawn);
  free(tree);
  return check.faults;
}
