// SPDX-License-Identifier: GPL-3.0-or-later
// Ten digits and a delete key. The usual three columns where the panel is high enough, four or six where it is low.
#include "kiosk/ui/body.h"
#include "kiosk/ui/card.h"
#include "kiosk/ui/keys.h"

#include "base/text.h"

#define DIGIT_KEYS 11
#define FACE_MM 15

struct pad {
  int columns, rows, side;
};

static struct pad best_pad(const struct layout *layout, struct box box)
{
  static const int columns[] = {3, 4, 6};
  struct pad best = {0};
  int gap = layout->sizes.gap;
  int side = layout->panel->width < layout->panel->height ? layout->panel->width : layout->panel->height;
  int most = side * 14 / 100 > fit_mm(layout, 30) ? side * 14 / 100 : fit_mm(layout, 30);
  for (int i = 0; i < 3; i++) {
    struct pad pad = {.columns = columns[i], .rows = 12 / columns[i]};
    int w = (box.w - (pad.columns - 1) * gap) / pad.columns;
    int h = (box.h - (pad.rows - 1) * gap) / pad.rows;
    pad.side = w < h ? w : h;
    pad.side = pad.side < most ? pad.side : most;
    if (best.side >= layout->sizes.key || pad.side <= best.side)
      continue;
    best = pad;
  }
  return best;
}

// The digit at each place of three columns: the last row is delete, 0, nothing.
static int digit_at(const struct pad *pad, int place)
{
  static const int telephone[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, -1, 0};
  static const int running[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 0, -1};
  return pad->columns == 3 ? telephone[place] : running[place];
}

static void put_digit(const struct layout *layout, int digit, struct box box)
{
  struct page_item key = {.enabled = !layout->page->digits_rest, .action = layout->page->digit};
  key.action.number = digit;
  const struct tone *tone = theme_tone(layout->theme, &key);
  if (digit < 0) {
    COPY_TEXT(key.name, "digit.delete");
    COPY_TEXT(key.icon, "delete");
    keys_put(layout, &key, box, FACE_ICON, tone);
    return;
  }
  FORMAT_TEXT(key.name, "digit.%d", digit);
  FORMAT_TEXT(key.label, "%d", digit);
  int node = fit_item(layout, &key, box, tone);
  layout->tree->nodes[node].digit = true;
  struct fitted figure;
  int em = box.h * 6 / 10 > layout->sizes.floor ? box.h * 6 / 10 : layout->sizes.floor;
  fit_break(layout, key.label, em, true, box.w, &figure);
  fit_put(layout, node, &figure, box, FIT_CENTRE, tone->ink, tone->ground);
}

static void put_pad(const struct layout *layout, const struct pad *pad, struct box box)
{
  int step = pad->side + layout->sizes.gap;
  int x = box.x + (box.w - pad->columns * step + layout->sizes.gap) / 2;
  int y = box.y + (box.h - pad->rows * step + layout->sizes.gap) / 2;
  for (int i = 0; i < DIGIT_KEYS; i++)
    put_digit(layout, digit_at(pad, i),
              (struct box){x + i % pad->columns * step, y + i / pad->columns * step, pad->side, pad->side});
}

// A digit that nobody is to read over the shoulder is a dot.
static bool is_hidden(const char *entry)
{
  return *entry && (*entry < '0' || *entry > '9');
}

static void put_hidden(const struct layout *layout, int node, struct box place, const struct tone *tone)
{
  int side = place.w / 2;
  struct tone dot = {.ground = tone->ink};
  struct box box = {place.x + (place.w - side) / 2, place.y + (place.h - side) / 2, side, side};
  fit_plate(layout, node, box, &dot);
  layout->tree->marks[layout->tree->mark_count - 1].radius = side / 2;
}

static void put_figures(const struct layout *layout, int node, const char *figures, int em, struct box box,
                        const struct tone *tone)
{
  struct fitted fitted;
  fit_break(layout, figures, fit_em(layout, em), true, box.w, &fitted);
  fit_put(layout, node, &fitted, box, FIT_CENTRE, tone->ink, tone->ground);
}

// Places that wait for a digit each, and what was typed into them.
static void put_places(const struct layout *layout, int node, struct box box, int room, int gap)
{
  int side = (box.w - (room - 1) * gap) / room;
  side = side < box.h ? side : box.h;
  int x = box.x + (box.w - room * side - (room - 1) * gap) / 2;
  const char *at = layout->page->entry;
  for (int i = 0; i < room; i++, x += side + gap) {
    struct box place = {x, box.y + (box.h - side) / 2, side, side};
    const struct tone *tone = *at ? &layout->theme->chosen : &layout->theme->plain;
    fit_plate(layout, node, place, tone);
    char figure[8] = "";
    const char *from = at;
    if (text_next(&at))
      text_format(figure, sizeof figure, "%.*s", (int)(at - from), from);
    if (is_hidden(figure))
      put_hidden(layout, node, place, tone);
    else
      put_figures(layout, node, figure, side * 7 / 10, place, tone);
  }
}

// Where there is no room for places, one field holds all the digits.
static void put_field(const struct layout *layout, int node, struct box box)
{
  const struct tone *tone = &layout->theme->chosen;
  int least = lines_pitch(layout->sizes.floor);
  struct box field = {box.x, box.y + box.h - least, box.w, least};
  if (field.y > box.y)
    field = box;
  fit_plate(layout, node, field, tone);
  put_figures(layout, node, layout->page->entry, 0, field, tone);
}

static void put_typed(const struct layout *layout, struct box box)
{
  const struct page *page = layout->page;
  int room = page->entry_room > 0 ? page->entry_room : 1;
  int gap = fit_mm(layout, 1.2);
  bool places = is_hidden(page->entry) || (box.w - (room - 1) * gap) / room >= layout->sizes.floor * 9 / 10;
  int node = tree_add(layout->tree, ROLE_ENTRY, "entry", box);
  struct node *made = &layout->tree->nodes[node];
  if (!is_hidden(page->entry))
    COPY_TEXT(made->text, page->entry);
  made->ink = layout->theme->chosen.ink;
  made->ground = layout->theme->chosen.ground;
  if (places)
    put_places(layout, node, box, room, gap);
  else
    put_field(layout, node, box);
}

// The question's words, inside a plate when it has one.
static bool fit_question(const struct layout *layout, struct box box, struct fitted *out)
{
  const struct page_item *item = &layout->page->items[0];
  int in = item->look == LOOK_WARNING ? layout->sizes.pad : 0;
  return layout->page->item_count > 0 && fit_text(layout, item->label, layout->sizes.base, layout->sizes.floor, false,
                                                  box.w - 2 * in, box.h - 2 * in, LINES_MOST, out);
}

static bool has_face(const struct layout *layout)
{
  const struct page_item *item = &layout->page->items[0];
  return layout->page->item_count > 0 && (item->picture[0] || item->icon[0]);
}

// Who is asked, above the question, where at least a face of FACE_MM has room. Returns what is left of the box.
static struct box put_face(const struct layout *layout, struct box box, int words)
{
  const struct page_item *item = &layout->page->items[0];
  int side = box.h - words - 2 * layout->sizes.pad - layout->sizes.gap;
  int most = fit_mm(layout, 2 * FACE_MM);
  side = side < most ? side : most;
  side = side < box.w ? side : box.w;
  if (!has_face(layout) || side < fit_mm(layout, FACE_MM))
    return box;
  struct page_item face = *item;
  COPY_TEXT(face.name, "face");
  face.label[0] = face.detail[0] = '\0';
  face.look = LOOK_PLAIN;
  struct box place = {box.x + (box.w - side) / 2, box.y, side, side};
  const struct tone *tone = theme_tone(layout->theme, &face);
  card_put_image(layout, fit_node(layout, &face, place, tone), &face, place, tone);
  int used = side + layout->sizes.gap;
  return (struct box){box.x, box.y + used, box.w, box.h - used};
}

static void put_question(const struct layout *layout, struct box box)
{
  struct page_item words = layout->page->items[0];
  words.action.kind = 0;
  struct fitted fitted;
  fit_question(layout, box, &fitted);
  box = put_face(layout, box, fitted.height);
  const struct tone *tone = theme_tone(layout->theme, &words);
  int node = fit_item(layout, &words, box, tone);
  fit_put(layout, node, &fitted, box, FIT_CENTRE, tone->ink, tone->ground);
}

// How high the field for the digits may be so that the question stands above it; 0 when it can't.
static int typed_below_question(const struct layout *layout, struct box box)
{
  int most = fit_mm(layout, 20);
  int least = lines_pitch(layout->sizes.floor);
  struct fitted fitted;
  for (int typed = box.h / 2 < most ? box.h / 2 : most; typed >= least; typed -= fit_mm(layout, 1))
    if (fit_question(layout, (struct box){box.x, box.y, box.w, box.h - typed - layout->sizes.gap}, &fitted))
      return typed;
  return 0;
}

// A question may be left away where there is no room for it: the title has said what is wanted, and it is spoken.
static void put_entry(const struct layout *layout, struct box box)
{
  int typed = typed_below_question(layout, box);
  if (typed > 0) {
    put_question(layout, (struct box){box.x, box.y, box.w, box.h - typed - layout->sizes.gap});
    put_typed(layout, (struct box){box.x, box.y + box.h - typed, box.w, typed});
    return;
  }
  int most = fit_mm(layout, 20);
  typed = box.h < most ? box.h : most;
  put_typed(layout, (struct box){box.x, box.y + (box.h - typed) / 2, box.w, typed});
}

static int pad_width(const struct layout *layout, const struct pad *pad)
{
  return pad->columns * (pad->side + layout->sizes.gap) - layout->sizes.gap;
}

// The pad gets two thirds, or what its smallest keys need.
static int share_of_pad(const struct layout *layout, struct box body)
{
  struct pad least = {.columns = 4, .side = layout->sizes.key};
  int share = body.w * 64 / 100;
  return share > pad_width(layout, &least) ? share : pad_width(layout, &least);
}

// What stands left of the pad, and the pad.
struct halves {
  struct box column; // entry and large keys
  struct box entry;
  struct box right;
  struct pad pad;
};

static struct halves plan_beside(const struct layout *layout, struct box body)
{
  int gap = body.w < fit_mm(layout, 120) ? layout->sizes.gap : 2 * layout->sizes.gap;
  struct halves plan = {.right = {0, body.y, share_of_pad(layout, body), body.h}};
  plan.pad = best_pad(layout, plan.right);
  plan.right.w = pad_width(layout, &plan.pad);
  int left = body.w - plan.right.w - gap;
  int most = fit_mm(layout, 150);
  int used = left < most ? left : most;
  int spare = (left - used) / 2;
  plan.right.x = body.x + body.w - plan.right.w - spare;
  plan.column = (struct box){body.x + spare, body.y, used, body.h};
  plan.entry = keys_pile_room(layout, plan.column);
  int high = fit_mm(layout, has_face(layout) ? 110 : 75);
  if (plan.entry.h > high) {
    plan.entry.y += (plan.entry.h - high) / 2;
    plan.entry.h = high;
  }
  return plan;
}

static void lay_beside(const struct layout *layout, struct box body)
{
  struct halves plan = plan_beside(layout, body);
  put_entry(layout, plan.entry);
  put_pad(layout, &plan.pad, plan.right);
  keys_pile_put(layout, plan.column);
}

bool body_keypad_says_all(const struct layout *layout, struct box body)
{
  if (layout->page->item_count == 0 || body.w <= body.h)
    return true;
  return typed_below_question(layout, plan_beside(layout, body).entry) > 0;
}

static void lay_above(const struct layout *layout, struct box body)
{
  struct box all = body;
  body = keys_foot_room(layout, body);
  int entry = body.h * 3 / 10;
  put_entry(layout, (struct box){body.x, body.y, body.w, entry});
  struct box below = {body.x, body.y + entry + layout->sizes.gap, body.w, body.h - entry - layout->sizes.gap};
  struct pad pad = best_pad(layout, below);
  put_pad(layout, &pad, below);
  keys_foot_put(layout, all);
}

void body_keypad(const struct layout *layout, struct box body)
{
  if (body.w > body.h)
    lay_beside(layout, body);
  else
    lay_above(layout, body);
}
