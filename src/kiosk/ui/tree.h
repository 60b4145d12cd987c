// SPDX-License-Identifier: GPL-3.0-or-later
// A page laid out: what stands where. One tree is drawn, touched, focused, spoken and inspected, so these can never
// disagree. Nodes are what a person perceives; marks are the strokes that draw them, from the back to the front.
// Lengths are pixels. A plain value without pointers; the caller owns it.
#pragma once

#include "base/clock.h"
#include "kiosk/ui/page.h"

#include <stdint.h>

struct box {
  int x, y, w, h;
};

struct colour {
  uint8_t red, green, blue;
};

enum node_role { ROLE_HEADING, ROLE_TEXT, ROLE_KEY, ROLE_STATUS, ROLE_ENTRY, ROLE_VIDEO };

#define NODE_TEXT (PAGE_TEXT * 3 + 32)

struct node {
  enum node_role role;
  char name[ITEM_NAME];
  char text[NODE_TEXT]; // all that is written in it, a line break between its parts
  char spoken[PAGE_TEXT * 2];
  enum item_look look;
  bool enabled, focused, pressed;
  bool film;    // of ROLE_VIDEO: a film covers it
  bool at_once; // acts when touched, not when let go: the help key
  bool rest;    // takes what touches no other key, wherever it stands
  bool digit;   // typed fast, and the same one twice
  struct box box;
  struct colour ink, ground; // of its text
  struct action action;      // kind 0: not to be touched
};

enum mark_kind { MARK_PLATE, MARK_TEXT, MARK_ICON, MARK_PICTURE };

struct mark {
  enum mark_kind kind;
  int node;
  struct box box;
  struct colour ink;    // of text and icon; a plate's border
  struct colour ground; // a plate's fill; what text and icon stand on
  int radius, border;
  int em; // of text: the font's size; the line stands in the middle of the box
  bool bold;
  char text[PAGE_TEXT]; // a line of text, the name of an icon, the file of a picture
  char icon[32];        // of a picture: shown when the file can't be
};

// The character that is being said, where it is written.
struct said {
  struct box box; // of its line's height; w 0: nothing is marked
  struct colour ink;
  char character[8]; // UTF-8
};

#define TREE_NODES 80
#define TREE_MARKS 640

struct tree {
  char screen[32];
  char locale[LOCALE_SIZE];
  char spoken[PAGE_SPOKEN];
  int span_count;
  struct page_span spans[PAGE_SPANS]; // of `spoken`
  struct said said;
  struct colour paper;
  double px_per_mm;
  int width, height;
  anban_ms ready_at;     // clock_steady: from then on no key is deaf
  int page, pages;       // of the items, from 0
  int first_item, items; // which of them are to be seen
  int node_count;
  struct node nodes[TREE_NODES];
  int mark_count;
  struct mark marks[TREE_MARKS];
};

// Adds a node; returns its index.
int tree_add(struct tree *tree, enum node_role role, const char *name, struct box box);
// Adds a mark of a node. Valid until the next one is added.
struct mark *tree_mark(struct tree *tree, enum mark_kind kind, int node, struct box box);
// The node of this name, or -1.
int tree_find(const struct tree *tree, const char *name);
// The key at a point, or the nearest within `slop`, or the one that takes the rest; -1 when there is none. Keys that
// are not enabled count: they answer with nothing.
int tree_key_at(const struct tree *tree, int x, int y, int slop);

bool box_has(struct box box, int x, int y);
bool box_overlaps(struct box left, struct box right);
struct box box_shrunk(struct box box, int by);
