// SPDX-License-Identifier: GPL-3.0-or-later
// Moving pictures over the boxes of a page (ROLE_VIDEO): the newest of each is kept and put on the screen over what the
// tree draws there. Thread: the main one.
#pragma once

#include "kiosk/ui/tree.h"
#include "kiosk/ui/ui.h"

#include <SDL.h>

#define FILMS 5

struct film {
  char name[ITEM_NAME]; // of its node; "": none
  struct ui_film newest;
  SDL_Surface *surface; // over its pixels
};

struct films {
  struct film at[FILMS];
};

// Takes the picture. False when all places are taken by others; it is then released.
bool films_take(struct films *films, const char *name, const struct ui_film *picture);
// Forgets the film of this name; NULL: all.
void films_end(struct films *films, const char *name);
// What lies in `part` of the page's boxes is put on the screen, in the page's order, so that the own picture, the last,
// stands over another's: the film, or, of one without, what the tree has drawn on the canvas.
void films_draw(const struct films *films, const struct tree *tree, SDL_Surface *canvas, SDL_Surface *screen,
                struct box part);
// Marks which boxes have one. Returns whether a mark has changed.
bool films_mark(const struct films *films, struct tree *tree);
