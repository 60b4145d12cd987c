// SPDX-License-Identifier: GPL-3.0-or-later
// Contrast (WCAG 2.1) measured in the drawn pixels: the ground is the colour most pixels have, the ink the one farthest
// from it.
#include "tree_check.h"

#include <math.h>
#include <string.h>

#define TEXT_CONTRAST 7.0
#define SIGN_CONTRAST 4.5

static double linear(Uint8 part)
{
  double value = part / 255.0;
  return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(SDL_Surface *picture, Uint32 pixel)
{
  Uint8 red, green, blue;
  SDL_GetRGB(pixel, picture->format, &red, &green, &blue);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

static double contrast(double left, double right)
{
  double light = left > right ? left : right;
  double dark = left > right ? right : left;
  return (light + 0.05) / (dark + 0.05);
}

static Uint32 pixel_at(SDL_Surface *picture, int x, int y)
{
  x = x < 0 ? 0 : x >= picture->w ? picture->w - 1 : x;
  y = y < 0 ? 0 : y >= picture->h ? picture->h - 1 : y;
  return ((Uint32 *)((char *)picture->pixels + (size_t)y * (size_t)picture->pitch))[x];
}

static Uint32 colour_pixel(SDL_Surface *picture, struct colour colour)
{
  return SDL_MapRGB(picture->format, colour.red, colour.green, colour.blue);
}

// The best contrast that any pixel of the box has against the ground; 0 when less than a twentieth of it is that
// ground, which then isn't what the letters stand on.
static double contrast_in(SDL_Surface *picture, struct box box, struct colour ground)
{
  Uint32 below = colour_pixel(picture, ground);
  double most = 0;
  double level = luminance(picture, below);
  int same = 0;
  for (int y = box.y; y < box.y + box.h; y++)
    for (int x = box.x; x < box.x + box.w; x++) {
      Uint32 pixel = pixel_at(picture, x, y);
      if (pixel == below) {
        same++;
        continue;
      }
      double found = contrast(level, luminance(picture, pixel));
      most = found > most ? found : most;
    }
  return same * 20 < box.w * box.h ? 0 : most;
}

// A key stands out from the paper by its border or, without one, by its fill.
static double edge_contrast(const struct tree *tree, SDL_Surface *picture, struct box box)
{
  double paper = luminance(picture, colour_pixel(picture, tree->paper));
  int y = box.y + box.h / 2;
  return contrast(paper, luminance(picture, pixel_at(picture, box.x, y)));
}

static bool same_box(struct box left, struct box right)
{
  return memcmp(&left, &right, sizeof left) == 0;
}

static int check_mark(const struct tree *tree, const struct mark *mark, SDL_Surface *picture, const char *where,
                      struct buffer *out)
{
  const struct node *node = &tree->nodes[mark->node];
  double least = mark->kind == MARK_TEXT ? TEXT_CONTRAST : SIGN_CONTRAST;
  double found = least;
  bool key_plate = mark->kind == MARK_PLATE && same_box(mark->box, node->box) && node->action.kind && node->enabled;
  if (mark->kind == MARK_TEXT || mark->kind == MARK_ICON)
    found = contrast_in(picture, mark->box, mark->ground);
  else if (key_plate && strcmp(tree->screen, "rest") != 0)
    found = edge_contrast(tree, picture, mark->box);
  if (found >= least)
    return 0;
  buffer_printf(out, "%s %s: \"%s\" has a contrast of %.2f, less than %.1f\n", where, node->name, mark->text, found,
                least);
  return 1;
}

int tree_check_picture(const struct tree *tree, SDL_Surface *picture, const char *where, struct buffer *out)
{
  int faults = 0;
  for (int i = 0; i < tree->mark_count; i++)
    if (tree->marks[i].box.w > 0)
      faults += check_mark(tree, &tree->marks[i], picture, where, out);
  return faults;
}
