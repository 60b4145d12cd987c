// SPDX-License-Identifier: GPL-3.0-or-later
// SDL's events to what the person meant: fingers and mouse, keyboard and switch, card reader. Thread: the main one.
#pragma once

#include "kiosk/ui/reader.h"
#include "kiosk/ui/touch.h"
#include "kiosk/ui/ui.h"

#include <SDL.h>

struct input {
  struct touch touch;
  struct reader reader;
  char focus[ITEM_NAME]; // the focused node; empty: the keyboard is not in use
  int touch_screens;
  SDL_Keycode speak_key; // SDLK_UNKNOWN: none
};

// How a node looked before an event.
struct look {
  bool pressed, focused;
};

void input_init(struct input *input, int deaf_ms);
// The key that means "speak", by SDL's name for it; "": none. False when SDL knows no such key.
bool input_set_speak_key(struct input *input, const char *name);
// Another page was laid out: carries press and focus over where they still mean the same.
void input_renew(struct input *input, struct tree *tree, bool same_screen);
void input_look(const struct tree *tree, struct look *looks);
struct ui_event input_take(struct input *input, struct tree *tree, const SDL_Event *event, anban_ms at);
