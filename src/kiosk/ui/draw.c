// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/draw.h"

#include "base/memory.h"
#include "base/text.h"
#include "kiosk/ui/cache.h"
#include "kiosk/ui/picture.h"
#include "kiosk/ui/shape.h"

#include <stdlib.h>

#define CACHE_BYTES ((size_t)48 << 20)
#define KEY_SIZE 512
#define RING_MM 1.3
#define RING_GAP_MM 0.6
#define PRESSED_MM 1.2
#define SAID_MM 0.9

struct drawer {
  struct fonts *fonts;
  struct cache *cache;
  char assets[400];
};

struct drawer *draw_open(struct fonts *fonts, const char *assets)
{
  struct drawer *drawer = memory_new(sizeof *drawer);
  drawer->fonts = fonts;
  drawer->cache = cache_new(CACHE_BYTES);
  COPY_TEXT(drawer->assets, assets);
  return drawer;
}

void draw_close(struct drawer *drawer)
{
  if (!drawer)
    return;
  cache_free(drawer->cache);
  free(drawer);
}

SDL_Surface *draw_canvas(int width, int height)
{
  return SDL_CreateRGBSurfaceWithFormat(0, width, height, 32, SDL_PIXELFORMAT_XRGB8888);
}

static struct box grown(struct box box, int by)
{
  return box_shrunk(box, -by);
}

static int px(const struct tree *tree, double mm)
{
  int length = (int)(mm * tree->px_per_mm + 0.5);
  return length > 0 ? length : 1;
}

struct box draw_extent(const struct tree *tree, int node)
{
  return grown(tree->nodes[node].box, px(tree, RING_GAP_MM) + px(tree, RING_MM));
}

static struct colour between(struct colour from, struct colour to, int percent)
{
  return (struct colour){(uint8_t)(from.red + (to.red - from.red) * percent / 100),
                         (uint8_t)(from.green + (to.green - from.green) * percent / 100),
                         (uint8_t)(from.blue + (to.blue - from.blue) * percent / 100)};
}

static void draw_plate(const struct tree *tree, const struct mark *mark, SDL_Surface *onto)
{
  const struct node *node = &tree->nodes[mark->node];
  struct colour ground = mark->ground;
  struct colour edge = mark->ink;
  int border = mark->border;
  if (node->pressed) {
    edge = node->ink;
    ground = between(ground, edge, 10);
    border = px(tree, PRESSED_MM);
  }
  if (border > 0)
    shape_fill(onto, mark->box, mark->radius, edge);
  shape_fill(onto, box_shrunk(mark->box, border), mark->radius - border, ground);
}

static void blit(SDL_Surface *from, SDL_Surface *onto, int x, int y)
{
  SDL_Rect to = {x, y, from->w, from->h};
  SDL_SetSurfaceBlendMode(from, SDL_BLENDMODE_BLEND);
  SDL_BlitSurface(from, NULL, onto, &to);
}

static void draw_text(struct drawer *drawer, const struct tree *tree, const struct mark *mark, SDL_Surface *onto)
{
  char key[KEY_SIZE];
  FORMAT_TEXT(key, "text %s %d %d %02x%02x%02x %s", tree->locale, mark->em, mark->bold, mark->ink.red, mark->ink.green,
              mark->ink.blue, mark->text);
  int baseline = mark->em * FONT_BASELINE_PERCENT / 100;
  SDL_Surface *line = cache_find(drawer->cache, key);
  if (!line && (line = fonts_draw(drawer->fonts, mark->text, mark->em, mark->bold, mark->ink)))
    cache_keep(drawer->cache, key, line);
  // The letters' middle stands in the middle of the line: a Chinese glyph reaches from 0.88 above the baseline to 0.12
  // below it.
  if (line)
    blit(line, onto, mark->box.x, mark->box.y + mark->box.h / 2 + mark->em * 38 / 100 - baseline);
}

static void draw_icon(struct drawer *drawer, const struct mark *mark, const char *name, SDL_Surface *onto)
{
  char key[KEY_SIZE];
  char path[KEY_SIZE];
  int side = mark->box.w < mark->box.h ? mark->box.w : mark->box.h;
  FORMAT_TEXT(key, "icon %d %02x%02x%02x %s", side, mark->ink.red, mark->ink.green, mark->ink.blue, name);
  FORMAT_TEXT(path, "%s/icons/%s.svg", drawer->assets, name);
  SDL_Surface *icon = cache_find(drawer->cache, key);
  if (!icon && (icon = picture_icon(path, side, mark->ink)))
    cache_keep(drawer->cache, key, icon);
  if (icon)
    blit(icon, onto, mark->box.x + (mark->box.w - icon->w) / 2, mark->box.y + (mark->box.h - icon->h) / 2);
}

static void draw_picture(struct drawer *drawer, const struct mark *mark, SDL_Surface *onto)
{
  char key[KEY_SIZE];
  FORMAT_TEXT(key, "picture %d %d %d %s", mark->box.w, mark->box.h, mark->radius, mark->text);
  SDL_Surface *picture = cache_find(drawer->cache, key);
  if (!picture && (picture = picture_photo(mark->text, mark->box.w, mark->box.h, mark->radius)))
    cache_keep(drawer->cache, key, picture);
  if (picture)
    blit(picture, onto, mark->box.x, mark->box.y);
  else if (mark->icon[0])
    draw_icon(drawer, mark, mark->icon, onto);
}

static void draw_mark(struct drawer *drawer, const struct tree *tree, const struct mark *mark, SDL_Surface *onto)
{
  if (mark->box.w <= 0 || mark->box.h <= 0)
    return;
  switch (mark->kind) {
  case MARK_PLATE:
    draw_plate(tree, mark, onto);
    break;
  case MARK_TEXT:
    draw_text(drawer, tree, mark, onto);
    break;
  case MARK_ICON:
    draw_icon(drawer, mark, mark->text, onto);
    break;
  case MARK_PICTURE:
    draw_picture(drawer, mark, onto);
    break;
  }
}

static void draw_rings(const struct tree *tree, SDL_Surface *onto)
{
  for (int i = 0; i < tree->node_count; i++) {
    const struct node *node = &tree->nodes[i];
    if (!node->focused)
      continue;
    // Black on paper, white on black: whatever reads best on the ground of all.
    struct colour ring = tree->paper.red > 127 ? (struct colour){20, 20, 20} : (struct colour){255, 255, 255};
    int radius = px(tree, 5);
    shape_fill(onto, draw_extent(tree, i), radius, ring);
    shape_fill(onto, grown(node->box, px(tree, RING_GAP_MM)), radius - px(tree, RING_MM), tree->paper);
  }
}

// A bar below the character: it moves along without changing how a letter reads.
static void draw_said(const struct tree *tree, SDL_Surface *onto)
{
  struct box box = tree->said.box;
  int thick = px(tree, SAID_MM);
  if (box.w > 0)
    shape_fill(onto, (struct box){box.x, box.y + box.h - thick, box.w, thick}, thick / 2, tree->said.ink);
}

void draw_tree(struct drawer *drawer, const struct tree *tree, SDL_Surface *onto, const struct box *only)
{
  struct box all = only ? *only : (struct box){0, 0, tree->width, tree->height};
  SDL_Rect clip = {all.x, all.y, all.w, all.h};
  SDL_SetClipRect(onto, &clip);
  fonts_set_locale(drawer->fonts, tree->locale);
  SDL_FillRect(onto, NULL, SDL_MapRGB(onto->format, tree->paper.red, tree->paper.green, tree->paper.blue));
  draw_rings(tree, onto);
  for (int i = 0; i < tree->mark_count; i++)
    if (box_overlaps(grown(tree->marks[i].box, tree->marks[i].em), all))
      draw_mark(drawer, tree, &tree->marks[i], onto);
  draw_said(tree, onto);
  SDL_SetClipRect(onto, NULL);
}
