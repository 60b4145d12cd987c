// SPDX-License-Identifier: GPL-3.0-or-later
// Draws a tree on a surface, without a window. The same tree gives the same pixels everywhere. Thread: the main one.
#pragma once

#include "kiosk/ui/font.h"
#include "kiosk/ui/tree.h"

#include <SDL.h>

struct drawer;

// `fonts` must outlive it. `assets` is the folder that holds icons/.
struct drawer *draw_open(struct fonts *fonts, const char *assets);
void draw_close(struct drawer *drawer); // NULL is fine

// A surface that draw_tree can draw on.
SDL_Surface *draw_canvas(int width, int height);
// Draws what lies in `only`, or all of it (NULL).
void draw_tree(struct drawer *drawer, const struct tree *tree, SDL_Surface *onto, const struct box *only);
// What a node covers with its focus ring.
struct box draw_extent(const struct tree *tree, int node);
