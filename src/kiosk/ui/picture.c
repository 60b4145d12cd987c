// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/picture.h"

#include "kiosk/ui/picture_head.h"
#include "kiosk/ui/shape.h"

#include <SDL_image.h>

static SDL_Surface *with_alpha(SDL_Surface *from)
{
  if (!from)
    return NULL;
  SDL_Surface *to = SDL_ConvertSurfaceFormat(from, SDL_PIXELFORMAT_ARGB8888, 0);
  SDL_FreeSurface(from);
  return to;
}

static Uint32 *row_of(SDL_Surface *surface, int y)
{
  return (Uint32 *)((char *)surface->pixels + (size_t)y * (size_t)surface->pitch);
}

SDL_Surface *picture_icon(const char *path, int side, struct colour ink)
{
  SDL_RWops *file = SDL_RWFromFile(path, "rb");
  if (!file)
    return NULL;
  SDL_Surface *icon = with_alpha(IMG_LoadSizedSVG_RW(file, side, side));
  SDL_RWclose(file);
  if (!icon)
    return NULL;
  Uint32 colour = (Uint32)ink.red << 16 | (Uint32)ink.green << 8 | ink.blue;
  for (int y = 0; y < icon->h; y++)
    for (int x = 0; x < icon->w; x++)
      row_of(icon, y)[x] = (row_of(icon, y)[x] & 0xFF000000u) | colour;
  return icon;
}

// The mean of the source pixels that one shown pixel covers; keeps downscaled photographs free of grain.
static Uint32 mean_of(SDL_Surface *from, int left, int top, int right, int foot)
{
  Uint32 sum[4] = {0};
  Uint32 count = 0;
  for (int y = top; y < foot; y++)
    for (int x = left; x < right; x++, count++) {
      Uint32 pixel = row_of(from, y)[x];
      for (int i = 0; i < 4; i++)
        sum[i] += pixel >> (8 * i) & 0xFF;
    }
  Uint32 mean = 0;
  for (int i = 0; i < 4; i++)
    mean |= (sum[i] / count) << (8 * i);
  return mean;
}

static void scale_part(SDL_Surface *from, SDL_Rect part, SDL_Surface *to)
{
  for (int y = 0; y < to->h; y++) {
    int top = part.y + (int)((Sint64)y * part.h / to->h);
    int foot = part.y + (int)((Sint64)(y + 1) * part.h / to->h);
    for (int x = 0; x < to->w; x++) {
      int left = part.x + (int)((Sint64)x * part.w / to->w);
      int right = part.x + (int)((Sint64)(x + 1) * part.w / to->w);
      row_of(to, y)[x] = mean_of(from, left, top, right > left ? right : left + 1, foot > top ? foot : top + 1);
    }
  }
}

// The middle of the picture in the proportions of w × h.
static SDL_Rect middle_of(const SDL_Surface *from, int w, int h)
{
  SDL_Rect part = {0, 0, from->w, from->h};
  if ((Sint64)from->w * h > (Sint64)from->h * w)
    part.w = (int)((Sint64)from->h * w / h);
  else
    part.h = (int)((Sint64)from->w * h / w);
  part.w = part.w > 0 ? part.w : 1;
  part.h = part.h > 0 ? part.h : 1;
  part.x = (from->w - part.w) / 2;
  part.y = (from->h - part.h) / 2;
  return part;
}

// A small picture is enlarged smoothly.
static void enlarge_part(SDL_Surface *from, SDL_Rect part, SDL_Surface *to)
{
  SDL_Rect whole = {0, 0, to->w, to->h};
  SDL_SoftStretchLinear(from, &part, to, &whole);
}

SDL_Surface *picture_photo(const char *path, int w, int h, int radius)
{
  SDL_Surface *from = picture_head_fits(path) ? with_alpha(IMG_Load(path)) : NULL;
  if (!from)
    return NULL;
  SDL_Surface *to = SDL_CreateRGBSurfaceWithFormat(0, w, h, 32, SDL_PIXELFORMAT_ARGB8888);
  if (to) {
    SDL_Rect part = middle_of(from, w, h);
    if (part.w >= w)
      scale_part(from, part, to);
    else
      enlarge_part(from, part, to);
    shape_round(to, radius);
  }
  SDL_FreeSurface(from);
  return to;
}
