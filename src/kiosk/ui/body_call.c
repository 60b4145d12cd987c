// SPDX-License-Identifier: GPL-3.0-or-later
// People in moving pictures: boxes that films are shown in, portraits where none comes. One other person fills the body
// with the own picture in a corner; more stand in a grid, oneself among them. Words never lie on a picture.
#include "kiosk/ui/body.h"
#include "kiosk/ui/call_keys.h"
#include "kiosk/ui/card.h"

#include "base/text.h"

#include <string.h>

#define BOXES 5
#define SELF "video.self"
#define OWN_SHARE 26     // percent of the body's width, of the own picture in the corner
#define CAPTION_SHARE 35 // percent of a tile at most
#define PORTRAIT_MM 90

struct cast {
  const struct page_item *boxes[BOXES]; // the own one last
  int count;
  const struct page_item *state;
  bool self;
};

static struct cast cast_of(const struct page *page)
{
  struct cast cast = {0};
  const struct page_item *self = NULL;
  for (int i = 0; i < page->item_count; i++) {
    const struct page_item *item = &page->items[i];
    if (strcmp(item->name, SELF) == 0)
      self = item;
    else if (strncmp(item->name, "video.", 6) != 0)
      cast.state = item;
    else if (cast.count < BOXES - 1)
      cast.boxes[cast.count++] = item;
  }
  cast.self = self;
  if (self)
    cast.boxes[cast.count++] = self;
  return cast;
}

// What is going on, in a strip above the pictures. Returns what is left below it.
static struct box put_state(const struct layout *layout, const struct page_item *item, struct box body)
{
  const struct tone *tone = item->look == LOOK_PLAIN ? &layout->theme->bare : theme_tone(layout->theme, item);
  int in = item->look == LOOK_PLAIN ? 0 : layout->sizes.pad;
  struct page_item words = *item;
  struct fitted fitted;
  words.action.kind = 0;
  words.detail[0] = words.note[0] = words.value[0] = '\0';
  int most = body.h / 3 > lines_pitch(layout->sizes.floor) ? body.h / 3 : lines_pitch(layout->sizes.floor);
  fit_text(layout, item->label, layout->sizes.base, layout->sizes.floor, false, body.w - 2 * in, most, 3, &fitted);
  struct box strip = {body.x, body.y, body.w, fitted.height + 2 * in};
  int node = fit_item(layout, &words, strip, tone);
  fit_put(layout, node, &fitted, box_shrunk(strip, in), FIT_CENTRE, tone->ink, tone->ground);
  int used = strip.h + layout->sizes.gap / 2;
  return (struct box){body.x, body.y + used, body.w, body.h - used};
}

static int put_box(const struct layout *layout, const struct page_item *item, struct box box)
{
  const struct tone *tone = &layout->theme->plain;
  int index = tree_add(layout->tree, ROLE_VIDEO, item->name, box);
  struct node *node = &layout->tree->nodes[index];
  COPY_TEXT(node->spoken, item->spoken[0] ? item->spoken : item->label);
  node->enabled = true;
  node->ink = tone->ink;
  node->ground = tone->ground;
  fit_plate(layout, index, box, tone);
  return index;
}

// Who it is, as long as no film covers it.
static void put_portrait(const struct layout *layout, int node, const struct page_item *item, struct box box)
{
  int most = fit_mm(layout, PORTRAIT_MM);
  int side = box.w < box.h ? box.w : box.h;
  side = side < most ? side : most;
  if (side < layout->sizes.key / 2)
    return;
  struct box square = {box.x + (box.w - side) / 2, box.y + (box.h - side) / 2, side, side};
  if (item->picture[0] || item->icon[0])
    card_put_image(layout, node, item, square, &layout->theme->plain);
}

static void put_named_portrait(const struct layout *layout, int node, const struct page_item *item, struct box box)
{
  const struct tone *tone = &layout->theme->plain;
  struct fitted name;
  bool fits = fit_text(layout, item->label, layout->sizes.base, layout->sizes.floor, true, box.w, box.h / 2, 2, &name);
  int words = fits ? name.height : 0;
  put_portrait(layout, node, item, (struct box){box.x, box.y, box.w, box.h - words});
  if (!fits)
    return;
  COPY_TEXT(layout->tree->nodes[node].text, item->label);
  fit_put(layout, node, &name, (struct box){box.x, box.y + box.h - words, box.w, words}, FIT_CENTRE, tone->ink,
          tone->ground);
}

// The whole body is the other one's; oneself stands in the lower right corner, and the portrait keeps out of there.
static void put_pair(const struct layout *layout, const struct cast *cast, struct box body)
{
  int pad = layout->sizes.pad;
  struct box own = {.w = body.w * OWN_SHARE / 100};
  own.h = own.w * 3 / 4 < body.h / 2 ? own.w * 3 / 4 : body.h / 2;
  own.w = own.h * 4 / 3;
  own.x = body.x + body.w - own.w - pad;
  own.y = body.y + body.h - own.h - pad;
  bool other = cast->count > (cast->self ? 1 : 0);
  if (other) {
    int node = put_box(layout, cast->boxes[0], body);
    struct box inner = box_shrunk(body, pad);
    inner.w -= cast->self ? own.w + pad : 0;
    put_named_portrait(layout, node, cast->boxes[0], inner);
  }
  if (cast->self) {
    const struct page_item *self = cast->boxes[cast->count - 1];
    put_portrait(layout, put_box(layout, self, other ? own : body), self, box_shrunk(other ? own : body, pad));
  }
}

static int caption_height(const struct layout *layout, int tile)
{
  int pitch = lines_pitch(layout->sizes.floor);
  return pitch * 100 <= tile * CAPTION_SHARE ? pitch : 0;
}

static void put_caption(const struct layout *layout, const struct page_item *item, struct box box)
{
  const struct tone *tone = &layout->theme->bare;
  struct page_item words = {.enabled = true};
  struct fitted fitted;
  FORMAT_TEXT(words.name, "name.%s", item->name + strlen("video."));
  COPY_TEXT(words.label, item->label);
  if (!fit_text(layout, item->label, layout->sizes.base, layout->sizes.floor, true, box.w, box.h, 1, &fitted))
    return;
  fit_put(layout, fit_item(layout, &words, box, tone), &fitted, box, FIT_CENTRE, tone->ink, tone->ground);
}

// Columns that show the largest pictures of 4:3.
static int columns_for(const struct layout *layout, int count, struct box body)
{
  int best = 1;
  double most = 0;
  for (int columns = 1; columns <= count; columns++) {
    int rows = (count + columns - 1) / columns;
    int w = (body.w - (columns - 1) * layout->sizes.gap) / columns;
    int h = (body.h - (rows - 1) * layout->sizes.gap) / rows;
    h -= caption_height(layout, h);
    double width = w * 3 < h * 4 ? w : h * 4 / 3.0;
    if (width <= most)
      continue;
    most = width;
    best = columns;
  }
  return best;
}

static void put_grid(const struct layout *layout, const struct cast *cast, struct box body)
{
  int gap = layout->sizes.gap;
  int columns = columns_for(layout, cast->count, body);
  int rows = (cast->count + columns - 1) / columns;
  int w = (body.w - (columns - 1) * gap) / columns;
  int h = (body.h - (rows - 1) * gap) / rows;
  int caption = caption_height(layout, h);
  for (int i = 0; i < cast->count; i++) {
    const struct page_item *item = cast->boxes[i];
    struct box box = {body.x + i % columns * (w + gap), body.y + i / columns * (h + gap), w, h - caption};
    put_portrait(layout, put_box(layout, item, box), item, box_shrunk(box, layout->sizes.pad));
    if (caption > 0)
      put_caption(layout, item, (struct box){box.x, box.y + box.h, w, caption});
  }
}

void body_call(const struct layout *layout, struct box body)
{
  struct cast cast = cast_of(layout->page);
  struct box room = call_keys_room(layout, body);
  if (cast.state && cast.state->label[0])
    room = put_state(layout, cast.state, room);
  if (cast.count > 2 || (cast.count == 2 && !cast.self))
    put_grid(layout, &cast, room);
  else if (cast.count > 0)
    put_pair(layout, &cast, room);
  call_keys_put(layout, body);
}
