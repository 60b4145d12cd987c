// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ui/input.h"

#include "base/text.h"
#include "kiosk/ui/focus.h"

#define MOUSE ((int64_t)-1) // the finger that a mouse is

void input_init(struct input *input, int deaf_ms)
{
  *input = (struct input){.touch.deaf_ms = deaf_ms};
  input->touch_screens = SDL_GetNumTouchDevices();
}

bool input_set_speak_key(struct input *input, const char *name)
{
  input->speak_key = *name ? SDL_GetKeyFromName(name) : SDLK_UNKNOWN;
  return !*name || input->speak_key != SDLK_UNKNOWN;
}

void input_look(const struct tree *tree, struct look *looks)
{
  for (int i = 0; i < tree->node_count; i++)
    looks[i] = (struct look){tree->nodes[i].pressed, tree->nodes[i].focused};
}

void input_renew(struct input *input, struct tree *tree, bool same_screen)
{
  struct touch *touch = &input->touch;
  if (!same_screen)
    touch->target[0] = '\0';
  int pressed = touch->target[0] ? tree_find(tree, touch->target) : -1;
  if (pressed >= 0)
    tree->nodes[pressed].pressed = true;
  if (!input->focus[0])
    return;
  int focused = tree_find(tree, input->focus);
  focus_set(tree, focused >= 0 ? focused : focus_next(tree, -1, 1));
}

static struct ui_event acted(const struct tree *tree, int node)
{
  struct ui_event event = {.kind = UI_NOTHING};
  if (node >= 0 && tree->nodes[node].enabled) {
    event.kind = UI_ACTION;
    event.action = tree->nodes[node].action;
  }
  return event;
}

static void set_focus(struct input *input, struct tree *tree, int node)
{
  focus_set(tree, node);
  COPY_TEXT(input->focus, node >= 0 ? tree->nodes[node].name : "");
}

static struct ui_event take_mouse(struct input *input, struct tree *tree, const SDL_Event *event, anban_ms at)
{
  const SDL_MouseButtonEvent *button = &event->button;
  if (event->type == SDL_MOUSEMOTION)
    return acted(tree, touch_move(&input->touch, tree, MOUSE, event->motion.x, event->motion.y, at));
  if (button->button != SDL_BUTTON_LEFT)
    return acted(tree, -1);
  if (event->type == SDL_MOUSEBUTTONUP)
    return acted(tree, touch_up(&input->touch, tree, MOUSE, button->x, button->y, at));
  set_focus(input, tree, -1);
  return acted(tree, touch_down(&input->touch, tree, MOUSE, button->x, button->y, at));
}

static struct ui_event take_finger(struct input *input, struct tree *tree, const SDL_TouchFingerEvent *event,
                                   anban_ms at)
{
  int x = (int)(event->x * (float)tree->width);
  int y = (int)(event->y * (float)tree->height);
  if (event->type == SDL_FINGERMOTION)
    return acted(tree, touch_move(&input->touch, tree, event->fingerId, x, y, at));
  if (event->type == SDL_FINGERUP)
    return acted(tree, touch_up(&input->touch, tree, event->fingerId, x, y, at));
  set_focus(input, tree, -1);
  return acted(tree, touch_down(&input->touch, tree, event->fingerId, x, y, at));
}

// The character of a card that a key types; 0: none.
static char typed(SDL_Keycode key)
{
  if (key >= SDLK_0 && key <= SDLK_9)
    return (char)('0' + key - SDLK_0);
  if (key == SDLK_KP_0)
    return '0';
  if (key >= SDLK_KP_1 && key <= SDLK_KP_9)
    return (char)('1' + key - SDLK_KP_1);
  if (key >= SDLK_a && key <= SDLK_z)
    return (char)('A' + key - SDLK_a);
  if (key == SDLK_MINUS || key == SDLK_KP_MINUS)
    return '-';
  return key == SDLK_SPACE || key == SDLK_COLON ? (char)key : '\0';
}

// Keys that a reader presses beside those of a number, and keys of a switch, tell nothing of a card.
static bool is_silent(SDL_Keycode key)
{
  static const SDL_Keycode keys[] = {SDLK_LSHIFT, SDLK_RSHIFT, SDLK_CAPSLOCK, SDLK_NUMLOCKCLEAR,
                                     SDLK_LEFT,   SDLK_RIGHT,  SDLK_UP,       SDLK_DOWN};
  for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
    if (keys[i] == key)
      return true;
  return false;
}

// Returns whether the key was part of a card and means nothing else. A key that repeats may be two whose lift was lost.
static bool take_for_card(struct input *input, const SDL_KeyboardEvent *event, anban_ms at)
{
  SDL_Keycode key = event->keysym.sym;
  bool shifted = event->keysym.mod & KMOD_SHIFT;
  bool typing = reader_is_typing(&input->reader, at);
  if (is_silent(key) || (key == SDLK_SPACE && !typing))
    return false;
  reader_key(&input->reader, event->repeat ? '\0' : typed(key == SDLK_SEMICOLON && shifted ? SDLK_COLON : key), at);
  return typing;
}

static bool ends_card(SDL_Keycode key)
{
  return key == SDLK_RETURN || key == SDLK_KP_ENTER || key == SDLK_TAB;
}

static struct ui_event end_card(struct input *input, anban_ms at)
{
  enum reader_end end = reader_ended(&input->reader, at);
  struct ui_event event = {.kind = end == READER_NOTHING ? UI_NOTHING : UI_CARD};
  COPY_TEXT(event.card, end == READER_CARD ? input->reader.text : "");
  return event;
}

static struct ui_event take_enter(struct input *input, const struct tree *tree, anban_ms at)
{
  int focused = input->focus[0] ? tree_find(tree, input->focus) : -1;
  return acted(tree, focused < 0 ? -1 : touch_press(&input->touch, tree, focused, at));
}

static struct ui_event press_named(struct input *input, const struct tree *tree, const char *name, anban_ms at)
{
  int node = tree_find(tree, name);
  return acted(tree, node < 0 ? -1 : touch_press(&input->touch, tree, node, at));
}

static struct ui_event take_key(struct input *input, struct tree *tree, const SDL_KeyboardEvent *event, anban_ms at)
{
  static const struct {
    SDL_Keycode key;
    int dx, dy;
  } arrows[] = {{SDLK_LEFT, -1, 0}, {SDLK_RIGHT, 1, 0}, {SDLK_UP, 0, -1}, {SDLK_DOWN, 0, 1}};
  SDL_Keycode key = event->keysym.sym;
  bool speaks = input->speak_key != SDLK_UNKNOWN && key == input->speak_key;
  if (!speaks && !ends_card(key) && take_for_card(input, event, at))
    return acted(tree, -1);
  if (event->repeat)
    return acted(tree, -1);
  if (speaks)
    return press_named(input, tree, PAGE_SPEAK, at);
  struct ui_event card = ends_card(key) ? end_card(input, at) : acted(tree, -1);
  if (card.kind == UI_CARD)
    return card;
  if (key == SDLK_RETURN || key == SDLK_KP_ENTER || key == SDLK_SPACE)
    return take_enter(input, tree, at);
  int focused = input->focus[0] ? tree_find(tree, input->focus) : -1;
  if (key == SDLK_TAB)
    set_focus(input, tree, focus_next(tree, focused, event->keysym.mod & KMOD_SHIFT ? -1 : 1));
  for (int i = 0; i < 4; i++)
    if (key == arrows[i].key)
      set_focus(input, tree, focus_toward(tree, focused, arrows[i].dx, arrows[i].dy));
  return acted(tree, -1);
}

// SDL finds a touch screen that was plugged in when its first touch arrives, and says nothing: asked at each touch and
// when the window changes.
static struct ui_event watch_screens(struct input *input, struct tree *tree)
{
  int screens = SDL_GetNumTouchDevices();
  if (screens == input->touch_screens)
    return acted(tree, -1);
  if (screens < input->touch_screens)
    touch_forget(&input->touch, tree);
  input->touch_screens = screens;
  return (struct ui_event){.kind = UI_TOUCH, .touch_screens = screens};
}

struct ui_event input_take(struct input *input, struct tree *tree, const SDL_Event *event, anban_ms at)
{
  switch (event->type) {
  case SDL_QUIT:
    return (struct ui_event){.kind = UI_QUIT};
  case SDL_MOUSEMOTION:
  case SDL_MOUSEBUTTONDOWN:
  case SDL_MOUSEBUTTONUP:
    return take_mouse(input, tree, event, at);
  case SDL_FINGERDOWN: {
    struct ui_event out = take_finger(input, tree, &event->tfinger, at);
    return out.kind == UI_NOTHING ? watch_screens(input, tree) : out;
  }
  case SDL_FINGERMOTION:
  case SDL_FINGERUP:
    return take_finger(input, tree, &event->tfinger, at);
  case SDL_KEYDOWN:
    return take_key(input, tree, &event->key, at);
  case SDL_WINDOWEVENT:
    if (event->window.event == SDL_WINDOWEVENT_FOCUS_LOST)
      touch_forget(&input->touch, tree);
    return watch_screens(input, tree);
  default:
    return acted(tree, -1);
  }
}
