// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/films.h"

#include "base/text.h"

#include <string.h>

static void let_go(struct film *film)
{
  SDL_FreeSurface(film->surface);
  film->surface = NULL;
  if (film->newest.release)
    film->newest.release(film->newest.held);
  film->newest = (struct ui_film){0};
}

static const struct film *film_of(const struct films *films, const char *name)
{
  for (int i = 0; i < FILMS; i++)
    if (films->at[i].surface && strcmp(films->at[i].name, name) == 0)
      return &films->at[i];
  return NULL;
}

static struct film *place_for(struct films *films, const char *name)
{
  struct film *empty = NULL;
  for (int i = 0; i < FILMS; i++) {
    struct film *film = &films->at[i];
    if (strcmp(film->name, name) == 0)
      return film;
    if (!film->name[0] && !empty)
      empty = film;
  }
  return empty;
}

bool films_take(struct films *films, const char *name, const struct ui_film *picture)
{
  struct film *film = place_for(films, name);
  if (!film) {
    picture->release(picture->held);
    return false;
  }
  let_go(film);
  COPY_TEXT(film->name, name);
  film->newest = *picture;
  // The surface only reads them.
  void *pixels = (void *)(uintptr_t)picture->pixels;
  film->surface = SDL_CreateRGBSurfaceWithFormatFrom(pixels, picture->width, picture->height, 32, picture->pitch,
                                                     SDL_PIXELFORMAT_XRGB8888);
  return true;
}

void films_end(struct films *films, const char *name)
{
  for (int i = 0; i < FILMS; i++) {
    struct film *film = &films->at[i];
    if (name && strcmp(film->name, name) != 0)
      continue;
    let_go(film);
    film->name[0] = '\0';
  }
}

static void draw(const struct film *film, struct box box, SDL_Surface *screen)
{
  SDL_Rect to = {box.x + (box.w - film->surface->w) / 2, box.y + (box.h - film->surface->h) / 2, film->surface->w,
                 film->surface->h};
  SDL_Rect whole = {box.x, box.y, box.w, box.h};
  // One made for a box of another size, until the next comes.
  if (film->surface->w < box.w || film->surface->h < box.h)
    SDL_FillRect(screen, &whole, SDL_MapRGB(screen->format, 0, 0, 0));
  SDL_BlitSurface(film->surface, NULL, screen, &to);
}

void films_draw(const struct films *films, const struct tree *tree, SDL_Surface *canvas, SDL_Surface *screen,
                struct box part)
{
  for (int i = 0; i < tree->node_count; i++) {
    const struct node *node = &tree->nodes[i];
    SDL_Rect clip;
    SDL_Rect inside = {node->box.x, node->box.y, node->box.w, node->box.h};
    SDL_Rect wanted = {part.x, part.y, part.w, part.h};
    if (node->role != ROLE_VIDEO || !SDL_IntersectRect(&inside, &wanted, &clip))
      continue;
    const struct film *film = film_of(films, node->name);
    SDL_Rect to = clip;
    SDL_SetClipRect(screen, &clip);
    if (film)
      draw(film, node->box, screen);
    else // which another's film may have covered
      SDL_BlitSurface(canvas, &clip, screen, &to);
  }
  SDL_SetClipRect(screen, NULL);
}

bool films_mark(const struct films *films, struct tree *tree)
{
  bool changed = false;
  for (int i = 0; i < tree->node_count; i++) {
    struct node *node = &tree->nodes[i];
    bool film = node->role == ROLE_VIDEO && film_of(films, node->name);
    changed = changed || film != node->film;
    node->film = film;
  }
  return changed;
}
