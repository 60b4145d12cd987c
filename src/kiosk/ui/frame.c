// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/frame.h"

#include "base/text.h"
#include "kiosk/ui/keys.h"

#define FRAME_KEYS 5

static double clamp(double value, double least, double most)
{
  return value < least ? least : value > most ? most : value;
}

static double mm_of(const struct layout *layout, int px)
{
  return px / panel_px_per_mm(layout->panel);
}

// The rail's foot: the two turning keys side by side, where they are above them.
static void plan_turning(const struct layout *layout, struct frame *frame, struct box box)
{
  int half = (box.w - layout->sizes.gap) / 2;
  frame->previous = (struct box){box.x, box.y, half, box.h};
  frame->next = (struct box){box.x + box.w - half, box.y, half, box.h};
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
  frame.back = (struct box){x, top + key + sizes->gap, width, key};
  frame.home = (struct box){x, top + 2 * (key + sizes->gap), width, key};
  plan_turning(layout, &frame, (struct box){x, bottom - key, width, key});
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
  plan_turning(layout, &frame, (struct box){x, bottom - key, width, key});
  frame.place = (struct box){x, bottom - key - place, width, place};
  frame.sign = (struct box){x, frame.place.y, place, place};
  frame.back = (struct box){sizes->margin, sizes->margin, sizes->key, sizes->key};
  frame.head = (struct box){sizes->margin, sizes->margin, x - sizes->margin - sizes->gap, 0};
  if (layout->page->back.action.kind) {
    frame.head.x += sizes->key + sizes->gap;
    frame.head.w -= sizes->key + sizes->gap;
    frame.head.h = sizes->key;
  }
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
  struct box *places[FRAME_KEYS] = {&frame.back, &frame.home, &frame.repeat, &frame.previous, &frame.next};
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

// The title on one line if it can keep its size, else on two, and so on: never larger than that costs lines.
static void fit_title(const struct layout *layout, const struct frame *frame, struct fitted *out)
{
  const struct sizes *sizes = &layout->sizes;
  const char *title = layout->page->title;
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
  if (box.h < title.height)
    box.h = title.height;
  int node = tree_add(layout->tree, ROLE_HEADING, "title", box);
  COPY_TEXT(layout->tree->nodes[node].text, layout->page->title);
  COPY_TEXT(layout->tree->nodes[node].spoken, layout->page->title);
  layout->tree->nodes[node].ink = layout->theme->plain.ink;
  layout->tree->nodes[node].ground = layout->theme->paper;
  fit_put(layout, node, &title, box, FIT_LEFT, layout->theme->plain.ink, layout->theme->paper);
  return box.y + box.h;
}

static int add_line(const struct layout *layout, struct box box, const struct tone *tone)
{
  int node = tree_add(layout->tree, ROLE_STATUS, "line", box);
  struct node *made = &layout->tree->nodes[node];
  COPY_TEXT(made->text, layout->page->line_text);
  COPY_TEXT(made->spoken, layout->page->line_text);
  made->ink = tone->ink;
  made->ground = tone->ground;
  return node;
}

static bool shows_line(const struct layout *layout)
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
  int node = add_line(layout, box, tone);
  fit_plate(layout, node, box, tone);
  fit_icon(layout, node, "offline", (struct box){box.x + pad, box.y, icon, box.h}, tone->sign, tone->ground);
  struct box text = {box.x + icon + 2 * pad, box.y, box.w - icon - 3 * pad, box.h};
  fit_put(layout, node, &words, text, FIT_LEFT, tone->ink, tone->ground);
  return box.y + box.h;
}

struct box frame_head(const struct layout *layout, const struct frame *frame)
{
  struct box body = frame->body;
  bool rest = layout->page->body == BODY_REST; // which puts its title itself
  int top = layout->page->title[0] && !rest ? put_title(layout, frame) + layout->sizes.gap : frame->head.y;
  if (frame->head.y + frame->head.h + layout->sizes.gap > top && frame->head.h > 0)
    top = frame->head.y + frame->head.h + layout->sizes.gap;
  if (shows_line(layout) && frame->sign.w == 0)
    top = put_line(layout, (struct box){body.x, top, body.w, 0}) + layout->sizes.gap;
  body.h -= top - body.y;
  body.y = top;
  return body;
}

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

static void put_common_keys(const struct layout *layout, const struct frame *frame)
{
  const struct page *page = layout->page;
  const struct page_item *keys[] = {&page->repeat, &page->back, &page->home};
  const struct box boxes[] = {frame->repeat, frame->back, frame->home};
  enum key_face face = common_face(layout, keys, boxes, 3);
  for (int i = 0; i < 3; i++)
    if (keys[i]->action.kind)
      keys_put(layout, keys[i], boxes[i], face, theme_tone(layout->theme, keys[i]));
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
  if (!shows_line(layout) || frame->sign.w == 0)
    return place;
  const struct tone *tone = &layout->theme->bare;
  int node = add_line(layout, frame->sign, tone);
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
