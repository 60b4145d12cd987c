// SPDX-License-Identifier: GPL-3.0-or-later
// The window, its size in px and mm, and the canvas that becomes its picture. Thread: the main one.
#pragma once

#include "kiosk/ui/panel.h"
#include "kiosk/ui/ui.h"

#include <SDL.h>

struct window {
  SDL_Window *sdl;
  SDL_Surface *canvas; // of the window's size
  struct panel panel;
  struct fault fault; // why the last picture is not to be seen; empty: it is
};

// Starts SDL's video and opens the window.
bool window_open(struct window *window, const struct ui_settings *settings, struct fault *fault);
void window_close(struct window *window); // a zeroed one is fine
// The window has another size: measures again and makes the canvas anew.
void window_measure(struct window *window, const struct ui_settings *settings);
// What is on the screen after window_flush; NULL, and the window's fault, when nothing can be drawn on it.
SDL_Surface *window_surface(struct window *window);
// Puts a part of the canvas on the screen's surface, which is returned; NULL when there is none. What it shows changes
// with window_flush.
SDL_Surface *window_put(struct window *window, struct box part);
void window_flush(struct window *window, struct box part);
