// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/shape.h"

#include <math.h>

// How much of the pixel at (x, y) from the corner lies inside the round, 0 to 255.
static int coverage(int x, int y, int radius)
{
  double across = radius - x - 0.5;
  double down = radius - y - 0.5;
  double inside = radius - sqrt(across * across + down * down) + 0.5;
  return inside <= 0 ? 0 : inside >= 1 ? 255 : (int)(inside * 255);
}

static Uint32 *pixel_at(SDL_Surface *surface, int x, int y)
{
  return (Uint32 *)((char *)surface->pixels + (size_t)y * (size_t)surface->pitch) + x;
}

static void blend(SDL_Surface *onto, int x, int y, struct colour colour, int part)
{
  SDL_Rect clip = onto->clip_rect;
  if (part == 0 || x < clip.x || y < clip.y || x >= clip.x + clip.w || y >= clip.y + clip.h)
    return;
  Uint32 *pixel = pixel_at(onto, x, y);
  Uint8 red, green, blue;
  SDL_GetRGB(*pixel, onto->format, &red, &green, &blue);
  red = (Uint8)(red + (colour.red - red) * part / 255);
  green = (Uint8)(green + (colour.green - green) * part / 255);
  blue = (Uint8)(blue + (colour.blue - blue) * part / 255);
  *pixel = SDL_MapRGB(onto->format, red, green, blue);
}

static void fill_corners(SDL_Surface *onto, struct box box, int radius, struct colour colour)
{
  for (int y = 0; y < radius; y++)
    for (int x = 0; x < radius; x++) {
      int part = coverage(x, y, radius);
      int right = box.x + box.w - 1 - x;
      int foot = box.y + box.h - 1 - y;
      blend(onto, box.x + x, box.y + y, colour, part);
      blend(onto, right, box.y + y, colour, part);
      blend(onto, box.x + x, foot, colour, part);
      blend(onto, right, foot, colour, part);
    }
}

void shape_fill(SDL_Surface *onto, struct box box, int radius, struct colour colour)
{
  Uint32 pixel = SDL_MapRGB(onto->format, colour.red, colour.green, colour.blue);
  int side = box.w < box.h ? box.w : box.h;
  radius = radius < side / 2 ? radius : side / 2;
  SDL_Rect middle = {box.x, box.y + radius, box.w, box.h - 2 * radius};
  SDL_Rect top = {box.x + radius, box.y, box.w - 2 * radius, radius};
  SDL_Rect foot = {top.x, box.y + box.h - radius, top.w, radius};
  SDL_FillRect(onto, &middle, pixel);
  SDL_FillRect(onto, &top, pixel);
  SDL_FillRect(onto, &foot, pixel);
  fill_corners(onto, box, radius, colour);
}

static void fade(SDL_Surface *surface, int x, int y, int part)
{
  Uint32 *pixel = pixel_at(surface, x, y);
  Uint8 red, green, blue, alpha;
  SDL_GetRGBA(*pixel, surface->format, &red, &green, &blue, &alpha);
  *pixel = SDL_MapRGBA(surface->format, red, green, blue, (Uint8)(alpha * part / 255));
}

void shape_round(SDL_Surface *surface, int radius)
{
  for (int y = 0; y < radius && y < surface->h; y++)
    for (int x = 0; x < radius && x < surface->w; x++) {
      int part = coverage(x, y, radius);
      fade(surface, x, y, part);
      fade(surface, surface->w - 1 - x, y, part);
      fade(surface, x, surface->h - 1 - y, part);
      fade(surface, surface->w - 1 - x, surface->h - 1 - y, part);
    }
}
