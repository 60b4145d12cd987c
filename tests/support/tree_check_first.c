// SPDX-License-Identifier: GPL-3.0-or-later
#include "tree_check_first.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define MOST_NAMES 3

// By the page's name. Of each name `least` items that begin so are in front, or all there are.
static const struct first {
  const char *page;
  const char *names[MOST_NAMES];
  int least;
  bool main;      // what a person usually wants is in front
  int most_pages; // 0: any number
} firsts[] = {
    {.page = "who", .names = {"person."}, .least = 2},
    {.page = "home", .names = {"tile.meals"}, .least = 1, .main = true, .most_pages = 2},
    {.page = "day", .names = {"day."}, .least = 2},
    {.page = "meal", .names = {"meal."}, .least = 2},
    {.page = "dishes", .names = {"dish."}, .least = 2},
    {.page = "basket", .names = {"dish."}, .least = 1},
    {.page = "how", .names = {"how."}, .least = 2, .main = true},
    {.page = "confirm", .names = {"dish.", "place"}, .least = 1},
    {.page = "diet", .names = {"paragraph.1"}, .least = 1},
    {.page = "allergy", .names = {"paragraph.1"}, .least = 1},
    {.page = "cancel", .names = {"paragraph."}, .least = 2, .most_pages = 1},
    {.page = "done", .names = {"paragraph.1"}, .least = 1, .most_pages = 2},
    {.page = "heard", .most_pages = 1},
    {.page = "offer", .most_pages = 1},
    {.page = "still_there", .most_pages = 1},
    {.page = "settings", .names = {"tile."}, .least = 3, .most_pages = 2},
    {.page = "family", .names = {"member."}, .least = 1},
};

__attribute__((format(printf, 3, 4))) static int complain(const char *where, struct buffer *out, const char *format,
                                                          ...)
{
  char what[300];
  va_list args;
  va_start(args, format);
  vsnprintf(what, sizeof what, format, args);
  va_end(args);
  buffer_printf(out, "%s page: %s\n", where, what);
  return 1;
}

static bool begins(const char *name, const char *with)
{
  return strncmp(name, with, strlen(with)) == 0;
}

static int shown(const struct tree *tree, const char *name)
{
  int count = 0;
  for (int i = 0; i < tree->node_count; i++)
    count += begins(tree->nodes[i].name, name);
  return count;
}

static int all_of(const struct page *page, const char *name)
{
  int count = 0;
  for (int i = 0; i < page->item_count; i++)
    count += begins(page->items[i].name, name);
  return count;
}

static int check_main(const struct tree *tree, const struct page *page, const char *where, struct buffer *out)
{
  int faults = 0;
  for (int i = 0; i < page->item_count; i++)
    if (page->items[i].look == LOOK_MAIN && tree_find(tree, page->items[i].name) < 0)
      faults += complain(where, out, "%s, which is usual, is not in front", page->items[i].name);
  return faults;
}

// No yes before all was shown.
static int check_yes(const struct tree *tree, const struct page *page, const char *where, struct buffer *out)
{
  int faults = 0;
  for (int i = 0; i < page->key_count && tree->pages > 1; i++) {
    int key = tree_find(tree, page->keys[i].name);
    bool yes = page->keys[i].after_all || strcmp(page->keys[i].name, "confirm") == 0;
    if (yes && key >= 0 && tree->nodes[key].enabled)
      faults += complain(where, out, "%s can be touched before all of it was shown", page->keys[i].name);
  }
  return faults;
}

// A panel of seven inches has room for four lines: there one of each, or what is usual, unless news stand before it.
static bool is_low(const struct tree *tree)
{
  return tree->height / tree->px_per_mm < 120;
}

static int check_names(const struct first *first, const struct tree *tree, const struct page *page, const char *where,
                       struct buffer *out)
{
  int faults = 0;
  for (int i = 0; i < MOST_NAMES && first->names[i]; i++) {
    int least = is_low(tree) && first->least > 1 ? 1 : first->least;
    int all = all_of(page, first->names[i]), in_front = shown(tree, first->names[i]);
    if (in_front < least && in_front < all)
      faults += complain(where, out, "%d of %d %s in front", in_front, all, first->names[i]);
  }
  return faults;
}

static int check_row(const struct first *first, const struct tree *tree, const struct page *page, const char *where,
                     struct buffer *out)
{
  bool low = is_low(tree), news = page->item_count > 0 && page->items[0].look == LOOK_WARNING;
  int faults = low && first->main ? 0 : check_names(first, tree, page, where, out);
  if (!low && first->most_pages > 0 && tree->pages > first->most_pages)
    faults += complain(where, out, "has %d pages", tree->pages);
  return faults + (first->main && !(low && news) ? check_main(tree, page, where, out) : 0);
}

int tree_check_first(const struct tree *tree, const struct page *page, const char *where, struct buffer *out)
{
  int faults = check_yes(tree, page, where, out);
  for (size_t i = 0; i < sizeof firsts / sizeof *firsts; i++)
    if (strcmp(firsts[i].page, page->name) == 0)
      faults += check_row(&firsts[i], tree, page, where, out);
  return faults;
}

// Whether a sentence ends with these bytes of it.
static bool is_end(const char *from, const char *at)
{
  static const char *const ends[] = {"。", "！", "？", "」", ". ", "! ", "? ", "' "};
  if (!*at)
    return true;
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
    size_t size = strlen(ends[i]);
    if ((size_t)(at - from) >= size && memcmp(at - size, ends[i], size) == 0)
      return true;
  }
  return false;
}

// The last line of a node that stands on this page.
static const char *last_line(const struct tree *tree, int node)
{
  const char *last = NULL;
  for (int i = 0; i < tree->mark_count; i++)
    if (tree->marks[i].kind == MARK_TEXT && tree->marks[i].node == node)
      last = tree->marks[i].text;
  return last;
}

int tree_check_sentences(const struct tree *tree, const struct page *page, const char *where, struct buffer *out)
{
  int faults = 0;
  for (int i = 0; i < page->item_count; i++) {
    int node = tree_find(tree, page->items[i].name);
    const char *last = node < 0 ? NULL : last_line(tree, node), *text = page->items[i].label, *at;
    // Of a detail, and where the same words come twice, the place isn't known by the line alone.
    if (!last || !(at = strstr(text, last)) || strstr(at + 1, last))
      continue;
    at += strlen(last);
    at += strspn(at, " ");
    if (!is_end(text, at))
      faults += complain(where, out, "\"%s\" is parted from the rest of its sentence", last);
  }
  return faults;
}
