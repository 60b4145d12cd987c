// SPDX-License-Identifier: GPL-3.0-or-later
// The touch toolkit's door: shows a page, tells what the person did. One struct ui is the window with all that belongs
// to it. Thread: the main one, but for ui_wake.
#pragma once

#include "base/clock.h"
#include "base/fault.h"
#include "kiosk/ui/page.h"
#include "kiosk/ui/paper.h"
#include "kiosk/ui/tree.h"

struct ui_settings {
  const char *assets;    // folder that holds icons/
  const char *title;     // of the window
  bool fullscreen;       // otherwise width × height
  int width, height;     // px; of the window when it is not fullscreen
  int mm_wide, mm_high;  // of the screen; 0: asked from the panel
  int viewing_mm;        // from the eyes to the screen: 600 kiosk, 500 bedside
  int deaf_ms;           // how long a key is deaf after a tap, and a page at first, 0 to 2000
  const char *speak_key; // SDL's name of a key of the keyboard that means "speak": a handset's hook, a large button; ""
  const char *inspect_path; // Unix socket that tells the tree as JSON; NULL: none
};

struct ui;

// NULL and the fault when there is no display. Fonts that are missing are no fault here: see ui_problem.
struct ui *ui_open(const struct ui_settings *settings, struct fault *fault);
void ui_close(struct ui *ui); // NULL is fine

struct ui_shown {
  int page, pages;       // of the items, from 0
  int first_item, items; // which of them are to be seen
};

// Lays the page out, draws it, puts it on the screen. The page may go away afterwards. Another page than before is
// deaf for `deaf_ms`, but for its help key; one that is not the answer to what ui_wait told last for half a second at
// least.
struct ui_shown ui_show(struct ui *ui, const struct page *page);

// How loud it is, 0 to 100, in the bar of a page that has one (page.meter). Cheap: only the bar is drawn.
void ui_level(struct ui *ui, int percent);

// Marks the character of the page that is being said: the one at byte `at` of its `spoken`, where it is written too.
// -1: nothing is being said.
void ui_follow(struct ui *ui, int at);

// One picture of a film, as SDL's XRGB8888 has it; the pixels stay as they are until `release`.
struct ui_film {
  int width, height, pitch; // px, px, bytes
  const void *pixels;
  void *held;
  void (*release)(void *held);
};
// The next picture of the film in the box of this name (BODY_CALL): on the screen at once when the page has such a box,
// kept for a page that will have it. Takes ownership.
void ui_film(struct ui *ui, const char *name, const struct ui_film *picture);
// The film is over: its box shows who it is. NULL: all films are.
void ui_film_end(struct ui *ui, const char *name);

enum ui_event_kind {
  UI_NOTHING, // the time is over
  UI_WOKEN,   // ui_wake was called
  UI_ACTION,  // action: a key was touched
  UI_CARD,    // card: what a card reader has typed; empty: a card that could not be read
  UI_RESIZED, // the window has another size: show the page again
  UI_TOUCH,   // touch_screens: one came or went
  UI_QUIT,
};

struct ui_event {
  enum ui_event_kind kind;
  struct action action;
  char card[32];
  int touch_screens;
};

// Sleeps until something happens or `deadline` (clock_steady; -1: for ever).
struct ui_event ui_wait(struct ui *ui, anban_ms deadline);

// Ends a ui_wait with UI_WOKEN. Thread: any, between ui_open and ui_close. `ui` is a struct ui (the signature is
// mailbox's wake).
void ui_wake(void *ui);

// A slip of paper as its printer gets it; the caller frees it.
struct bitmap ui_paper(struct ui *ui, const struct paper_sheet *sheet);

// What is on the screen.
const struct tree *ui_tree(const struct ui *ui);
// A sentence about what is not as it should be (the screen is black, a font is missing) or NULL.
const char *ui_problem(const struct ui *ui);
