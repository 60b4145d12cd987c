// SPDX-License-Identifier: GPL-3.0-or-later
// What one screen shows and says, without a word about where: screens write it, the toolkit lays it out, draws it,
// speaks it, lets fingers and keys move on it and tells it to the inspection door. No SDL here. Owned by whoever holds
// it; it owns nothing.
#pragma once

#include "base/locale.h"
#include "base/secret.h"

#include <stdbool.h>

#define PAGE_ITEMS 48
#define PAGE_KEYS 5
#define PAGE_TEXT 256
#define PAGE_SPOKEN 1200
#define ITEM_NAME 64
#define PAGE_SPANS 64
#define PAGE_COMMANDS 12
#define PAGE_TITLE "title" // the name of the title among the items
#define PAGE_METER "level" // that of the bar of page.meter
#define PAGE_SPEAK "speak" // that of the key to speak

// What a touch means. The toolkit only carries it: kind and number are enum intent_kind's of the model.
struct action {
  int kind; // 0: nothing happens
  int number;
  char id[UUID_SIZE];
};

// Kept by its number among the settings of a kiosk.
enum page_theme { THEME_LIGHT = 0, THEME_BLACK_WHITE = 1, THEME_BLACK_YELLOW = 2, THEMES };

enum page_body {
  BODY_REST, // the big clock: items[0].label the time, items[0].detail date and weekday, items[0].note 农历; the others
             // today's dishes; all that is no other key is one
  BODY_TILES,  // pictures or icons with a label, at most 6 a page
  BODY_ROWS,   // one below the other: picture, label, detail, note, price
  BODY_WORDS,  // something said calmly: icon, then the items' labels as paragraphs (not touchable)
  BODY_KEYPAD, // ten digits and a delete key; `entry` shows what was typed; items[0].label stands above it when it is
               // set, and its picture or icon above that where there is room. On a low panel it may be left away, or,
               // when its look is a warning, stand in the title's place
  BODY_CALL, // people: an item named "video.…" is a box for a film (ui_film), with portrait and label as long as none
             // comes; "video.self" is the own picture; one of another name is words above the pictures; up to five
             // keys, the last is the largest
};

// Icons are assets/icons/NAME.svg; pictures are files.
enum item_look { LOOK_PLAIN, LOOK_MAIN, LOOK_CHOSEN, LOOK_WARNING, LOOK_DONE };

// One less, one more of what a row counts; an action of kind 0 leaves the key away.
struct page_step {
  char spoken[PAGE_TEXT];
  struct action action;
};

struct page_item {
  char name[ITEM_NAME]; // for inspection and tests: "tile.meals", "dish.<uuid>"; stable, not translated
  char label[PAGE_TEXT];
  char detail[PAGE_TEXT];  // smaller, below; may be empty
  char note[PAGE_TEXT];    // smallest, below; may be empty: diet marks, warnings
  char value[32];          // at the end of a row: a price, a count; may be empty
  char icon[32];           // may be empty
  char picture[PAGE_TEXT]; // path of a file; may be empty; when it can't be shown, the icon is
  char spoken[PAGE_TEXT * 2];
  enum item_look look;
  bool enabled;
  bool after_all;              // of a large key: it rests until the last page of the items was shown
  struct action action;        // kind 0: it is not a key
  struct page_step less, more; // of BODY_ROWS: keys beside the row
};

// What can be said on a page besides the labels of its keys.
struct page_command {
  char text[ITEM_NAME];
  struct action action;
};

// The state of the line to the server, always shown, never colour alone.
enum page_line { LINE_ONLINE, LINE_OFFLINE, LINE_NOT_APPROVED };

// A stretch of what is said, in bytes of `spoken`, and the name of what on the page says the same to the eye.
struct page_span {
  int from, to;
  char name[ITEM_NAME]; // PAGE_TITLE, an item's name; empty: it is only heard
};

struct page {
  char name[32]; // "home", "meal.dishes": stable, not translated
  char title[PAGE_TEXT];
  char spoken[PAGE_SPOKEN]; // said when the page appears and by the repeat key
  int span_count;
  struct page_span spans[PAGE_SPANS]; // of `spoken`, in its order; what is past their room is only heard
  char locale[LOCALE_SIZE];           // of all its texts; chooses the Chinese glyph forms
  enum page_theme theme;
  int text_percent; // 100, 125, 150, 200
  enum page_body body;
  char icon[32];           // of BODY_WORDS
  char caption[PAGE_TEXT]; // of BODY_REST: what the dishes are; shown where they have pictures
  char entry[16];          // of BODY_KEYPAD: dots or digits
  int entry_room;          // of BODY_KEYPAD: how many places are drawn
  struct action digit;     // of BODY_KEYPAD: number is set to 0..9, or -1 for delete
  bool digits_rest;        // of BODY_KEYPAD: they are seen, but can't be touched now
  int item_count;
  struct page_item items[PAGE_ITEMS];
  int first_page; // which page of the items is wanted, from 0; the toolkit shows the last when there are fewer. -1: of
                  // tiles the one with the item that is chosen
  struct action turn; // what a turn of the page means: number is set to the new page
  int key_count;
  struct page_item keys[PAGE_KEYS]; // the large keys below: the last is the main one
  // Keys of the frame; an action of kind 0 leaves the key away. Help is on every page.
  struct page_item help, back, home, repeat, speak;
  struct page_item previous, next; // texts of the turning keys
  int command_count;
  struct page_command commands[PAGE_COMMANDS];
  bool meter; // a bar below the title that shows how loud it is (ui_level)
  enum page_line line;
  char line_text[PAGE_TEXT];  // the state of the line in words, shown unless online; on a low panel as a sign
  char place_text[PAGE_TEXT]; // "第 1 页，共 3 页" with %d %d for this and all; shown when there is more than one
};
