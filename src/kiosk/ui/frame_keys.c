// SPDX-License-Identifier: GPL-3.0-or-later
// The keys that are the same everywhere.
#include "kiosk/ui/frame.h"

#include "base/text.h"
#include "kiosk/ui/keys.h"

// The richest face that all keys of the frame can wear, so that they look alike.
static enum key_face common_face(const struct layout *layout, const struct page_item *const *keys,
                                 const struct box *boxes, int count)
{
  for (enum key_face face = FACE_STACKED; face < FACE_ICON; face++) {
    bool fits = true;
    for (int i = 0; i < count && fits; i++)
      fits = keys[i]->action.kind == 0 || keys_face_fits(layout, keys[i], boxes[i].w, boxes[i].h, face);
    if (fits)
      return face;
  }
  return FACE_ICON;
}

// Two keys that stand for each other's kind, in one face.
static void put_pair(const struct layout *layout, const struct page_item *left, struct box left_box,
                     const struct page_item *right, struct box right_box)
{
  const struct page_item *keys[] = {left, right};
  const struct box boxes[] = {left_box, right_box};
  enum key_face face = common_face(layout, keys, boxes, 2);
  for (int i = 0; i < 2; i++)
    if (keys[i]->action.kind)
      keys_put(layout, keys[i], boxes[i], face, theme_tone(layout->theme, keys[i]));
}

static void put_common_keys(const struct layout *layout, const struct frame *frame)
{
  const struct page *page = layout->page;
  put_pair(layout, &page->repeat, frame->repeat, &page->speak, frame->speak);
  put_pair(layout, &page->back, frame->back, &page->home, frame->home);
}

// The places are the translator's: "%d" for this page, then "%d" for all of them.
static void write_place(const char *pattern, int page, int pages, char *out, size_t size)
{
  int numbers[] = {page, pages};
  int used = 0;
  size_t at = 0;
  while (*pattern && at + 12 < size) {
    if (pattern[0] == '%' && pattern[1] == 'd' && used < 2) {
      text_format(out + at, size - at, "%d", numbers[used++]);
      while (out[at])
        at++;
      pattern += 2;
    } else {
      out[at++] = *pattern++;
    }
  }
  out[at] = '\0';
}

static void put_place(const struct layout *layout, struct box box)
{
  char words[PAGE_TEXT];
  char figures[32];
  struct fitted fitted;
  int em = layout->sizes.floor;
  write_place(layout->page->place_text, layout->tree->page + 1, layout->tree->pages, words, sizeof words);
  FORMAT_TEXT(figures, "%d / %d", layout->tree->page + 1, layout->tree->pages);
  int node = tree_add(layout->tree, ROLE_STATUS, "place", box);
  struct node *made = &layout->tree->nodes[node];
  made->ink = layout->theme->plain.soft;
  made->ground = layout->theme->paper;
  COPY_TEXT(made->spoken, words);
  int wanted = fit_em(layout, layout->sizes.base * 0.72);
  bool whole = words[0] && fit_text(layout, words, wanted, em, false, box.w, box.h, 1, &fitted);
  COPY_TEXT(made->text, whole ? words : figures);
  if (!whole)
    fit_break(layout, figures, em, false, box.w, &fitted);
  fit_put(layout, node, &fitted, box, FIT_CENTRE, made->ink, made->ground);
}

static void put_turning_key(const struct layout *layout, const struct page_item *key, struct box box, int to,
                            enum key_face face)
{
  struct page_item item = *key;
  item.action = layout->page->turn;
  item.action.number = to;
  item.enabled = true;
  keys_put(layout, &item, box, face, &layout->theme->plain);
}

// A low panel has no room for the words: the sign stands beside the number of the page.
static struct box put_sign(const struct layout *layout, const struct frame *frame)
{
  struct box place = frame->place;
  if (!frame_shows_line(layout) || frame->sign.w == 0)
    return place;
  const struct tone *tone = &layout->theme->bare;
  int node = frame_add_line(layout, frame->sign, tone);
  fit_icon(layout, node, "offline", frame->sign, layout->theme->warning.sign, tone->ground);
  place.x += frame->sign.w;
  place.w -= frame->sign.w;
  return place;
}

static void put_turning(const struct layout *layout, const struct frame *frame, struct box place)
{
  const struct page *page = layout->page;
  struct page_item previous = page->previous;
  struct page_item next = page->next;
  previous.action = next.action = page->turn;
  const struct page_item *keys[] = {&previous, &next};
  const struct box boxes[] = {frame->previous, frame->next};
  enum key_face face = common_face(layout, keys, boxes, 2);
  if (layout->tree->page > 0)
    put_turning_key(layout, &previous, frame->previous, layout->tree->page - 1, face);
  put_place(layout, place);
  if (layout->tree->page + 1 < layout->tree->pages)
    put_turning_key(layout, &next, frame->next, layout->tree->page + 1, face);
}

void frame_keys(const struct layout *layout, const struct frame *frame)
{
  put_common_keys(layout, frame);
  struct box place = put_sign(layout, frame);
  if (layout->tree->pages > 1 && layout->page->turn.kind)
    put_turning(layout, frame, place);
  const struct page_item *help = &layout->page->help;
  enum key_face face =
      keys_face_fits(layout, help, frame->help.w, frame->help.h, FACE_STACKED) ? FACE_STACKED : FACE_ICON;
  int node = keys_put(layout, help, frame->help, face, &layout->theme->help);
  layout->tree->nodes[node].at_once = true;
}
